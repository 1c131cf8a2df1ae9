// @ts-check
"use strict";
/**
 * Whether what stands behind a field is dark: a page has its own look, whatever the system's is.
 * @param {Element} field
 */
function isDarkBehind(field) {
  for (let at = /** @type {Element | null} */ (field); at; at = parentAcross(at)) {
    const light = lightOf(getComputedStyle(at).backgroundColor);
    if (light !== null) return light < 0.5;
  }
  return false; // A page that paints nothing is white.
}

/**
 * How light a colour is, from 0 to 1; null where more of what is behind shows through than of itself.
 * Weights: ITU-R BT.601.
 * @param {string} color as the browser computes it: "rgb(…)" or "rgba(…)"; others are taken for see-through
 */
function lightOf(color) {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(color);
  if (!parts) return null;
  const [red, green, blue, alpha] = parts.slice(1).map((part) => Number(part ?? 1));
  return alpha < 0.5 ? null : (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
