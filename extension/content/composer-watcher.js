// @ts-check
"use strict";
/**
 * Notices where the person writes, by focus and typing alone: pages are never searched for fields. While a pause is
 * waited for, a key only moves it, so that typing costs the page next to nothing; the draft is read then. The page's own
 * fields aren't even listened to meanwhile, as long as they are written into by keys: to hear of a key twice would cost
 * twice as much. What comes without a key, such as dictation, is heard from the pause on.
 * @param {{found: (site: Site, composer: Composer) => Writing, known: (field: HTMLElement) => Writing | null}} does
 * @param {AbortSignal} signal
 * @returns {(event: KeyboardEvent) => void} to be called at each key that goes down
 */
function watchComposers(does, signal) {
  const options = { capture: true, passive: true, signal };
  /** @type {WeakSet<Document>} */
  const watched = new WeakSet();
  /**
   * The node that was typed into, and whose it is. `target` is what says of an event that it happened in just that node:
   * the node itself where that holds, which it doesn't in a shadow root, and the event's clock is this window's.
   * @type {{node: Node, target: EventTarget | null, writing: Writing} | null}
   */
  let last = null;
  /** @type {EventTarget | null} */
  let keyedInto = null; // where the newest key went down
  watch(document);
  // A page hears nothing from inside a frame, but it does hear the mouse and the focus go there.
  addEventListener("pointerover", (event) => enter(event.target), options);
  addEventListener("blur", () => enter(document.activeElement), options);
  enter(document.activeElement);
  considerField(focusedElement())?.changed();
  return keyDown;

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
  function keyDown(event) {
    keyedInto = event.target;
    if (last !== null && last.target === keyedInto && last.writing.waits)
      last.writing.typedAt = event.timeStamp;
    else listen();
  }

  /** @param {Event} event */
  function hear(event) {
    const writing = atHand(event);
    writing?.typed();
    if (!writing?.waits || !last?.target || last.target !== keyedInto) return;
    removeEventListener("input", hear, options);
    writing.rested = listen;
  }

  function listen() {
    if (!signal.aborted) addEventListener("input", hear, options);
  }

  /** @param {Event} event */
  function onFocus(event) {
    listen();
    considerField(innermost(event))?.changed();
  }

  /** @param {EventTarget | null} target */
  function enter(target) {
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
