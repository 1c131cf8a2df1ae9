// @ts-check
"use strict";
/**
 * GitHub: issues (React), pull requests and discussions (classic), inline reviews. "Close with comment" posts as well.
 * An edit stands inside the comment that it changes. Facts: Refined GitHub 2026-08 and others. Reactions aren't read as
 * likes: half of them say something else.
 */
{
  const closesToo = /^(close|reopen) with comment$/i; // The site is in English alone.
  const classic = "form.js-new-comment-form, form.js-inline-comment-form";
  const react = '[data-testid="comment-composer"], #react-issue-comment-composer';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `:is(${react}) textarea, :is(${classic}) textarea.js-comment-field, file-attachment[input^="fc-new_inline_comment"] textarea`,
      on: { "github/issue.html": 2, "github/never-settings.html": 1, "github/pull.html": 2 },
    },
    root: {
      css: `${react}, form`,
      on: { "github/issue.html": 2, "github/never-settings.html": 3, "github/pull.html": 3 },
    },
    submit: {
      css: 'button.btn-primary[type="submit"], button[name="comment_and_close"], button[data-variant="primary"]',
      on: { "github/issue.html": 2, "github/never-settings.html": 1, "github/pull.html": 4 },
    },
    never: {
      css: ".react-issue-comment, .react-issue-body, form.js-comment-update",
      on: { "github/issue.html": 3, "github/pull.html": 1 },
    },
    item: {
      css: ".react-issue-comment, .react-issue-body, .js-comment-container, .review-comment",
      on: { "github/issue.html": 3, "github/pull.html": 2 },
    },
    text: { css: ".markdown-body, .comment-body", on: { "github/issue.html": 2, "github/pull.html": 2 } },
    author: {
      css: 'a[data-testid="issue-body-header-author"], a[data-testid="avatar-link"], a.author',
      on: { "github/issue.html": 3, "github/pull.html": 2 },
    },
    link: {
      css: 'a[href*="#issuecomment-"]:has(relative-time), a[href*="#discussion_r"]:has(relative-time), a[href*="#discussioncomment-"]:has(relative-time), a[href*="#issue-"]:has(relative-time)',
      on: { "github/issue.html": 3, "github/pull.html": 2 },
    },
    title: { css: "h1 bdi", on: { "github/issue.html": 1, "github/pull.html": 1 } },
    own: { css: 'meta[name="user-login"]', on: { "github/issue.html": 1, "github/pull.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "github",
      hosts: ["github.com"],
      selectors,
      privatePaths: /^\/(settings|search|login|sessions|new|notifications)(\/|$)/,
      parent: ({ field, root }) => answeredReview(field, root) ?? document.querySelector(selectors.item.css),
      kind: (parent) => (parent?.matches(".review-comment") ? "reply" : "comment"),
      address: () => location.origin + location.pathname,
      submits: (control, { root }) =>
        isEnabled(control) &&
        holds(root, control) &&
        (control.matches(selectors.submit.css) || closesToo.test(control.textContent?.trim() ?? "")),
      submitKeys: "ctrl-enter",
      authorOf: (item) =>
        handleIn(firstInItem(item, selectors.author.css, selectors.item.css), /^\/([\w-]+(?:\[bot\])?)\/?$/),
      limit: 65_536,
    }),
  );

  /**
   * The newest comment of the review thread that a form stands under; a form for a new thread answers none.
   * @param {Element} field
   * @param {Element} root
   */
  function answeredReview(field, root) {
    const upload = field.closest("file-attachment")?.getAttribute("input") ?? "";
    if (
      !root.matches("form.js-inline-comment-form") &&
      !upload.startsWith("fc-new_inline_comment_discussion")
    )
      return null;
    const thread = nearestWith(root, ".review-comment");
    return (
      [...(thread?.querySelectorAll(".review-comment") ?? [])].findLast(
        (one) => one.contains(root) || one.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING,
      ) ?? null
    );
  }
}
