// @ts-check
"use strict";
/**
 * Facebook. The chat uses the same editor with the same attributes as comments and posts, so here the field's label
 * decides: what doesn't say in a known language that a comment or a post is written is not read.
 * Facts: extensions and scrapers up to 2026-10, no own source; permalinks and counts are the least sure.
 */
{
  const label =
    /comment|reply|answer|what.s on your mind|write something|kommentar|kommentier|antwort|machst du gerade|schreib etwas|comentari|coment[aá]|respuesta|responde|estás pensando|escribe algo/i;
  const edits = /^edit|bearbeit/i;
  const commentWords = /^(comment|post comment|reply|kommentieren|antworten|comentar|responder)$/i;
  const comment = '[role="article"][aria-label]';
  const unit = '[aria-posinset], [data-pagelet^="FeedUnit"]';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: 'div[role="textbox"][contenteditable="true"][data-lexical-editor="true"]',
      on: { "facebook/group.html": 3, "facebook/never-chat.html": 3, "facebook/post.html": 1 },
    },
    dialogSubmit: {
      css: '[role="dialog"] [role="button"][aria-label]:not(:has(svg, i, img))',
      on: { "facebook/group.html": 1 },
    },
    commentSubmit: {
      css: 'form [role="button"][aria-label]',
      on: { "facebook/group.html": 2, "facebook/post.html": 1 },
    },
    item: { css: `${comment}, ${unit}`, on: { "facebook/group.html": 2, "facebook/never-chat.html": 1 } },
    text: {
      css: '[data-ad-rendering-role="story_message"], [data-ad-preview="message"], [data-ad-comet-preview="message"], div[dir="auto"]:not(div[dir="auto"] div[dir="auto"], [role="textbox"])',
      on: { "facebook/group.html": 2, "facebook/post.html": 1 },
    },
    message: {
      css: '[data-ad-rendering-role="story_message"], [data-ad-preview="message"], [data-ad-comet-preview="message"]',
      on: { "facebook/group.html": 1, "facebook/post.html": 1 },
    },
    like: {
      css: '[data-ad-rendering-role="like_button"]',
      on: { "facebook/group.html": 1, "facebook/post.html": 1 },
    },
    author: {
      css: '[data-ad-rendering-role="profile_name"] a, [data-ad-rendering-role="profile_name"]:not(:has(a)), a[role="link"] span[dir="auto"]',
      on: { "facebook/group.html": 2, "facebook/post.html": 1 },
    },
    link: {
      css: 'a[href*="comment_id="], a[href*="/posts/"], a[href*="/permalink/"]',
      on: { "facebook/group.html": 2 },
    },
    never: {
      css: '[role="complementary"] [aria-label*="chat" i], [data-pagelet*="Chat"], [aria-label="Messenger"], [role="search"], [role="banner"]',
      on: { "facebook/group.html": 1, "facebook/never-chat.html": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "facebook",
      hosts: ["www.facebook.com", "m.facebook.com", "web.facebook.com"],
      selectors,
      privatePaths: /^\/(messages|search|login|settings|marketplace)(\/|$|\.php)/,
      root: (field) => postDialog(field) ?? field.closest("form"),
      isPublic: ({ field }) => {
        const said = field.getAttribute("aria-label") ?? field.getAttribute("aria-placeholder") ?? "";
        return label.test(said) && !edits.test(said);
      },
      parent: ({ field, root }) => (postDialog(field) === root ? null : field.closest(selectors.item.css)),
      lead: ({ field, root }) => (postDialog(field) === root ? null : shownPost(field)),
      kind: (parent, lead) => (parent?.matches(comment) ? "reply" : parent || lead ? "comment" : "post"),
      address: () => location.origin + location.pathname,
      submits: (control, { root }) =>
        isEnabled(control) &&
        holds(root, control) &&
        (control.matches(selectors.dialogSubmit.css) ||
          (control.matches(selectors.commentSubmit.css) &&
            commentWords.test(control.getAttribute("aria-label") ?? ""))),
      submitKeys: ({ field }) => (postDialog(field) ? "none" : "enter"),
      limitOf: ({ field }) => (postDialog(field) ? 63_206 : 8_000),
    }),
  );

  /**
   * The dialog in which a new post is written; the one that shows a post is none.
   * @param {Element} field
   */
  function postDialog(field) {
    const dialog = field.closest('[role="dialog"]');
    return dialog?.querySelector(`${comment}, ${unit}, ${selectors.like.css}`) ? null : dialog;
  }

  /**
   * The post that a dialog or a page of its own shows.
   * @param {Element} field
   * @returns {Lead | null}
   */
  function shownPost(field) {
    const around = field.closest('[role="dialog"], [role="main"]');
    if (!around?.querySelector(selectors.like.css)) return null;
    return {
      text: textOf(around.querySelector(selectors.message.css)),
      author: textOf(around.querySelector(selectors.author.css)),
    };
  }
}
