// @ts-check
"use strict";
/**
 * NodeBB, on any host: the composer and the quick reply. The composer also edits, and only its title says so.
 * Facts: the source of 2026-08.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '[component="composer"] textarea.write, [component="topic/quickreply/text"]',
      on: { "nodebb/never-edit.html": 1, "nodebb/new-topic.html": 1, "nodebb/topic.html": 2 },
    },
    root: {
      css: '[component="composer"], form:has([component="topic/quickreply/text"])',
      on: { "nodebb/never-edit.html": 1, "nodebb/new-topic.html": 1, "nodebb/topic.html": 2 },
    },
    submit: {
      css: '.composer-submit[data-action="post"], [component="topic/quickreply/button"]',
      on: { "nodebb/never-edit.html": 1, "nodebb/new-topic.html": 1, "nodebb/topic.html": 2 },
    },
    composerTitle: {
      css: '[component="composer"] .title:not(input)',
      on: { "nodebb/never-edit.html": 1, "nodebb/topic.html": 1 },
    },
    newTopicTitle: { css: '[component="composer"] input.title', on: { "nodebb/new-topic.html": 1 } },
    item: { css: '[component="post"][data-pid]', on: { "nodebb/topic.html": 2 } },
    text: { css: '[component="post/content"]', on: { "nodebb/topic.html": 2 } },
    author: { css: 'a[href*="/user/"][data-username]', on: { "nodebb/topic.html": 2 } },
    link: { css: 'a[href*="/post/"]', on: { "nodebb/topic.html": 2 } },
    likes: { css: '[component="post/vote-count"][data-votes]', on: { "nodebb/topic.html": 2 } },
    replies: { css: '[component="post/reply-count/text"][data-replies]', on: { "nodebb/topic.html": 1 } },
    title: { css: '[component="topic/title"]', on: { "nodebb/topic.html": 1 } },
    own: {
      css: '[component="header/avatar"] a[href*="/user/"], [component="user/link"] a[href*="/user/"]',
      on: { "nodebb/topic.html": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "nodebb",
      selectors,
      applies: () => pageHas('[component="post"][data-pid]', '[component="composer"]'),
      privatePaths: /\/(chats?|user\/[^/]+\/(edit|settings|chats)|search|login|register|admin)(\/|$)/,
      isPublic: ({ root }) =>
        !/^\s*(editing|bearbeite|editando)/i.test(
          root.querySelector(selectors.composerTitle.css)?.textContent ?? "",
        ),
      parent: ({ root }) =>
        root.querySelector(selectors.newTopicTitle.css) ? null : document.querySelector(selectors.item.css),
      address: () => location.origin + location.pathname,
      submitKeys: "ctrl-enter",
      authorOf: (item) => handleIn(author(item), /\/user\/([^/]+)/),
      nameOf: (item) => author(item)?.getAttribute("data-username") ?? textOf(author(item)),
      permalinkOf: (item) =>
        absoluteLink(item.querySelector(`a[href*="/post/${item.getAttribute("data-pid")}"]`)) ??
        `${location.origin}/post/${item.getAttribute("data-pid")}`,
      countsOf: (item) =>
        knownCounts({
          likes: readCount(own(item, "likes")?.getAttribute("data-votes")),
          replies: readCount(own(item, "replies")?.getAttribute("data-replies")),
        }),
      handle: /\/user\/([^/]+)/,
    }),
  );

  /** @param {Element} item */
  function author(item) {
    return firstInItem(item, selectors.author.css, selectors.item.css);
  }

  /**
   * @param {Element} item
   * @param {"likes" | "replies"} name
   */
  function own(item, name) {
    return firstInItem(item, selectors[name].css, selectors.item.css);
  }
}
