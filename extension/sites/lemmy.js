// @ts-check
"use strict";
/**
 * Lemmy, on any host. An edit's form stands inside the comment, a reply's under it; private messages use the same
 * editor on a page of their own. Facts: the source, 2026-08.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: ".comment-form form.markdown-textarea textarea",
      on: { "lemmy/never-message.html": 1, "lemmy/post.html": 3 },
    },
    root: { css: "form.markdown-textarea", on: { "lemmy/never-message.html": 1, "lemmy/post.html": 3 } },
    submit: {
      css: 'form.markdown-textarea button[type="submit"]',
      on: { "lemmy/never-message.html": 1, "lemmy/post.html": 3 },
    },
    never: { css: "article.comment-node .comment-form", on: { "lemmy/post.html": 1 } },
    around: { css: "li.comment", on: { "lemmy/post.html": 2 } },
    item: { css: "article.comment-node[id^='comment-']", on: { "lemmy/post.html": 2 } },
    text: { css: ".comment-content .md-div", on: { "lemmy/post.html": 1 } },
    author: { css: ".person-listing", on: { "lemmy/post.html": 3 } },
    link: { css: 'a[href*="/comment/"]', on: { "lemmy/post.html": 2 } },
    votes: {
      css: "[data-tippy-content]:is(button, :has(> button))",
      on: { "lemmy/post.html": 2 },
    },
    postTitle: { css: ".post-title, .post-listing h1", on: { "lemmy/post.html": 1 } },
    postText: { css: ".post-listing .md-div", on: { "lemmy/post.html": 1 } },
    postAuthor: { css: ".post-listing .person-listing", on: { "lemmy/post.html": 1 } },
    own: { css: 'nav a[href^="/u/"]', on: { "lemmy/never-message.html": 1, "lemmy/post.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "lemmy",
      selectors,
      applies: () => pageHas("form.markdown-textarea", "article.comment-node"),
      privatePaths: /^\/(create_private_message|inbox|settings|search|login|signup|admin|reports)(\/|$)/,
      parent: ({ root }) => root.closest(selectors.around.css)?.querySelector(selectors.item.css) ?? null,
      lead: () => ({
        text: shownText(selectors.postText) ?? shownText(selectors.postTitle),
        author: shownText(selectors.postAuthor),
      }),
      title: () => shownText(selectors.postTitle),
      address: () => location.origin + location.pathname,
      submitKeys: "ctrl-enter",
      countsOf: (item) => {
        const told = [...item.querySelectorAll(selectors.votes.css)].map((one) =>
          readCount(one.getAttribute("data-tippy-content")),
        );
        return knownCounts({ likes: told.find(Boolean) ?? null });
      },
      authorOf: (item) => handleIn(author(item), /^\/u\/([^/]+)/),
      nameOf: (item) => textOf(author(item)),
      handle: /^\/u\/([^/]+)/,
      limit: 10_000,
    }),
  );

  /** @param {Element} item */
  function author(item) {
    return firstInItem(item, selectors.author.css, selectors.item.css);
  }
}
