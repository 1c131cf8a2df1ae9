// @ts-check
"use strict";
/**
 * Numbers as sites write them: "1,234", "1.234", "1 234", "12.3K", "1,2 Mio.", "3 mil", "4,5 тыс.", "2.1万", "3.2억".
 * An abbreviated number is rounded, and so is "1+". A score below zero counts nothing. A part of one can't be counted:
 * such a number is abbreviated by a word that isn't known here.
 * @param {string | null | undefined} text
 * @returns {Count | null} null where no number stands in it
 */
function readCount(text) {
  const found =
    /(?<![-−\d])(\d{1,3}(?:[.,'’\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)\s?(?:(k|m|b|mio|mrd|md|tsd|mil?|mill|mln|tys|tis|rb|jt|тыс|млн|千|천|万|만|亿|億|억)(?![\p{L}\p{N}])|(\+))?/iu.exec(
      text ?? "",
    );
  if (!found) return null;
  const [, digits, unit, andMore] = found;
  if (unit) {
    const value = Number(digits.replaceAll(/\s/g, "").replace(",", "."));
    return { value: Math.round(value * units()[unit.toLowerCase()]), precision: "rounded" };
  }
  if (!/^(\d+|\d{1,3}(\D\d{3})+)$/.test(digits)) return null;
  return { value: Number(digits.replaceAll(/\D/g, "")), precision: andMore ? "rounded" : "exact" };
}

/** @returns {Record<string, number>} */
function units() {
  const thousand = 1e3;
  const million = 1e6;
  return {
    ...{ k: thousand, tsd: thousand, mil: thousand, тыс: thousand, 千: thousand, 천: thousand },
    ...{ tys: thousand, tis: thousand, rb: thousand },
    ...{ m: million, mio: million, mi: million, mill: million, mln: million, jt: million, млн: million },
    ...{ b: 1e9, md: 1e9, mrd: 1e9, 万: 1e4, 만: 1e4, 亿: 1e8, 億: 1e8, 억: 1e8 },
  };
}

/**
 * The number that an element shows: in its label, which has it in full, else in its title or text.
 * @param {Element | null} element
 */
function countOf(element) {
  if (!element) return null;
  return (
    readCount(element.getAttribute("aria-label")) ??
    readCount(element.getAttribute("title")) ??
    readCount(element.textContent)
  );
}

/**
 * Leaves out what isn't known.
 * @param {{[name in keyof Counts]: Count | null}} counts
 * @returns {Counts}
 */
function knownCounts(counts) {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null));
}
