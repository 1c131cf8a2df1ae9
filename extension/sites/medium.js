// @ts-check
"use strict";
/**
 * Responses on Medium and on blogs under their own names. A story's own editor is another one. Where a response
 * stands once it is out is not known, so only the emptied box tells. Facts: extensions up to 2026.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '[role="textbox"][data-slate-editor="true"]',
      on: { "medium/never-story.html": 1, "medium/story.html": 1 },
    },
    submit: {
      css: '[data-testid="ResponseRespondButton"]',
      on: { "medium/never-story.html": 1, "medium/story.html": 1 },
    },
    title: { css: '[data-testid="storyTitle"]', on: { "medium/story.html": 1 } },
    author: { css: '[data-testid="authorName"]', on: { "medium/story.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "medium",
      selectors,
      applies: () =>
        /(^|\.)medium\.com$/.test(location.hostname) ||
        pageHas('[data-testid="storyTitle"]', '[data-testid="ResponseRespondButton"]'),
      privatePaths: /^\/(me|new-story|p\/[^/]+\/edit|search|m\/signin)(\/|$)/,
      root: (field) => nearestWith(field, selectors.submit.css),
      lead: ({ root }) => ({ text: pageArticle(root), author: shownText(selectors.author) }),
    }),
  );
}
