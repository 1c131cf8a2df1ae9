// @ts-check
"use strict";
/**
 * Threads. Nothing has a test id but the post itself, so the composer's box is the nearest one that also takes files,
 * and its button the last that shows a word alone. Facts: extensions up to 2026-10.
 */
{
  const post = 'div[data-pressable-container="true"]';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '[role="textbox"][contenteditable="true"][data-lexical-editor="true"]',
      on: { "threads/never-messages.html": 1, "threads/reply.html": 1 },
    },
    file: { css: 'input[type="file"]', on: { "threads/never-messages.html": 1, "threads/reply.html": 1 } },
    item: { css: post, on: { "threads/reply.html": 2 } },
    words: {
      css: '[dir="auto"]:not(a *, [role="button"] *, [role="textbox"] *, [dir="auto"] *)',
      on: { "threads/reply.html": 3 },
    },
    author: {
      css: 'a[href^="/@"]:not(:has(time, img))',
      on: { "threads/never-messages.html": 1, "threads/reply.html": 4 },
    },
    link: { css: 'a[href*="/post/"]:has(time[datetime])', on: { "threads/reply.html": 2 } },
    likes: {
      css: '[role="button"]:has(svg[aria-label="Like"]), [role="button"]:has(svg[aria-label="Unlike"])',
      on: { "threads/reply.html": 2 },
    },
    replies: { css: '[role="button"]:has(svg[aria-label="Reply"])', on: { "threads/reply.html": 2 } },
    shares: { css: '[role="button"]:has(svg[aria-label="Repost"])', on: { "threads/reply.html": 2 } },
    own: {
      css: `a[href^="/@"]:not(${post} a, [role="dialog"] a)`,
      on: { "threads/never-messages.html": 1, "threads/reply.html": 1 },
    },
    sent: {
      css: `a[href*="/post/"]:not(${post} a, [role="dialog"] a, main a)`,
      on: { "threads/reply.html posted": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "threads",
      hosts: ["www.threads.com", "www.threads.net", "threads.com", "threads.net"],
      selectors,
      privatePaths: /^\/(messages|direct|search|login|settings|insights)(\/|$)/,
      root: (field) => field.closest('[role="dialog"]') ?? nearestWith(field, selectors.file.css),
      parent: ({ field, root }) => before(field, [...root.querySelectorAll(post)]) ?? focal(root),
      address: () => location.origin + location.pathname,
      submits: (control, { root }) => holds(root, control) && control === wordButtons(root).at(-1),
      submitKeys: "none",
      textOf: (item) => ownWords(item).join("\n") || null,
      authorOf: (item) => handleIn(firstInItem(item, selectors.author.css, post), /^\/@([^/]+)/),
      countsOf: (item) =>
        knownCounts({
          likes: number(item, "likes"),
          replies: number(item, "replies"),
          shares: number(item, "shares"),
        }),
      handle: /^\/@([^/]+)/,
      limit: 500,
    }),
  );

  /**
   * @param {Element} field
   * @param {Element[]} posts
   */
  function before(field, posts) {
    return (
      posts.findLast((one) => field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) ?? null
    );
  }

  /**
   * Outside a dialog the composer stands under the post that the address names.
   * @param {Element} root
   */
  function focal(root) {
    const [path] = /\/@[^/]+\/post\/[^/]+/.exec(location.pathname) ?? [];
    if (!path || root.matches('[role="dialog"]')) return null;
    return (
      document.querySelector(`${post}:has(a[href^="${CSS.escape(path)}"])`) ?? document.querySelector(post)
    );
  }

  /** @param {Element} item */
  function ownWords(item) {
    const parts = [...item.querySelectorAll(selectors.words.css)].filter((one) => one.closest(post) === item);
    return parts.map(textOf).filter(Boolean);
  }

  /**
   * The number stands beside the icon; the icon's own label has none.
   * @param {Element} item
   * @param {"likes" | "replies" | "shares"} name
   */
  function number(item, name) {
    return readCount(firstInItem(item, selectors[name].css, post)?.textContent);
  }
}
