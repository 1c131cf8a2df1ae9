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

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${form} textarea[name="comment"]`,
      on: { "wordpress/block.html": 1, "wordpress/classic.html": 1 },
    },
    root: { css: form, on: { "wordpress/block.html": 1, "wordpress/classic.html": 1 } },
    submit: {
      css: `${form} :is([type="submit"], button:not([type]))`,
      on: { "wordpress/block.html": 1, "wordpress/classic.html": 1 },
    },
    parentId: {
      css: `${form} input[name="comment_parent"]`,
      on: { "wordpress/block.html": 1, "wordpress/classic.html": 1 },
    },
    item: {
      css: '.comment[id^="comment-"]',
      on: { "wordpress/block.html": 2, "wordpress/classic.html": 3 },
    },
    text: {
      css: ".comment-content, .wp-block-comment-content",
      on: { "wordpress/block.html": 2, "wordpress/classic.html": 3 },
    },
    author: {
      css: ".comment-author .fn, .wp-block-comment-author-name",
      on: { "wordpress/block.html": 2, "wordpress/classic.html": 3 },
    },
    title: {
      css: "h1.entry-title, h1.wp-block-post-title",
      on: { "wordpress/block.html": 1, "wordpress/classic.html": 1 },
    },
    articleAuthor: {
      css: ".entry-meta .author .fn, .wp-block-post-author__name",
      on: { "wordpress/block.html": 1, "wordpress/classic.html": 1 },
    },
    own: { css: "#wp-admin-bar-my-account .display-name", on: { "wordpress/block.html": 2 } },
  };

  registerSite(
    siteOf({
      name: "wordpress",
      selectors,
      applies: () => document.querySelector(form) !== null || isFailurePage(),
      parent: ({ root }) => {
        const id = root.querySelector(selectors.parentId.css)?.getAttribute("value") ?? "0";
        return id === "0" ? null : document.getElementById(`comment-${id}`);
      },
      lead: ({ root }) => ({
        text: pageArticle(root),
        author: textOf(document.querySelector(selectors.articleAuthor.css)) ?? pageAuthor(),
      }),
      title: () => textOf(document.querySelector(selectors.title.css)) ?? pageTitle(),
      address: pageAddress,
      permalinkOf: (item) => permalinkTo(item.id),
      outcome: () => (isFailurePage() ? { state: "failed" } : null),
    }),
  );

  /** WordPress shows what was wrong (a missing name, a duplicate, too fast) on the address of the form's action. */
  function isFailurePage() {
    return location.pathname.endsWith("/wp-comments-post.php");
  }
}
