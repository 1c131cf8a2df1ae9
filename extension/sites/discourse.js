// @ts-check
"use strict";
/**
 * Discourse, on any host. One composer writes replies, topics, edits and private messages, and says which in its own
 * classes; in a private topic the body says it. Facts: the source of 2025 and 2026.
 */
{
  const composer = "#reply-control";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${composer} textarea.d-editor-input, ${composer} .d-editor-input.ProseMirror[contenteditable="true"]`,
      on: {
        "discourse/never-edit.html": 1,
        "discourse/never-message.html": 1,
        "discourse/rich.html": 1,
        "discourse/topic.html": 1,
      },
    },
    root: {
      css: composer,
      on: {
        "discourse/never-edit.html": 1,
        "discourse/never-message.html": 1,
        "discourse/rich.html": 1,
        "discourse/topic.html": 1,
      },
    },
    submit: {
      css: `${composer} .save-or-cancel button.create`,
      on: {
        "discourse/never-edit.html": 1,
        "discourse/never-message.html": 1,
        "discourse/rich.html": 1,
        "discourse/topic.html": 1,
      },
    },
    never: {
      css: `body.archetype-private_message, ${composer}:is(.private-message, .composer-action-edit, .composer-action-privateMessage, .composer-action-editSharedDraft)`,
      on: { "discourse/never-edit.html": 1, "discourse/never-message.html": 1 },
    },
    answered: { css: `${composer} .reply-details a[href*="/t/"]`, on: { "discourse/topic.html": 1 } },
    item: { css: "article[data-post-id]", on: { "discourse/topic.html": 3 } },
    topicPost: { css: ".topic-post[data-post-number]", on: { "discourse/topic.html": 3 } },
    text: { css: ".cooked", on: { "discourse/topic.html": 3 } },
    author: {
      css: ".names .username a[data-user-card], .names a[data-user-card]",
      on: { "discourse/topic.html": 3 },
    },
    link: { css: ".post-date a, a.post-date", on: { "discourse/topic.html": 3 } },
    likes: { css: ".like-count", on: { "discourse/topic.html": 2 } },
    replies: { css: ".show-replies", on: { "discourse/topic.html": 1 } },
    title: { css: ".fancy-title", on: { "discourse/topic.html": 1 } },
    own: {
      css: "#current-user a[data-user-card], #current-user [data-username]",
      on: { "discourse/rich.html": 1, "discourse/topic.html": 1 },
    },
  };

  const site = siteOf({
    name: "discourse",
    selectors,
    applies: () =>
      document.head.querySelector('meta[name="generator"][content^="Discourse"], #data-discourse-setup') !==
      null,
    privatePaths: /^\/(my\/messages|u\/[^/]+\/(messages|preferences)|chat|login|search|admin)(\/|$)/,
    parent: ({ root }) => {
      if (root.matches(".composer-action-createTopic")) return null;
      const path = root.querySelector(selectors.answered.css)?.getAttribute("href") ?? "";
      const [, number = "1"] = /\/t\/[^/]+\/\d+\/(\d+)/.exec(path) ?? [];
      return document.querySelector(`#post_${number}`);
    },
    kind: (parent, _, { root }) =>
      parent || !root.matches(".composer-action-createTopic") ? "reply" : "post",
    address: () => location.origin + location.pathname,
    submitKeys: "ctrl-enter",
    authorOf: (item) => {
      const link = firstInItem(item, selectors.author.css, selectors.item.css);
      return link?.getAttribute("data-user-card") ?? null;
    },
    mark: (item) => (item.closest(".staged") ? null : item.getAttribute("data-post-id")),
    isOwn: (item) => item.closest(".current-user-post") !== null,
    limit: 32_000,
  });
  registerSite({ ...site, ownHandle });

  function ownHandle() {
    const me = document.querySelector(selectors.own.css);
    return me?.getAttribute("data-username") ?? me?.getAttribute("data-user-card") ?? null;
  }
}
