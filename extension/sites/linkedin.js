// @ts-check
"use strict";
/**
 * LinkedIn has two interfaces at once, by account: the classic one with its class names, and a new one whose classes
 * change with each deploy, so that only `componentkey` and `data-testid` hold. Since 2026 the classic post dialog may
 * stand in the open shadow root of `#interop-outlet`. Facts: extensions and scrapers up to 2026-10, no own source.
 */
{
  const commentBox = '.comments-comment-box, [componentkey^="commentBox-"]';
  const postBox = '.share-box-v2__modal, dialog:has([data-sdui-screen*="sharing.ShareCompose"])';
  const post =
    'div.feed-shared-update-v2[data-urn], [role="listitem"][componentkey^="expanded"], div[id^="expanded"][id$="FeedType_FEED_DETAIL"]';
  const comment =
    'article.comments-comment-entity[data-id], [componentkey^="replaceableComment_urn:li:comment"]';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: [
        ".comments-comment-box .ql-editor[contenteditable=true]",
        ".share-box-v2__modal .ql-editor[contenteditable=true]",
        '[componentkey^="commentBox-"] [role="textbox"][contenteditable="true"]',
        '[componentkey="ShareBox_textEditor"][contenteditable="true"]',
        '[componentkey="ShareBox_textEditor"] [contenteditable="true"]',
      ].join(", "),
      on: {
        "linkedin/classic-post.html": 1,
        "linkedin/classic.html": 2,
        "linkedin/never-messaging.html": 1,
        "linkedin/new.html": 2,
      },
    },
    root: {
      css: `${commentBox}, ${postBox}`,
      on: {
        "linkedin/classic-post.html": 1,
        "linkedin/classic.html": 2,
        "linkedin/never-messaging.html": 1,
        "linkedin/new.html": 2,
      },
    },
    submit: {
      css: 'button[class*="comments-comment-box__submit-button"], button.share-actions__primary-action, button[componentkey*="commentButtonSection"]',
      on: { "linkedin/classic-post.html": 1, "linkedin/classic.html": 2, "linkedin/new.html": 1 },
    },
    newPostBox: { css: 'dialog [data-sdui-screen*="sharing.ShareCompose"]', on: { "linkedin/new.html": 1 } },
    post: { css: post, on: { "linkedin/classic.html": 1, "linkedin/new.html": 1 } },
    item: { css: `${post}, ${comment}`, on: { "linkedin/classic.html": 2, "linkedin/new.html": 2 } },
    text: {
      css: '.update-components-text, .feed-shared-inline-show-more-text, .comments-comment-item__main-content, [data-testid="expandable-text-box"]',
      on: { "linkedin/classic.html": 2, "linkedin/new.html": 2 },
    },
    author: {
      css: '.update-components-actor__title span[aria-hidden="true"], .comments-comment-meta__description-title, a[href*="/in/"]:not(:has(img, span)), a[href*="/company/"]:not(:has(img, span))',
      on: { "linkedin/classic.html": 3, "linkedin/new.html": 3 },
    },
    profile: {
      css: 'a[href*="/in/"], a[href*="/company/"]',
      on: { "linkedin/classic.html": 3, "linkedin/new.html": 4 },
    },
    link: {
      css: 'a[href*="/feed/update/urn:li:"]',
      on: { "linkedin/classic-post.html posted": 1, "linkedin/new.html": 1 },
    },
    likes: {
      css: ".social-details-social-counts__reactions-count, .social-details-social-counts__social-proof-fallback-number",
      on: { "linkedin/classic.html": 1 },
    },
    replies: {
      css: "button[class*=social-details-social-counts__comments]",
      on: { "linkedin/classic.html": 1 },
    },
    views: {
      css: '.ca-entry-point__num-views, .content-analytics-entry-point, a[href*="/analytics/post-summary"]',
      on: { "linkedin/classic.html": 1 },
    },
    own: {
      css: '.global-nav__me a[href*="/in/"], [aria-label="Sidebar"] a[href*="/in/"]',
      on: { "linkedin/classic.html": 1, "linkedin/new.html": 1 },
    },
    sent: {
      css: '.artdeco-toast-item__message[role="alert"] ~ a.artdeco-toast-item__cta, .artdeco-toast-item a.artdeco-toast-item__cta',
      on: { "linkedin/classic-post.html posted": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "linkedin",
      hosts: ["www.linkedin.com"],
      selectors,
      privatePaths: /^\/(messaging|search|login|checkpoint|mypreferences|uas|talent|jobs)(\/|$)/,
      kind: (parent) => (parent ? (parent.matches(comment) ? "reply" : "comment") : "post"),
      address: () => location.origin + location.pathname,
      submits: (control, { root }) =>
        isEnabled(control) &&
        holds(root, control) &&
        (control.matches(selectors.submit.css) || control === newPostButton(root)),
      authorOf: (item) => handleIn(part(item, selectors.profile.css), /\/(?:in|company)\/([^/]+)/),
      nameOf: (item) => textOf(part(item, selectors.author.css)),
      permalinkOf,
      mark: (item) =>
        item.getAttribute("data-urn") ??
        item.getAttribute("data-id") ??
        item.getAttribute("componentkey") ??
        item.id,
      handle: /\/in\/([^/]+)/,
      limitOf: ({ root }) => (root.matches(postBox) ? 3_000 : 1_250),
    }),
  );

  /**
   * The new dialog names no button: the one that posts is the only one that shows words alone.
   * @param {Element} root
   */
  function newPostButton(root) {
    return root.querySelector(selectors.newPostBox.css) ? (wordButtons(root).at(-1) ?? null) : null;
  }

  /**
   * @param {Element} item
   * @param {string} css
   */
  function part(item, css) {
    return firstInItem(item, css, selectors.item.css);
  }

  /** @param {Element} item */
  function permalinkOf(item) {
    const urn = item.getAttribute("data-urn");
    if (urn) return `${location.origin}/feed/update/${urn}/`;
    return item.matches(post) ? absoluteLink(part(item, selectors.link.css)) : null;
  }
}
