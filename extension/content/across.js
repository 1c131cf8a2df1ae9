// @ts-check
"use strict";
/**
 * Steps through open shadow roots and out of frames without an address of their own: closest(), contains() and the
 * like stop at their borders.
 */

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
 * What holds an element on the screen: the slot that shows it, its parent, the host of its shadow root, or the frame.
 * @param {Element} element
 * @returns {Element | null}
 */
function parentAcross(element) {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  return isBlank(element.ownerDocument) ? (element.ownerDocument.defaultView?.frameElement ?? null) : null;
}

/**
 * The document in a frame that has no address of its own, as TinyMCE makes it. No script of ours runs in there, so
 * the one of the page around it looks after it.
 * @param {Element | null | undefined} element
 * @returns {Document | null}
 */
function blankDocumentIn(element) {
  if (element?.localName !== "iframe") return null;
  const inner = /** @type {HTMLIFrameElement} */ (element).contentDocument; // null where it is another site's
  return inner && isBlank(inner) ? inner : null;
}

/**
 * By its frame's address, not by its own: one that is written with document.open() has its page's in Firefox.
 * @param {Document} page
 */
function isBlank(page) {
  const frame = page === document ? null : page.defaultView?.frameElement;
  return frame ? /^$|^about:|^javascript:/.test(frame.getAttribute("src") ?? "") : false;
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
 * The element that has the focus, also inside open shadow roots and frames without an address.
 * @returns {Element | null}
 */
function focusedElement() {
  let focused = document.activeElement;
  for (;;) {
    const inner = focused?.shadowRoot?.activeElement ?? blankDocumentIn(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}

/**
 * Where an element stands in this window, also if it stands in a frame.
 * @param {Element} element
 * @returns {Box}
 */
function boxOf(element) {
  const box = element.getBoundingClientRect();
  const frame = isBlank(element.ownerDocument) ? element.ownerDocument.defaultView?.frameElement : null;
  if (!frame) return box;
  const around = boxOf(frame);
  // What the frame cuts off isn't seen.
  return {
    left: around.left + Math.max(box.left, 0),
    top: around.top + Math.max(box.top, 0),
    right: Math.min(around.left + box.right, around.right),
    bottom: Math.min(around.top + box.bottom, around.bottom),
  };
}

/**
 * The windows that show a field: this one, and the frame's that it stands in.
 * @param {Element} field
 * @returns {Window[]}
 */
function viewsOf(field) {
  const inner = field.ownerDocument.defaultView;
  return inner && inner !== window ? [window, inner] : [window];
}

/**
 * The element in the tree of `root` that shows a field which may stand in a shadow root or a frame in it.
 * @param {Element} root
 * @param {Element} field
 * @returns {Element}
 */
function seenFrom(root, field) {
  let at = field;
  while (at.getRootNode() !== root.getRootNode()) {
    const above = parentAcross(at);
    if (!above) break;
    at = above;
  }
  return at;
}
