// @ts-check
"use strict";
/**
 * Bluesky. The composer is an overlay that shows only the name and the clipped text of what it answers, so the post
 * itself is found by that text. Once a post is out a toast says so, without a link. Facts: the client's source, 2026-08.
 */
{
  const composer = '[data-testid="composePostView"]';

  const view = {
    css: composer,
    on: {
      "bluesky/never-messages.html": 1,
      "bluesky/reply.html": 1,
      "bluesky/thread.html": 1,
      "bluesky/several.html": 1,
    },
  };

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${composer} .ProseMirror[contenteditable="true"]`,
      on: {
        "bluesky/never-messages.html": 1,
        "bluesky/reply.html": 1,
        "bluesky/thread.html": 1,
        "bluesky/several.html": 2,
      },
    },
    root: view,
    submit: {
      css: '[data-testid="composerPublishBtn"]',
      on: {
        "bluesky/never-messages.html": 1,
        "bluesky/reply.html": 1,
        "bluesky/thread.html": 1,
        "bluesky/several.html": 1,
      },
    },
    thread: view,
    answered: {
      css: `${composer} [role="button"]:has([dir="auto"] ~ *, * ~ * [dir="auto"])`,
      on: { "bluesky/reply.html": 1, "bluesky/thread.html": 1 },
    },
    item: {
      css: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
      on: { "bluesky/reply.html": 2, "bluesky/thread.html": 3 },
    },
    text: {
      css: '[data-testid="postText"], [data-word-wrap="1"]',
      on: { "bluesky/reply.html": 2, "bluesky/thread.html": 4 },
    },
    link: { css: 'a[href*="/post/"][aria-label]', on: { "bluesky/reply.html": 1, "bluesky/thread.html": 3 } },
    likes: {
      css: '[data-testid="likeCount-expanded"], [data-testid="likeBtn"]',
      on: { "bluesky/reply.html": 3, "bluesky/thread.html": 3 },
    },
    replies: { css: '[data-testid="replyBtn"]', on: { "bluesky/reply.html": 2, "bluesky/thread.html": 3 } },
    shares: {
      css: '[data-testid="repostCount-expanded"], [data-testid="repostCount"]',
      on: { "bluesky/reply.html": 2 },
    },
    own: {
      css: 'nav a[href^="/profile/"]',
      on: {
        "bluesky/never-messages.html": 1,
        "bluesky/reply.html": 1,
        "bluesky/thread.html": 1,
        "bluesky/several.html": 1,
      },
    },
  };

  registerSite(
    siteOf({
      name: "bluesky",
      hosts: ["bsky.app", "main.bsky.dev"],
      selectors,
      privatePaths: /^\/(messages|search|settings|login)(\/|$)/,
      parent: ({ field, root }) => {
        const shown = answered(field, root);
        if (!shown?.text) return null;
        const begins = bareText(shown.text);
        const alike = [...document.querySelectorAll(selectors.item.css)].filter((item) =>
          begin(item).startsWith(begins),
        );
        return alike.find((item) => names(item, shown.author)) ?? alike[0] ?? null;
      },
      lead: ({ field, root }) => answered(field, root),
      kind: (parent, lead) => (parent || lead ? "reply" : "post"),
      address: () => location.origin + location.pathname,
      submitKeys: "ctrl-enter",
      authorOf,
      permalinkOf: (item) => ownAddress(item) ?? focalAddress(item),
      handle: /^\/profile\/([^/]+)/,
      limit: 300, // Graphemes, each of them one code unit or more.
    }),
  );

  /**
   * What stands above the editor: name first, then the text, clipped.
   * @param {Element} field
   * @param {Element} root
   * @returns {Lead | null}
   */
  function answered(field, root) {
    const box = [...root.querySelectorAll(selectors.answered.css)].find(
      (one) => one.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const [name, text] = [...(box?.querySelectorAll('[dir="auto"]') ?? [])].map(textOf);
    return name ? { author: name, text: text?.replace(/…$/, "") ?? null } : null;
  }

  /** @param {Element} item */
  function begin(item) {
    return bareText(firstInItem(item, selectors.text.css, selectors.item.css)?.textContent ?? "");
  }

  /** @param {Element} item */
  function authorOf(item) {
    return /-by-(.+)$/.exec(item.getAttribute("data-testid") ?? "")?.[1] ?? null;
  }

  /**
   * Whether an item shows this name as its author's.
   * @param {Element} item
   * @param {string | null} name
   */
  function names(item, name) {
    const profiles = [...item.querySelectorAll('a[href^="/profile/"]:not([href*="/post/"])')];
    return name !== null && profiles.some((link) => sameText(name, textOf(link) ?? ""));
  }

  /**
   * By the link of its own author: a post that it quotes has one too.
   * @param {Element} item
   */
  function ownAddress(item) {
    if (isFocal(item)) return null;
    const link = [...item.querySelectorAll(selectors.link.css)].find((one) => {
      const [, author = ""] = /^\/profile\/([^/]+)\/post\//.exec(one.getAttribute("href") ?? "") ?? [];
      return author === authorOf(item) || author.startsWith("did:");
    });
    return absoluteLink(link ?? null);
  }

  /**
   * The post that the page is about has no link to itself.
   * @param {Element} item
   */
  function focalAddress(item) {
    const [path, author] = /^\/profile\/([^/]+)\/post\/[^/]+/.exec(location.pathname) ?? [];
    const byAddress = item.matches('[data-testid^="postThreadItem-"]') && author === authorOf(item);
    return path && (isFocal(item) || byAddress) ? location.origin + path : null;
  }

  /** @param {Element} item */
  function isFocal(item) {
    return firstInItem(item, '[data-testid$="Count-expanded"]', selectors.item.css) !== null;
  }
}
