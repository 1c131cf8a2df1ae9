// @ts-check
"use strict";
/**
 * Notices where the person writes, by focus and typing alone: pages are never searched for fields. While a pause is
 * waited for, a key only moves it, so that typing costs the page next to nothing; the draft is read then. The page's own
 * fields aren't even listened to meanwhile, as long as they are written into by keys: to hear of a key twice would cost
 * twice as much. Keys go nowhere else until the focus does. What comes without a key, such as dictation, is heard from
 * the pause on.
 * @param {object} does
 * @param {(site: Site, composer: Composer) => Writing} does.found
 * @param {(field: HTMLElement) => Writing | null} does.known
 * @param {(event: KeyboardEvent) => void} does.entered called when Enter goes down: a listener of its own would cost as
 *   much again
 * @param {AbortSignal} signal
 */
function watchComposers(does, signal) {
  const options = { capture: true, passive: true, signal };
  const enter = 13;
  /** @type {WeakSet<Document>} */
  const watched = new WeakSet();
  /**
   * The node that was typed into, and whose it is. `target` is what says of an event that it happened in just that node:
   * the node itself where that holds, which it doesn't in a shadow root or a frame.
   * @type {{node: Node, target: EventTarget | null, writing: Writing} | null}
   */
  let last = null;
  /** @type {EventTarget | null} */
  let keyedInto = null; // where the newest key went down, of those that were looked at
  /** @type {Writing | null} */
  let keyed = null; // what keys are writing while its pause is waited for
  watch(document);
  addEventListener("keydown", onKey, { capture: true, signal });
  // A page hears nothing from inside a frame, but it does hear the mouse and the focus go there.
  addEventListener("pointerover", (event) => lookInto(event.target), options);
  addEventListener("blur", () => lookInto(document.activeElement), options);
  lookInto(document.activeElement);
  considerField(focusedElement())?.changed();

  /** @param {Document} page */
  function watch(page) {
    watched.add(page);
    const from = page.defaultView ?? page;
    // Editors that take a paste or a drop over themselves tell nobody of the input.
    for (const type of ["input", "paste", "drop"]) from.addEventListener(type, hear, options);
    from.addEventListener("focusin", onFocus, options);
    from.addEventListener("compositionstart", (event) => atHand(event)?.compose(true), options);
    from.addEventListener("compositionend", (event) => atHand(event)?.compose(false), options);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (keyed !== null) keyed.stillFor = 0;
    else keyedInto = event.target;
    // By its number: to ask for its name makes a text of it, at each key.
    if (event.keyCode === enter) does.entered(event);
  }

  /** @param {Event} event */
  function hear(event) {
    const writing = atHand(event);
    writing?.typed();
    if (!writing?.waits || !last?.target || last.target !== keyedInto) return;
    removeEventListener("input", hear, options);
    keyed = writing;
    writing.rested = listen;
  }

  function listen() {
    keyed = null;
    if (!signal.aborted) addEventListener("input", hear, options);
  }

  /** @param {Event} event */
  function onFocus(event) {
    listen();
    const writing = considerField(innermost(event));
    writing?.compose(false); // The end of a word isn't told of a field that was taken away meanwhile.
    writing?.changed();
  }

  /** @param {EventTarget | null} target */
  function lookInto(target) {
    const inner = blankDocumentIn(/** @type {Element | null} */ (target));
    if (!inner || watched.has(inner)) return;
    watch(inner);
    considerField(inner.activeElement)?.changed();
  }

  /**
   * The writing that an event is of; the page is not asked again what it is, nor the field whose it is.
   * @param {Event} event
   */
  function atHand(event) {
    const node = innermost(event);
    if (last?.node === node && does.known(last.writing.composer.field) === last.writing) return last.writing;
    const field = fieldOf(node);
    const writing = field && (does.known(field) ?? considerField(field));
    const target = event.target === node && node.ownerDocument === document ? node : null;
    last = writing && { node, target, writing };
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
