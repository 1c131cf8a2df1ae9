// @ts-check
"use strict";
/**
 * Comments of Isso, embedded in a page. No form and no new address: the new comment appears as `#isso-N`.
 * Facts: Isso 0.14, `isso/js/app/templates`.
 */
{
  /** @satisfies {Record<string, Selector>} */
  const selectors = {
    field: { css: ".isso-postbox textarea.isso-textarea", on: { "isso.html": 2 } },
    box: { css: ".isso-postbox", on: { "isso.html": 2 } },
    submit: { css: '.isso-postbox .isso-post-action input[type="submit"]', on: { "isso.html": 2 } },
    item: { css: '.isso-comment[id^="isso-"]', on: { "isso.html": 2 } },
    itemText: { css: '.isso-comment[id^="isso-"] > .isso-text-wrapper > .isso-text', on: { "isso.html": 2 } },
    itemAuthor: { css: ".isso-author", on: { "isso.html": 2 } },
  };

  registerSite({
    name: "isso",
    hosts: [],
    selectors,
    applies: () => document.querySelector("#isso-thread, .isso-postbox") !== null,
    composer(field) {
      const root = field.matches(selectors.field.css) ? field.closest(selectors.box.css) : null;
      return root && { field, root };
    },
    context({ root }) {
      const parent = root.closest(selectors.item.css);
      return {
        site: "isso",
        kind: parent ? "reply" : "comment",
        page_url: pageAddress(),
        parent_text: parent
          ? textOf(parent.querySelector(selectors.itemText.css))
          : pageArticle(thread(root)),
        parent_author: parent ? textOf(parent.querySelector(selectors.itemAuthor.css)) : pageAuthor(),
        thread_title: pageTitle(),
      };
    },
    submits: (control, { root }) => root.contains(control) && control.matches(selectors.submit.css),
    submitKeys: "none",
    items,
    ownHandle: () => null,
    limit: () => null,
  });

  /** @param {Element} root */
  function thread(root) {
    return root.closest("#isso-thread") ?? root;
  }

  /** @returns {PageItem[]} */
  function items() {
    return [...document.querySelectorAll(selectors.item.css)].map((element) => ({
      mark: element.id,
      text: element.querySelector(selectors.itemText.css)?.textContent ?? "",
      permalink: permalinkTo(element.id),
      author: textOf(element.querySelector(selectors.itemAuthor.css)),
      counts: {},
    }));
  }
}
