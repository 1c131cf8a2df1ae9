// @ts-check
"use strict";
/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{width: number, height: number}} Size
 */

/**
 * Where the chip sits: across the lower edge of the field, at the end of the line. Null where the field isn't in view.
 * @param {Box} field
 * @param {Size} chip
 * @param {Size} view
 * @param {boolean} rightToLeft
 */
function chipPlace(field, chip, view, rightToLeft) {
  const shown = field.bottom > 0 && field.top < view.height && field.right > 0 && field.left < view.width;
  if (!shown || field.right - field.left < 1 || field.bottom - field.top < 1) return null;
  const margin = 10;
  const left = rightToLeft ? field.left + margin : field.right - chip.width - margin;
  const top = field.bottom - chip.height / 2;
  return {
    left: between(left, 4, view.width - chip.width - 4),
    top: between(top, 4, view.height - chip.height - 4),
  };
}

/**
 * Where the panel sits: under the field, else over it, else beside it, else where there is more room of the first two,
 * else in the corner; never over the draft where there is room elsewhere.
 * @param {Box} field
 * @param {Size} panel
 * @param {Size} view
 */
function panelPlace(field, panel, view) {
  const gap = 18;
  const edge = 8;
  const below = view.height - field.bottom - gap - edge;
  const above = field.top - gap - edge;
  const wanted = Math.min(panel.height, 320);
  const least = Math.min(panel.height, 180); // The headline and a reason; the rest scrolls.
  const left = between(field.right - panel.width, edge, view.width - panel.width - edge);
  const under = { left, top: field.bottom + gap, height: below };
  const over = { left, top: Math.max(field.top - gap - panel.height, edge), height: above };
  if (below >= wanted) return under;
  if (above >= wanted) return over;
  const height = view.height - 2 * edge;
  const top = between(field.top, edge, view.height - Math.min(panel.height, height) - edge);
  if (view.width - field.right >= panel.width + 2 * edge) return { left: field.right + edge, top, height };
  if (field.left >= panel.width + 2 * edge) return { left: field.left - panel.width - edge, top, height };
  if (Math.max(below, above) >= least) return below >= above ? under : over;
  return { left: view.width - panel.width - edge, top: Math.max(edge, height + edge - panel.height), height };
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function between(value, low, high) {
  return Math.max(low, Math.min(value, high));
}

/**
 * Calls `act` right after the page's next layout, when what it reads of the page is at hand: a busy page would at any
 * other time be laid out once more for us. At the latest in a moment, since a tab in the background isn't laid out.
 * @param {() => void} act
 * @returns {() => void} calls it off
 */
function afterLayout(act) {
  const latestMs = 200;
  const sizes = new ResizeObserver(go);
  const timer = setTimeout(go, latestMs);
  sizes.observe(document.documentElement);
  return callOff;

  function callOff() {
    sizes.disconnect();
    clearTimeout(timer);
  }

  function go() {
    callOff();
    act();
  }
}

/**
 * Calls `settle` once a frame whenever the field may have moved, and soon after what it returns is called; always right
 * after a layout.
 * @param {HTMLElement} field
 * @param {() => void} settle
 * @param {AbortSignal} signal
 * @returns {() => void}
 */
function followField(field, settle, signal) {
  const page = document.documentElement;
  const sizes = new ResizeObserver(settle);
  sizes.observe(field);
  if (document.body) sizes.observe(document.body);
  const soon = () => {
    sizes.unobserve(page); // What is observed anew is told of with the next frame.
    if (!signal.aborted) sizes.observe(page);
  };
  for (const view of viewsOf(field))
    for (const type of ["scroll", "resize", "transitionend", "animationend", "toggle"]) {
      view.addEventListener(type, soon, { capture: true, passive: true, signal });
    }
  signal.addEventListener("abort", () => sizes.disconnect());
  soon();
  return soon;
}
