// @ts-check
"use strict";
/**
 * Comments of Isso, embedded in a page. No form and no new address: the new comment appears as `#isso-N`.
 * Facts: Isso 0.14, `isso/js/app/templates`. Its one number is likes minus dislikes, so it is no count of likes.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: { css: ".isso-postbox textarea.isso-textarea", on: { "isso/article.html": 2 } },
    root: { css: ".isso-postbox", on: { "isso/article.html": 2 } },
    submit: { css: '.isso-postbox .isso-post-action input[type="submit"]', on: { "isso/article.html": 2 } },
    item: { css: '.isso-comment[id^="isso-"]', on: { "isso/article.html": 2 } },
    text: {
      css: '.isso-comment[id^="isso-"] > .isso-text-wrapper > .isso-text',
      on: { "isso/article.html": 2 },
    },
    author: { css: ".isso-author", on: { "isso/article.html": 2 } },
  };

  registerSite(
    siteOf({
      name: "isso",
      selectors,
      applies: () => document.querySelector("#isso-thread") !== null,
      lead: ({ root }) => ({ text: pageArticle(root.closest("#isso-thread") ?? root), author: pageAuthor() }),
      title: pageTitle,
      address: pageAddress,
      permalinkOf: (item) => permalinkTo(item.id),
    }),
  );
}
