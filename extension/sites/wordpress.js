// @ts-check
"use strict";
/**
 * Comments of WordPress, classic and block themes. The form's action is the steadiest mark, since themes rename ids.
 * After posting the browser loads the page again with `#comment-N`; a held comment also has `unapproved=` and a
 * `moderation-hash=` in its address, which never leaves this file. Facts: the core's `comment-template.php` and
 * `wp-comments-post.php`.
 */
{
  const form = 'form[action$="/wp-comments-post.php"]';

  /** @satisfies {Record<string, Selector>} */
  const selectors = {
    field: {
      css: `${form} textarea[name="comment"]`,
      on: { "wordpress.html": 1, "wordpress-block.html": 1 },
    },
    submit: { css: `${form} [type="submit"]`, on: { "wordpress.html": 1, "wordpress-block.html": 1 } },
    parentId: {
      css: `${form} input[name="comment_parent"]`,
      on: { "wordpress.html": 1, "wordpress-block.html": 1 },
    },
    item: { css: '.comment[id^="comment-"]', on: { "wordpress.html": 3, "wordpress-block.html": 2 } },
    itemText: {
      css: ".comment-content, .wp-block-comment-content",
      on: { "wordpress.html": 3, "wordpress-block.html": 2 },
    },
    itemAuthor: {
      css: ".comment-author .fn, .wp-block-comment-author-name",
      on: { "wordpress.html": 3, "wordpress-block.html": 2 },
    },
    articleTitle: {
      css: "h1.entry-title, h1.wp-block-post-title",
      on: { "wordpress.html": 1, "wordpress-block.html": 1 },
    },
    articleAuthor: {
      css: ".entry-meta .author .fn, .wp-block-post-author__name",
      on: { "wordpress.html": 1, "wordpress-block.html": 1 },
    },
  };

  registerSite({
    name: "wordpress",
    hosts: [],
    selectors,
    applies: () => document.querySelector(form) !== null || isFailurePage(),
    composer(field) {
      const root = field.matches(selectors.field.css) ? field.closest("form") : null;
      return root && { field, root };
    },
    context({ root }) {
      const parentId = root.querySelector(selectors.parentId.css)?.getAttribute("value") ?? "0";
      const parent = parentId === "0" ? null : document.getElementById(`comment-${parentId}`);
      return {
        site: "wordpress",
        kind: parent ? "reply" : "comment",
        page_url: pageAddress(),
        parent_text: parent ? textOf(parent.querySelector(selectors.itemText.css)) : pageArticle(root),
        parent_author: parent
          ? textOf(parent.querySelector(selectors.itemAuthor.css))
          : (textOf(document.querySelector(selectors.articleAuthor.css)) ?? pageAuthor()),
        thread_title: textOf(document.querySelector(selectors.articleTitle.css)) ?? pageTitle(),
      };
    },
    submits: (control, { root }) =>
      root.contains(control) && control.matches('[type="submit"], button:not([type])'),
    submitKeys: "none",
    items,
    ownHandle: () => null,
    limit: () => null,
    outcome: () => (isFailurePage() ? { state: "failed" } : null),
  });

  /** WordPress shows what was wrong (a missing name, a duplicate, too fast) on the address of the form's action. */
  function isFailurePage() {
    return location.pathname.endsWith("/wp-comments-post.php");
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
