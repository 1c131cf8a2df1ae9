// @ts-check
"use strict";
/**
 * Mastodon's own web interface, on any server. The same form writes posts, edits and private mentions: an edit shows
 * `.edit-indicator`, a private mention the icon "at" on the button that chooses who sees it.
 * Facts: the source of 4.x, 2026-08.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: "form.compose-form textarea.autosuggest-textarea__textarea",
      on: { "mastodon/full.html": 1, "mastodon/never-mention.html": 2, "mastodon/reply.html": 1 },
    },
    root: {
      css: "form.compose-form",
      on: { "mastodon/full.html": 1, "mastodon/never-mention.html": 2, "mastodon/reply.html": 1 },
    },
    submit: {
      css: '.compose-form__submit button[type="submit"]',
      on: { "mastodon/full.html": 1, "mastodon/never-mention.html": 2, "mastodon/reply.html": 1 },
    },
    edits: { css: "form.compose-form .edit-indicator", on: { "mastodon/never-mention.html": 1 } },
    onlyMentioned: {
      css: "form.compose-form .dropdown-button .icon-at",
      on: { "mastodon/never-mention.html": 1 },
    },
    counter: {
      css: "form.compose-form .character-counter",
      on: { "mastodon/full.html": 1, "mastodon/reply.html": 1 },
    },
    answered: { css: ".reply-indicator", on: { "mastodon/reply.html": 1 } },
    answeredText: { css: ".reply-indicator__content", on: { "mastodon/reply.html": 1 } },
    answeredLink: { css: '.reply-indicator a[href*="/@"]', on: { "mastodon/reply.html": 1 } },
    item: { css: ".status[data-id], .detailed-status", on: { "mastodon/reply.html": 2 } },
    text: { css: ".status__content__text", on: { "mastodon/reply.html": 2 } },
    author: { css: ".display-name__account", on: { "mastodon/reply.html": 2 } },
    link: { css: "a.status__relative-time, a.detailed-status__datetime", on: { "mastodon/reply.html": 2 } },
    likes: { css: ".detailed-status__favorites", on: { "mastodon/reply.html": 1 } },
    replies: { css: ".status__action-bar .icon-button__counter", on: { "mastodon/reply.html": 1 } },
    shares: { css: ".detailed-status__reblogs", on: { "mastodon/reply.html": 1 } },
    state: { css: "script#initial-state", on: { "mastodon/reply.html": 1 } },
  };

  const site = siteOf({
    name: "mastodon",
    selectors,
    applies: () =>
      document.getElementById("mastodon") !== null || document.getElementById("initial-state") !== null,
    privatePaths: /^\/(search|auth|settings|conversations)(\/|$)/,
    isPublic: ({ root }) => !["edits", "onlyMentioned"].some((name) => root.querySelector(cssOf(name))),
    parent: () => null,
    lead: ({ root }) => answered(root),
    kind: (_, lead) => (lead ? "reply" : "post"),
    address: () => location.origin + location.pathname,
    submitKeys: "ctrl-enter",
    authorOf: (item) => handleIn(firstInItem(item, selectors.link.css, selectors.item.css), /\/@([^/]+)/),
    limitOf: ({ field, root }) => {
      const left = root.querySelector(selectors.counter.css)?.textContent?.trim();
      return left && field instanceof HTMLTextAreaElement ? field.value.length + Number(left) : null;
    },
  });
  registerSite({ ...site, ownHandle });

  /** @param {string} name */
  function cssOf(name) {
    return selectors[/** @type {keyof typeof selectors} */ (name)].css;
  }

  /**
   * @param {Element} root
   * @returns {Lead | null}
   */
  function answered(root) {
    const shown = root.querySelector(selectors.answered.css);
    const text = textOf(shown?.querySelector(selectors.answeredText.css));
    return shown && { text, author: handleIn(shown.querySelector(selectors.answeredLink.css), /\/@([^/]+)/) };
  }

  /** The page's state also holds the access token, so it isn't parsed: two named fields are picked out of its text. */
  function ownHandle() {
    const state = document.querySelector(selectors.state.css)?.textContent ?? "";
    const me = /"me":"(\d+)"/.exec(state)?.[1];
    return me
      ? (new RegExp(`"id":"${me}","username":"[^"]*","acct":"([^"]+)"`).exec(state)?.[1] ?? null)
      : null;
  }
}
