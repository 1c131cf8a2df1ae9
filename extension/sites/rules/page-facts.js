// @ts-check
"use strict";
/** The page's own address, without what only served the way there. */
function pageAddress() {
  const canonical = document.head.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const address = new URL(canonical ?? location.href, location.href);
  const here = address.origin === location.origin ? address : new URL(location.href);
  here.hash = "";
  return withoutSecrets(here).href;
}

/**
 * An address that may be kept: no moderation hash, no campaign marks.
 * @param {URL} address
 */
function withoutSecrets(address) {
  const kept = new URL(address);
  /** @type {string[]} */
  const names = [];
  // Not keys(): a content script in Firefox can't iterate over it.
  kept.searchParams.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) {
    if (/^(unapproved|moderation-hash|utm_\w+|fbclid|gclid)$/.test(name)) kept.searchParams.delete(name);
  }
  return kept;
}

/** The title of what is discussed on this page. */
function pageTitle() {
  const heading = landmark("heading", () => document.querySelector("h1"));
  const named = document.head.querySelector('meta[property="og:title"]')?.getAttribute("content");
  return textOf(heading) ?? named?.trim() ?? (document.title.trim() || null);
}

/** Who wrote the page's article, where the page says so. */
function pageAuthor() {
  const marked = landmark("author", () =>
    document.querySelector(
      'article .p-author, article .author, article [rel~="author"], [itemprop="author"], .entry-meta .author',
    ),
  );
  return (
    nameInByline(marked) ??
    document.head.querySelector('meta[name="author"]')?.getAttribute("content") ??
    null
  );
}

/**
 * Whose name a byline holds: without the word before it.
 * @param {Element | null} byline
 */
function nameInByline(byline) {
  const name = textOf(byline?.querySelector('[rel~="author"]')) ?? textOf(byline);
  return name?.replace(/^by\s+(?=\S)/i, "") ?? null;
}

/**
 * The text of what the page is about, its comments apart.
 * @param {Element} composer whatever holds the composer and the other answers
 * @returns {string | null}
 */
function pageArticle(composer) {
  // Apart, since the first article of a feed goes all the time, and the next one is found at once.
  const around =
    landmarkOnceThere("text", () =>
      firstOnPage(".e-content", ".entry-content", ".wp-block-post-content", "[itemprop=articleBody]"),
    ) ??
    landmark(
      "article",
      () => document.querySelector("article") ?? document.querySelector("main, [role=main]"),
    );
  return around && textBeside(around, composer);
}

/**
 * @param {Element} around
 * @param {Element} excluded
 * @returns {string | null}
 */
function textBeside(around, excluded) {
  if (around === excluded) return null;
  if (!around.contains(excluded)) return textOf(around);
  const parts = [...around.children].map((child) => textBeside(child, excluded));
  return parts.filter(Boolean).join("\n\n").slice(0, 20_000) || null;
}

/**
 * Whether something on the page matches one of these. Asked one by one: for a list of selectors browsers visit each
 * element of the page, for one they mostly needn't.
 * @param {string[]} selectors
 */
function pageHas(...selectors) {
  return selectors.some((css) => document.querySelector(css) !== null);
}

/**
 * What stands first on the page of all that matches one of these.
 * @param {string[]} selectors
 * @returns {Element | null}
 */
function firstOnPage(...selectors) {
  const isBefore = (/** @type {Element} */ one, /** @type {Element} */ other) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return selectors
    .map((css) => document.querySelector(css))
    .reduce((first, one) => (one && (!first || isBefore(one, first)) ? one : first), null);
}
