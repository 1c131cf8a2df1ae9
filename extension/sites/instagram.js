// @ts-check
"use strict";
/**
 * Comments on Instagram. React puts another textarea in place on focus, so nothing is kept. Answers are flat: their
 * "@name " at the beginning says whom they answer. A comment's row is the smallest box that has a picture and its
 * time. Facts: extensions and scrapers up to 2026-10.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: ':is(article, main, [role="dialog"]) form textarea',
      on: { "instagram/never-direct.html": 1, "instagram/post.html": 1 },
    },
    submit: { css: 'form [role="button"]:not(:has(svg))', on: { "instagram/post.html": 1 } },
    commentLink: { css: 'a[href*="/c/"]:has(time[datetime])', on: { "instagram/post.html": 2 } },
    postLink: {
      css: 'a[href*="/p/"]:not([href*="/c/"]):has(time[datetime])',
      on: { "instagram/post.html": 1 },
    },
    caption: { css: "h1", on: { "instagram/post.html": 1 } },
    postAuthor: { css: "header a[href^='/']", on: { "instagram/post.html": 2 } },
    never: {
      css: '[role="search"], form:has(input[type="password"])',
      on: { "instagram/never-direct.html": 1 },
    },
  };

  const site = siteOf({
    name: "instagram",
    hosts: ["www.instagram.com", "instagram.com"],
    selectors,
    privatePaths: /^\/(direct|accounts|explore\/search|challenge)(\/|$)/,
    lead: ({ field }) => answered(field) ?? post(field),
    kind: (_, lead) => (lead ? "comment" : "post"),
    address: () => location.origin + location.pathname,
    submitKeys: "enter",
    limit: 2_200,
  });
  registerSite({
    ...site,
    context(composer) {
      const context = site.context(composer);
      return answered(composer.field) ? { ...context, kind: "reply" } : context;
    },
    baseline: () => items().map(({ mark }) => mark),
    items,
  });

  /**
   * The comment that the draft's "@name" answers: the last one by that name.
   * @param {HTMLElement} field
   * @returns {Lead | null}
   */
  function answered(field) {
    const [, name] = /^\s*@([\w.]+)\s/.exec(field instanceof HTMLTextAreaElement ? field.value : "") ?? [];
    if (!name) return null;
    return { author: name, text: items().findLast(({ author }) => author === name)?.text ?? null };
  }

  /**
   * @param {HTMLElement} field
   * @returns {Lead | null}
   */
  function post(field) {
    const around = field.closest('article, [role="dialog"], main');
    if (!around) return null;
    return {
      text: textOf(around.querySelector(selectors.caption.css)),
      author: handleIn(around.querySelector(selectors.postAuthor.css), /^\/([\w.]+)/),
    };
  }

  /** @returns {PageItem[]} */
  function items() {
    return [...document.querySelectorAll(selectors.commentLink.css)].flatMap((link) => {
      const permalink = absoluteLink(link);
      const row = nearestWith(link, "img");
      if (!permalink || !row) return [];
      const text = textOf(row.querySelector('[dir="auto"]:not(a *)'));
      const author = handleIn(row.querySelector('a[href^="/"]:not([href*="/p/"])'), /^\/([\w.]+)/);
      return [{ mark: permalink, text: text ?? "", permalink, author, counts: {} }];
    });
  }
}
