// @ts-check
"use strict";
/**
 * Whether a page shows the text that was sent. Sites change quotes and dashes, drop what marks up a text, break lines,
 * turn addresses into short links and emoji into pictures, and head a quotation with words of their own: so letters and
 * digits are compared, symbols like emoji only where there is nothing else, and quotations not at all.
 * @param {string} sent
 * @param {string} shown
 */
function sameText(sent, shown) {
  const there = comparable(shown);
  if (there === "") return false;
  return [sent, withoutMarkup(sent)].some((text) => comparable(text) === there) || isQuotedIn(sent, there);
}

/** @param {string} text */
function bareText(text) {
  return text
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, "")
    .toLowerCase();
}

/** @param {string} text */
function comparable(text) {
  const shortNames = /:[\w+-]+:/g;
  const words = bareText(text.replaceAll(shortNames, "")).replaceAll(/\p{Extended_Pictographic}/gu, "");
  return words || bareText(text);
}

/**
 * What is left of Markdown, HTML and BBCode where a page shows what they mean.
 * @param {string} text
 */
function withoutMarkup(text) {
  return text
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/^\s*\d+[.)]\s/gm, "")
    .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
    .replaceAll(/\[\/?(?:[biusq*]|url|img|code|list|li|ul|ol|color|size|center|spoiler)(?:=[^\]]*)?\]/gi, "");
}

/**
 * Whether a page shows a text that quotes by "[quote=…]": all that stands around its quotations, in that order.
 * @param {string} sent
 * @param {string} there
 */
function isQuotedIn(sent, there) {
  const innermost = /\[quote[^\]]*\](?:(?!\[quote)[\s\S])*?\[\/quote\]/gi;
  const mark = "\ufffc";
  let left = sent;
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replaceAll(innermost, mark);
  }
  const own = left.split(mark).map((part) => comparable(withoutMarkup(part)));
  if (own.length === 1 || !own.some(Boolean)) return false;
  let at = 0;
  for (const part of own) {
    at = there.indexOf(part, at);
    if (at < 0) return false;
    at += part.length;
  }
  return there.endsWith(own.at(-1) ?? "");
}
