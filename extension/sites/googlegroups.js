// @ts-check
"use strict";
/**
 * Google Groups. "Reply all" goes to the group and ends with "Post message"; "Reply to author" is a private mail and
 * ends with "Send". Only a box with the first button is read, so its words must be known.
 * Facts: two scripts and a help page; L.
 */
{
  const postsToAll = /^(post message|nachricht (posten|veröffentlichen)|publicar (el )?mensaje)$/i;

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '[contenteditable="true"][role="textbox"], [contenteditable="true"][aria-multiline="true"]',
      on: { "googlegroups/conversation.html": 2 },
    },
    button: { css: '[role="button"], button', on: { "googlegroups/conversation.html": 2 } },
    item: { css: "section[data-author]", on: { "googlegroups/conversation.html": 2 } },
    text: { css: '[role="region"]', on: { "googlegroups/conversation.html": 2 } },
    link: { css: 'a[href*="/c/"][href*="/m/"]', on: { "googlegroups/conversation.html": 2 } },
    title: { css: "h1", on: { "googlegroups/conversation.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "googlegroups",
      hosts: ["groups.google.com"],
      selectors,
      root: (field) => nearestWith(field, selectors.button.css),
      isPublic: ({ root }) => [...root.querySelectorAll(selectors.button.css)].some(posts),
      parent: () => [...document.querySelectorAll(selectors.item.css)].at(-1) ?? null,
      address: () => location.origin + location.pathname,
      submits: (control, { root }) => isEnabled(control) && holds(root, control) && posts(control),
      mark: (item) => item.getAttribute("data-message-id"),
      authorOf: (item) => item.getAttribute("data-author"),
    }),
  );

  /** @param {Element} button */
  function posts(button) {
    return postsToAll.test(button.textContent?.trim() ?? "");
  }
}
