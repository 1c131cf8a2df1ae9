// @ts-check
"use strict";
/**
 * Hacker News. Every form is a page load; afterwards the thread shows the comment. The score of a comment is shown to
 * its author alone. Facts: a fixture of 2026, long stable.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: 'form[action="comment"] textarea[name="text"]',
      on: { "hackernews/item.html": 1, "hackernews/reply.html": 1 },
    },
    root: { css: 'form[action="comment"]', on: { "hackernews/item.html": 1, "hackernews/reply.html": 1 } },
    submit: {
      css: 'form[action="comment"] input[type="submit"]',
      on: { "hackernews/item.html": 1, "hackernews/reply.html": 1 },
    },
    parentId: {
      css: 'form[action="comment"] input[name="parent"]',
      on: { "hackernews/item.html": 1, "hackernews/reply.html": 1 },
    },
    item: {
      css: "tr.athing.comtr, .fatitem tr.athing:has(.commtext)",
      on: { "hackernews/item.html": 3, "hackernews/reply.html": 1 },
    },
    text: { css: ".commtext", on: { "hackernews/item.html": 2, "hackernews/reply.html": 1 } },
    author: { css: "a.hnuser", on: { "hackernews/item.html": 3, "hackernews/reply.html": 1 } },
    link: { css: '.age a[href^="item?id="]', on: { "hackernews/item.html": 4, "hackernews/reply.html": 1 } },
    likes: { css: ".score", on: { "hackernews/item.html": 2 } },
    story: { css: ".fatitem .titleline > a", on: { "hackernews/item.html": 1 } },
    onStory: { css: ".fatitem .onstory a", on: { "hackernews/reply.html": 1 } },
    storyText: { css: ".fatitem .toptext", on: { "hackernews/item.html": 1 } },
    storyAuthor: { css: ".fatitem .subtext a.hnuser", on: { "hackernews/item.html": 1 } },
    own: { css: "a#me", on: { "hackernews/item.html": 1, "hackernews/reply.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "hackernews",
      hosts: ["news.ycombinator.com"],
      selectors,
      parent: ({ root }) => {
        const id = root.querySelector(selectors.parentId.css)?.getAttribute("value");
        const parent = id ? document.getElementById(id) : null;
        return parent?.matches(selectors.item.css) ? parent : null;
      },
      lead: () => ({
        text: shownText(selectors.storyText) ?? shownText(selectors.story),
        author: shownText(selectors.storyAuthor),
      }),
      title: () => shownText(selectors.story) ?? shownText(selectors.onStory),
      address: () => `${location.origin}/item?id=${new URLSearchParams(location.search).get("id")}`,
      isDeleted: (item) =>
        /^\[(deleted|flagged)\]$/.test(item.querySelector(".comment")?.textContent?.trim() ?? ""),
    }),
  );
}
