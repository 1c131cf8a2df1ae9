// @ts-check
"use strict";
/** Lobsters and its sister sites. The form of an edit sends `_method=patch`. Facts: the source, 2026-08. */
{
  const form = ".comment_form_container form";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${form} textarea[name="comment"]`,
      on: { "lobsters/never-messages.html": 1, "lobsters/story.html": 3 },
    },
    root: { css: form, on: { "lobsters/never-messages.html": 1, "lobsters/story.html": 3 } },
    submit: { css: `${form} .comment-post`, on: { "lobsters/story.html": 3 } },
    never: { css: 'form:has(input[name="_method"][value="patch"])', on: { "lobsters/story.html": 1 } },
    parentId: { css: 'input[name="parent_comment_short_id"]', on: { "lobsters/story.html": 1 } },
    item: { css: '.comment[id^="c_"][data-shortid]', on: { "lobsters/story.html": 2 } },
    text: { css: ".comment_text", on: { "lobsters/story.html": 2 } },
    author: {
      css: '.byline a[href^="/~"]:not(:has(img)), .byline a[href^="/u/"]:not(:has(img))',
      on: { "lobsters/story.html": 3 },
    },
    link: { css: '.byline a[href^="/c/"], .byline a[href*="#c_"]', on: { "lobsters/story.html": 2 } },
    likes: { css: ".voters .score, .voters .upvoter:not(:empty)", on: { "lobsters/story.html": 2 } },
    title: { css: "a.u-url", on: { "lobsters/story.html": 1 } },
    storyText: { css: ".story_text", on: { "lobsters/story.html": 1 } },
    storyAuthor: { css: '.story .byline a[href^="/~"]:not(:has(img))', on: { "lobsters/story.html": 1 } },
    own: {
      css: 'header a[href^="/~"], #header a[href^="/~"]',
      on: { "lobsters/never-messages.html": 1, "lobsters/story.html": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "lobsters",
      selectors,
      applies: () => pageHas(form, '.comment[id^="c_"][data-shortid]'),
      privatePaths: /^\/(messages|settings|search|login|mod)(\/|$)/,
      parent: ({ root }) => {
        const id = root.querySelector(selectors.parentId.css)?.getAttribute("value");
        return id ? document.getElementById(`c_${id}`) : null;
      },
      lead: () => ({
        text: shownText(selectors.storyText) ?? shownText(selectors.title),
        author: shownText(selectors.storyAuthor),
      }),
      submitKeys: "ctrl-enter",
      handle: /^\/~([^/]+)/,
    }),
  );
}
