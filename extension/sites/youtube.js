// @ts-check
"use strict";
/**
 * Comments on YouTube. Ids repeat on the page, so all is looked for inside its own box; an edit stands in another box
 * than the three below. The site doesn't show who is signed in until the person opens that menu.
 * Facts: extensions up to 2026-10.
 */
{
  const box =
    ":is(ytd-comment-simplebox-renderer, ytd-comment-reply-dialog-renderer, ytd-backstage-post-dialog-renderer) ytd-commentbox";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${box} #contenteditable-root[contenteditable="true"]`,
      on: { "youtube/never-chat.html": 1, "youtube/watch.html": 2 },
    },
    root: { css: "ytd-commentbox", on: { "youtube/never-chat.html": 1, "youtube/watch.html": 3 } },
    submit: { css: "#submit-button button", on: { "youtube/watch.html": 3 } },
    item: { css: "ytd-comment-view-model, ytd-comment-renderer", on: { "youtube/watch.html": 2 } },
    thread: { css: "ytd-comment-thread-renderer", on: { "youtube/watch.html": 2 } },
    reply: { css: "ytd-comment-reply-dialog-renderer", on: { "youtube/watch.html": 1 } },
    text: { css: "#content-text", on: { "youtube/watch.html": 2 } },
    author: { css: "#author-text", on: { "youtube/watch.html": 2 } },
    link: { css: '#published-time-text a[href*="lc="]', on: { "youtube/watch.html": 2 } },
    likes: { css: "#vote-count-middle", on: { "youtube/watch.html": 1 } },
    title: { css: "h1.ytd-watch-metadata", on: { "youtube/watch.html": 1 } },
    channel: { css: "#owner a[href]:not(:has(img))", on: { "youtube/watch.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "youtube",
      hosts: ["www.youtube.com"],
      selectors,
      privatePaths: /^\/(live_chat|live_chat_replay|account|results)(\/|$)/,
      parent: ({ root }) =>
        root.closest(selectors.reply.css)
          ? (root.closest(selectors.item.css) ??
            root.closest(selectors.thread.css)?.querySelector(selectors.item.css) ??
            null)
          : null,
      lead: ({ root }) =>
        root.closest("ytd-comment-simplebox-renderer")
          ? { text: null, author: textOf(document.querySelector(selectors.channel.css)) }
          : null,
      address: () => {
        const video = new URLSearchParams(location.search).get("v");
        return location.origin + location.pathname + (video ? `?v=${encodeURIComponent(video)}` : "");
      },
      submitKeys: "ctrl-enter",
      limit: 10_000,
    }),
  );
}
