// @ts-check
"use strict";
/**
 * Whether a page shows the text that was sent. Sites change quotes and dashes, drop Markdown, break lines and turn
 * addresses into short links, so only letters, digits and symbols like emoji are compared.
 * @param {string} sent
 * @param {string} shown
 */
function sameText(sent, shown) {
  const bare = bareText(shown);
  return bare !== "" && (bare === bareText(sent) || bare === bareText(withoutMarkdown(sent)));
}

/** @param {string} text */
function bareText(text) {
  return text
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, "")
    .toLowerCase();
}

/** @param {string} text */
function withoutMarkdown(text) {
  return text.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1");
}

/**
 * The text of a part of the page, without scripts and styles, at most 20,000 characters.
 * @param {Element | null | undefined} element
 * @returns {string | null}
 */
function textOf(element) {
  if (!element) return null;
  const text = /** @type {Partial<HTMLElement>} */ (element).innerText ?? element.textContent ?? "";
  return (
    text
      .trim()
      .replaceAll(/\n{3,}/g, "\n\n")
      .slice(0, 20_000) || null
  );
}
