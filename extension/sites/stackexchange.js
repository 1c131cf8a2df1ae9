// @ts-check
"use strict";
/**
 * Stack Overflow and the other sites of Stack Exchange. Enter posts a comment, but breaks the line in an answer. Their
 * chat and the edit of a post have other fields. Facts: userscripts of 2025 and 2026.
 */
{
  const userName = /^\/users\/\d+\/([^/]+)/;
  const comment = "textarea.js-comment-text-input";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${comment}, form#post-form textarea#wmd-input, form#post-form .js-stacks-editor .ProseMirror[contenteditable="true"]`,
      on: { "stackexchange/never-edit.html": 1, "stackexchange/question.html": 3 },
    },
    root: {
      css: "form",
      on: {
        "stackexchange/never-chat.html": 1,
        "stackexchange/never-edit.html": 3,
        "stackexchange/question.html": 3,
      },
    },
    submit: {
      css: 'form#post-form #submit-button, form:has(textarea.js-comment-text-input) button[type="submit"]',
      on: { "stackexchange/never-edit.html": 1, "stackexchange/question.html": 2 },
    },
    never: { css: "li.comment form", on: { "stackexchange/never-edit.html": 1 } },
    post: { css: "#question, .answer[data-answerid]", on: { "stackexchange/question.html": 2 } },
    item: {
      css: '#question, .answer[data-answerid], li.comment[id^="comment-"]',
      on: { "stackexchange/never-edit.html": 1, "stackexchange/question.html": 3 },
    },
    text: { css: ".js-post-body, .comment-copy", on: { "stackexchange/question.html": 3 } },
    author: { css: ".user-details a, .comment-user", on: { "stackexchange/question.html": 4 } },
    link: { css: ".js-share-link, a.comment-link", on: { "stackexchange/question.html": 3 } },
    likes: { css: ".js-vote-count[data-value]", on: { "stackexchange/question.html": 2 } },
    title: { css: "#question-header h1", on: { "stackexchange/question.html": 1 } },
    own: { css: '.s-topbar .s-user-card[href^="/users/"]', on: { "stackexchange/question.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "stackexchange",
      hosts: [
        "stackoverflow.com",
        "es.stackoverflow.com",
        "ja.stackoverflow.com",
        "pt.stackoverflow.com",
        "ru.stackoverflow.com",
        "*.stackexchange.com",
        "superuser.com",
        "serverfault.com",
        "askubuntu.com",
        "mathoverflow.net",
        "stackapps.com",
      ],
      selectors,
      privatePaths: /^\/(posts\/\d+\/edit|users\/(login|signup|edit|preferences)|search|rooms)(\/|$)/,
      parent: ({ field, root }) =>
        isComment(field) ? root.closest(selectors.post.css) : document.querySelector("#question"),
      kind: (parent) => (parent ? "reply" : "post"),
      address: () => location.origin + location.pathname,
      submitKeys: ({ field, root }) =>
        isComment(field) && !root.matches(".js-prevent-submit-form-on-enter-press") ? "enter" : "none",
      authorOf: (item) => handleIn(lastOwn(item, selectors.author.css) ?? null, userName),
      nameOf: (item) => textOf(lastOwn(item, selectors.author.css)),
      countsOf: (item) => {
        const votes = firstInItem(item, selectors.likes.css, selectors.item.css);
        return knownCounts({ likes: readCount(votes?.getAttribute("data-value")) });
      },
      handle: userName,
      limitOf: ({ field }) => (isComment(field) ? 600 : 30_000),
    }),
  );

  /** @param {Element} field */
  function isComment(field) {
    return field.matches(comment);
  }

  /**
   * An edited post names its editor first and its author last.
   * @param {Element} item
   * @param {string} css
   */
  function lastOwn(item, css) {
    return [...item.querySelectorAll(css)].findLast((one) => one.closest(selectors.item.css) === item);
  }
}
