// @ts-check
"use strict";
/**
 * Substack: comments under posts and notes. Notes that are only shown have the editor's class as well, so the editor
 * is what can be written in. Classes end in letters that change with each build. Facts: few, the newest undated.
 */
{
  const comments = ".comments-page";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${comments} form textarea, .ProseMirror[contenteditable="true"]`,
      on: { "substack/never-chat.html": 1, "substack/note.html": 1, "substack/post.html": 1 },
    },
    commentForm: { css: `${comments} form`, on: { "substack/post.html": 1 } },
    item: {
      css: `${comments} .comment, [class*="feedItem"]`,
      on: { "substack/note.html": 1, "substack/post.html": 1 },
    },
    text: {
      css: '.comment-body, [class*="feedCommentBodyInner"]',
      on: { "substack/note.html": 1, "substack/post.html": 1 },
    },
    author: {
      css: '.comment-meta a[href*="/@"], a[href*="/@"]:not([href*="/note/"]):not(:has(img))',
      on: { "substack/note.html": 1, "substack/post.html": 2 },
    },
    link: {
      css: 'a[href*="/note/c-"][title], a[href*="/comment/"]',
      on: { "substack/note.html": 1, "substack/post.html": 1 },
    },
    likes: { css: ".like-button-container .label", on: { "substack/note.html": 1, "substack/post.html": 1 } },
    replies: { css: ".post-ufi-comment-button .label", on: { "substack/note.html": 1 } },
    title: { css: "h1.post-title", on: { "substack/post.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "substack",
      selectors,
      applies: () =>
        /(^|\.)substack\.com$/.test(location.hostname) ||
        document.head.querySelector('link[href*="substackcdn"], script[src*="substackcdn"]') !== null,
      privatePaths: /^\/(chat|inbox|publish|settings|search|sign-in|account)(\/|$)/,
      root: (field) => field.closest("form") ?? field.closest('[role="dialog"]') ?? composerRoot(field),
      parent: ({ root }) => root.closest(selectors.item.css),
      lead: ({ root }) =>
        root.matches(selectors.commentForm.css) ? { text: pageArticle(root), author: pageAuthor() } : null,
      address: () => location.origin + location.pathname,
      submits: (control, { field, root }) =>
        isEnabled(control) &&
        holds(root, control) &&
        (control.matches("[type=submit]") ||
          (field.matches(".ProseMirror") && control === wordButtons(root).at(-1))),
    }),
  );
}
