// @ts-check
"use strict";
/**
 * Notices where the person writes, by focus and typing alone: pages are never searched for fields. While somebody types
 * it heeds a key now and then only, so that typing costs the page next to nothing; the whole draft is read at the pause
 * anyway.
 * @param {{found: (site: Site, composer: Composer) => Writing, known: (field: HTMLElement) => Writing | null}} does
 * @param {AbortSignal} signal
 */
function watchComposers(does, signal) {
  const deafMs = 200;
  const options = { capture: true, passive: true, signal };
  /** @type {WeakSet<Document>} */
  const watched = new WeakSet();
  /** @type {{node: Node, writing: Writing} | null} */
  let last = null; // the node that a key was heeded in, and whose it is
  watch(document);
  // A page hears nothing from inside a frame, but it does hear the mouse and the focus go there.
  addEventListener("pointerover", (event) => enter(event.target), options);
  addEventListener("blur", () => enter(document.activeElement), options);
  enter(document.activeElement);
  considerField(focusedElement())?.changed();

  /** @param {Document} page */
  function watch(page) {
    watched.add(page);
    const from = page.defaultView ?? page;
    let deafUntil = 0;
    const hear = (/** @type {Event} */ event) => {
      if (event.timeStamp < deafUntil) return;
      deafUntil = event.timeStamp + deafMs;
      atHand(event)?.typed();
    };
    from.addEventListener("input", hear, options);
    const arrive = (/** @type {Event} */ event) => {
      deafUntil = 0; // Another field: its first key counts.
      considerField(innermost(event))?.changed();
    };
    from.addEventListener("focusin", arrive, options);
    from.addEventListener("compositionstart", (event) => atHand(event)?.compose(true), options);
    from.addEventListener("compositionend", (event) => atHand(event)?.compose(false), options);
  }

  /** @param {EventTarget | null} target */
  function enter(target) {
    const inner = blankDocumentIn(/** @type {Element | null} */ (target));
    if (!inner || watched.has(inner)) return;
    watch(inner);
    considerField(inner.activeElement)?.changed();
  }

  /**
   * The writing that an event is of; at each key the page is not asked again what it is, nor the field whose it is.
   * @param {Event} event
   */
  function atHand(event) {
    const node = innermost(event);
    if (last?.node === node && does.known(last.writing.composer.field) === last.writing) return last.writing;
    const field = fieldOf(node);
    const writing = field && (does.known(field) ?? considerField(field));
    last = writing && { node, writing };
    return writing;
  }

  /** @param {Node | null} node */
  function considerField(node) {
    const field = fieldOf(node);
    if (!field || field.localName.startsWith("pitch-in-")) return null;
    const found = findComposer(field);
    return found ? does.found(found.site, found.composer) : null;
  }
}

/**
 * The node that an event happened in, also inside an open shadow root.
 * @param {Event} event
 */
function innermost(event) {
  const target = /** @type {Element} */ (event.target);
  return target.shadowRoot ? /** @type {Node} */ (event.composedPath()[0]) : target;
}

/**
 * The whole editor that an event in it belongs to.
 * @param {Node | null} node
 * @returns {HTMLElement | null}
 */
function fieldOf(node) {
  let element = /** @type {HTMLElement | null} */ (isElement(node) ? node : (node?.parentElement ?? null));
  while (element?.isContentEditable && element.parentElement?.isContentEditable)
    element = element.parentElement;
  return element && editorOf(element) ? element : null;
}
