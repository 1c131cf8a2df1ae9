// @ts-check
"use strict";
/**
 * Notices where the person writes, by focus and typing alone: pages are never searched for fields. While somebody types
 * it listens now and then only, so that a key costs the page nothing; the whole draft is read at the pause anyway.
 * @param {{found: (site: Site, composer: Composer) => Writing, known: (field: HTMLElement) => Writing | null}} does
 * @param {AbortSignal} signal
 */
function watchComposers(does, signal) {
  const deafMs = 200;
  const options = { capture: true, passive: true, signal };
  /** @type {WeakSet<Document>} */
  const watched = new WeakSet();
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
    const listen = () => from.addEventListener("input", hear, options);
    const hear = (/** @type {Event} */ event) => {
      from.removeEventListener("input", hear, options);
      setTimeout(listen, deafMs);
      atHand(event)?.typed();
    };
    listen();
    from.addEventListener("focusin", listen, options); // Another field: its first key counts.
    from.addEventListener("focusin", (event) => consider(event)?.changed(), options);
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

  /** @param {Event} event */
  function consider(event) {
    return considerField(/** @type {Node} */ (event.composedPath()[0]));
  }

  /**
   * The writing that an event is of; at each key the page is not asked again what it is.
   * @param {Event} event
   */
  function atHand(event) {
    const field = fieldOf(/** @type {Node} */ (event.composedPath()[0]));
    return field && (does.known(field) ?? considerField(field));
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
