// @ts-check
"use strict";
/**
 * Talk pages of MediaWiki, on any host: a new section in the source editor, and a new page in VisualEditor. Changing a
 * page that is there already, an article or a talk page, edits what others wrote, so it isn't read: a page that is
 * there has a history.
 * Facts: MediaWiki 1.39 with VisualEditor, run for the tests.
 */
{
  const newSection = '#editform:has(input[name="wpSection"][value="new"])';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `body.ns-talk ${newSection} textarea#wpTextbox1, body.ns-talk .ve-ce-documentNode[contenteditable="true"]`,
      on: { "mediawiki/never-talk.html": 1, "mediawiki/section.html": 1, "mediawiki/visual.html": 1 },
    },
    root: {
      css: `${newSection}, .ve-init-mw-articleTarget`,
      on: {
        "mediawiki/never-article.html": 1,
        "mediawiki/never-talk.html": 1,
        "mediawiki/section.html": 1,
        "mediawiki/visual.html": 1,
      },
    },
    submit: {
      css: `${newSection} #wpSave, .ve-ui-mwSaveDialog .oo-ui-processDialog-actions-primary a`,
      on: { "mediawiki/section.html": 1, "mediawiki/visual.html": 1 },
    },
    history: {
      css: "#ca-history",
      on: { "mediawiki/never-talk.html": 1, "mediawiki/section.html": 1, "mediawiki/talk.html": 1 },
    },
    content: { css: "#mw-content-text > .mw-parser-output", on: { "mediawiki/talk.html": 1 } },
    heading: {
      css: ".mw-parser-output > h2, .mw-parser-output > .mw-heading2",
      on: { "mediawiki/talk.html": 1 },
    },
    headline: {
      css: ".mw-parser-output .mw-headline[id], .mw-parser-output > .mw-heading2 > h2[id]",
      on: { "mediawiki/talk.html": 1 },
    },
    article: {
      css: "#ca-nstab-main a[href]",
      on: { "mediawiki/section.html": 1, "mediawiki/talk.html": 1, "mediawiki/visual.html": 1 },
    },
    own: { css: "#pt-userpage a", on: { "mediawiki/visual.html": 1 } },
  };

  const site = siteOf({
    name: "mediawiki",
    selectors,
    applies: () => document.head.querySelector('meta[name="generator"][content^="MediaWiki"]') !== null,
    isPublic: ({ root }) =>
      root.matches(newSection) || document.querySelector(selectors.history.css) === null,
    lead: () => ({ text: null, author: null }),
    title: articleTitle,
    address: pageOf,
    submits: (control) => control.matches(selectors.submit.css) && isEnabled(control),
  });
  registerSite({ ...site, items, baseline: () => items().map(({ mark }) => mark) });

  /** The name of the page that is talked about. */
  function articleTitle() {
    const href = document.querySelector(selectors.article.css)?.getAttribute("href");
    if (!href) return null;
    const address = new URL(href, location.href);
    const name = address.searchParams.get("title") ?? decodeURI(address.pathname).split("/").at(-1);
    return name?.replaceAll("_", " ") || null;
  }

  /** The page's address without what is done to it. */
  function pageOf() {
    const title = new URLSearchParams(location.search).get("title");
    return location.origin + location.pathname + (title ? `?title=${encodeURIComponent(title)}` : "");
  }

  /**
   * The sections of a talk page; what stands above the first heading is one as well.
   * @returns {PageItem[]}
   */
  function items() {
    const content = document.querySelector(selectors.content.css);
    if (!content || !document.querySelector("body.ns-talk.action-view")) return [];
    /** @type {{id: string, parts: string[]}[]} */
    const sections = [{ id: "", parts: [] }];
    for (const child of content.children) {
      if (child.matches(selectors.heading.css)) sections.push({ id: headlineId(child), parts: [] });
      else sections.at(-1)?.parts.push(textOf(child) ?? "");
    }
    return sections
      .filter(({ parts }) => parts.some(Boolean))
      .map(({ id, parts }) => ({
        mark: `${location.pathname}#${id}`,
        text: withoutSignature(parts.filter(Boolean).join("\n\n")),
        permalink: pageOf() + (id && `#${id}`),
        author: null,
        counts: {},
      }));
  }

  /** @param {Element} heading */
  function headlineId(heading) {
    return (heading.id || heading.querySelector("[id]")?.id) ?? "";
  }

  /**
   * A talk page ends each text with its author's name and the time, which "~~~~" stands for in the draft.
   * @param {string} text
   */
  function withoutSignature(text) {
    return text.replace(/[^\n.!?]*\d{1,2}:\d{2}, [^\n]*\(\w+\)\s*$/, "").trim();
  }
}
