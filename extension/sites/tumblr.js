// @ts-check
"use strict";
/**
 * Tumblr. Its class names change, so only the block editor, the overlay it stands in, and the posts' `data-id` hold;
 * what a button says decides whether it posts, since one button also queues and keeps drafts.
 * Facts: XKit Rewritten 2026-08, few others.
 */
{
  const posts =
    /^(post|post now|reblog|reply|publish|posten|jetzt posten|rebloggen|antworten|publicar|publicar ahora|rebloguear|responder)$/i;

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '#glass-container .block-editor-writing-flow [contenteditable="true"], [data-id] article textarea',
      on: { "tumblr/never-messaging.html": 1, "tumblr/reblog.html": 2 },
    },
    root: {
      css: "#glass-container, [data-id] article form, [data-id] article",
      on: { "tumblr/never-messaging.html": 1, "tumblr/reblog.html": 3 },
    },
    overlay: { css: "#glass-container", on: { "tumblr/reblog.html": 1 } },
    item: { css: '[tabindex="-1"][data-id]', on: { "tumblr/reblog.html": 1 } },
    text: { css: "article :is(p, h1, blockquote):not(blockquote *)", on: { "tumblr/reblog.html": 3 } },
    author: { css: "article header a[href]:not(:has(img))", on: { "tumblr/reblog.html": 2 } },
  };

  registerSite(
    siteOf({
      name: "tumblr",
      hosts: ["www.tumblr.com", "tumblr.com"],
      selectors,
      privatePaths: /^\/(messaging|inbox|search|settings|login|register)(\/|$)/,
      parent: ({ root }) =>
        root.matches(selectors.overlay.css) ? itemWithId(reblogged()) : root.closest(selectors.item.css),
      kind: (parent, _, { root }) =>
        root.matches(selectors.overlay.css) ? (reblogged() ? "share" : "post") : parent ? "reply" : "post",
      address: () => location.origin + location.pathname,
      submits: (control, { root }) =>
        isEnabled(control) && holds(root, control) && posts.test(control.textContent?.trim() ?? ""),
      textOf: (item) => [...item.querySelectorAll(selectors.text.css)].map(textOf).join("\n\n") || null,
      mark: (item) => item.getAttribute("data-id"),
      permalinkOf: (item) => absoluteLink(item.querySelector(`a[href*="/${item.getAttribute("data-id")}"]`)),
      limitOf: ({ root }) => (root.matches(selectors.overlay.css) ? null : 475),
    }),
  );

  /** The post that is reblogged, as the address says. */
  function reblogged() {
    return /^\/reblog\/[^/]+\/(\d+)\//.exec(location.pathname)?.[1] ?? null;
  }

  /** @param {string | null} id */
  function itemWithId(id) {
    return id ? document.querySelector(`[data-id="${id}"]`) : null;
  }
}
