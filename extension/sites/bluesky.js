// @ts-check
"use strict";
/**
 * Bluesky. The composer is an overlay that shows only the name and the clipped text of what it answers, so the post
 * itself is found by that text. Once a post is out a toast says so, without a link. Facts: the client's source, 2026-08.
 */
{
  const composer = '[data-testid="composePostView"]';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${composer} .ProseMirror[contenteditable="true"]`,
      on: { "bluesky/never-messages.html": 1, "bluesky/reply.html": 1 },
    },
    root: { css: composer, on: { "bluesky/never-messages.html": 1, "bluesky/reply.html": 1 } },
    submit: {
      css: '[data-testid="composerPublishBtn"]',
      on: { "bluesky/never-messages.html": 1, "bluesky/reply.html": 1 },
    },
    answered: {
      css: `${composer} [role="button"]:has([dir="auto"] ~ *, * ~ * [dir="auto"])`,
      on: { "bluesky/reply.html": 1 },
    },
    item: {
      css: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
      on: { "bluesky/reply.html": 2 },
    },
    text: { css: '[data-testid="postText"], [data-word-wrap="1"]', on: { "bluesky/reply.html": 2 } },
    link: { css: 'a[href*="/post/"][aria-label]', on: { "bluesky/reply.html": 1 } },
    likes: {
      css: '[data-testid="likeCount-expanded"], [data-testid="likeBtn"]',
      on: { "bluesky/reply.html": 3 },
    },
    replies: { css: '[data-testid="replyBtn"]', on: { "bluesky/reply.html": 2 } },
    shares: {
      css: '[data-testid="repostCount-expanded"], [data-testid="repostCount"]',
      on: { "bluesky/reply.html": 2 },
    },
    own: {
      css: 'nav a[href^="/profile/"]',
      on: { "bluesky/never-messages.html": 1, "bluesky/reply.html": 1 },
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
        return (
          [...document.querySelectorAll(selectors.item.css)].find((item) => begin(item).startsWith(begins)) ??
          null
        );
      },
      lead: ({ field, root }) => answered(field, root),
      kind: (parent, lead) => (parent || lead ? "reply" : "post"),
      address: () => location.origin + location.pathname,
      submitKeys: "ctrl-enter",
      authorOf: (item) => /-by-(.+)$/.exec(item.getAttribute("data-testid") ?? "")?.[1] ?? null,
      permalinkOf: (item) =>
        absoluteLink(firstInItem(item, selectors.link.css, selectors.item.css)) ?? focalAddress(item),
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

  /**
   * The post that the page is about has no link to itself.
   * @param {Element} item
   */
  function focalAddress(item) {
    const isFocal = firstInItem(item, '[data-testid$="Count-expanded"]', selectors.item.css) !== null;
    const [path] = /^\/profile\/[^/]+\/post\/[^/]+/.exec(location.pathname) ?? [];
    return isFocal && path ? location.origin + path : null;
  }
}
