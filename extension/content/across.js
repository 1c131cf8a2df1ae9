// @ts-check
"use strict";
/** Steps through open shadow roots: closest(), contains() and querySelector() stop at their borders. */

/**
 * The nearest of the element and what holds it that matches, also across the borders of shadow roots and slots.
 * @param {Element | null} element
 * @param {string} css
 * @returns {Element | null}
 */
function closestAcross(element, css) {
  for (let at = element; at; at = parentAcross(at)) if (at.matches(css)) return at;
  return null;
}

/**
 * What holds an element on the screen: the slot that shows it, its parent, or the host of its shadow root.
 * @param {Element} element
 * @returns {Element | null}
 */
function parentAcross(element) {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * The document or shadow root that a field stands in.
 * @param {Element} field
 * @returns {Document | ShadowRoot}
 */
function rootOf(field) {
  const root = field.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/**
 * Whether `outer` holds `inner`, on the screen if not in one tree.
 * @param {Element} outer
 * @param {Element} inner
 */
function holds(outer, inner) {
  for (let at = /** @type {Element | null} */ (inner); at; at = parentAcross(at))
    if (at === outer) return true;
  return false;
}

/**
 * The element that has the focus, also inside open shadow roots.
 * @returns {Element | null}
 */
function focusedElement() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
