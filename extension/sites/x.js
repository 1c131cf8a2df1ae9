// @ts-check
"use strict";
/**
 * X. A reply on a post's own page has no "Replying to" line: it answers the focal article, the one with tabindex -1;
 * in the dialog it answers the article above it. Facts: live inspections of 2026-10.
 */
{
  const article = 'article[data-testid="tweet"]';

  const everywhere = {
    "x/dialog.html": 1,
    "x/never-messages.html": 1,
    "x/quote.html": 1,
    "x/status.html": 1,
    "x/thread.html": 1,
  };

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '[data-testid$="RichTextInputContainer"] [data-testid^="tweetTextarea_"][contenteditable="true"]',
      on: { ...everywhere, "x/thread.html": 3 },
    },
    toolBar: {
      css: '[data-testid="toolBar"]',
      on: everywhere,
    },
    submit: {
      css: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
      on: { "x/dialog.html": 1, "x/quote.html": 1, "x/status.html": 1, "x/thread.html": 1 },
    },
    thread: { css: '[role="dialog"]', on: { "x/dialog.html": 1, "x/quote.html": 1, "x/thread.html": 1 } },
    item: { css: article, on: { "x/dialog.html": 2, "x/quote.html": 1, "x/status.html": 2 } },
    focal: { css: `${article}[tabindex="-1"]`, on: { "x/dialog.html": 1, "x/status.html": 1 } },
    text: {
      css: '[data-testid="tweetText"]:not([role="link"] *)',
      on: { "x/dialog.html": 2, "x/status.html": 2 },
    },
    link: {
      css: 'a[href*="/status/"]:has(> time[datetime])',
      on: { "x/dialog.html": 2, "x/quote.html": 1, "x/status.html": 2 },
    },
    likes: {
      css: '[data-testid="like"], [data-testid="unlike"]',
      on: { "x/dialog.html": 2, "x/quote.html": 1, "x/status.html": 2 },
    },
    replies: {
      css: '[data-testid="reply"]',
      on: { "x/dialog.html": 2, "x/quote.html": 1, "x/status.html": 2 },
    },
    shares: {
      css: '[data-testid="retweet"], [data-testid="unretweet"]',
      on: { "x/dialog.html": 2, "x/quote.html": 1, "x/status.html": 2 },
    },
    views: { css: 'a[href$="/analytics"]', on: { "x/dialog.html": 1, "x/status.html": 1 } },
    own: {
      css: 'a[data-testid="AppTabBar_Profile_Link"]',
      on: everywhere,
    },
    quotedText: {
      css: '[role="dialog"] [data-testid="tweetText"]:not(article *)',
      on: { "x/quote.html": 1 },
    },
    quotedName: {
      css: '[role="dialog"] [data-testid="User-Name"]:not(article *)',
      on: { "x/quote.html": 1 },
    },
    sent: { css: '[data-testid="toast"] a[href*="/status/"]', on: { "x/status.html posted": 1 } },
  };

  registerSite(
    siteOf({
      name: "x",
      hosts: ["x.com", "www.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"],
      selectors,
      privatePaths:
        /^\/(messages|i\/chat|explore|search|settings|login)(\/|$)|^\/compose\/post\/(schedule|unsent)/,
      root: (field) => nearestWith(field, selectors.toolBar.css),
      parent: ({ field }) =>
        field.closest("[role=dialog]")?.querySelector(article) ??
        (/\/status\/\d+/.test(location.pathname) && !field.closest("[role=dialog]")
          ? document.querySelector(selectors.focal.css)
          : null),
      lead: ({ field }) => quoted(field.closest("[role=dialog]")),
      kind: (parent, lead) => (parent ? "reply" : lead ? "share" : "post"),
      address: () => location.origin + location.pathname,
      submitKeys: "ctrl-enter",
      authorOf: (item) => /^\/(\w{1,20})\/status\//.exec(linkPath(item))?.[1] ?? null,
      handle: /^\/(\w{1,20})$/,
      limit: 280,
    }),
  );

  /**
   * The post that is passed on with words of one's own. It shows its author's name and handle, and no link.
   * @param {Element | null} dialog
   * @returns {Lead | null}
   */
  function quoted(dialog) {
    const text = dialog?.querySelector(selectors.quotedText.css);
    const [, author = null] =
      /@(\w{1,20})/.exec(dialog?.querySelector(selectors.quotedName.css)?.textContent ?? "") ?? [];
    return text ? { text: textOf(text), author } : null;
  }

  /** @param {Element} item */
  function linkPath(item) {
    return firstInItem(item, selectors.link.css, article)?.getAttribute("href") ?? "";
  }
}
