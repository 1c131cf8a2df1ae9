// @ts-check
"use strict";
/**
 * Notices where the person writes, by focus and typing alone: pages are never searched for fields.
 * @param {{found: (site: Site, composer: Composer) => Writing}} does
 * @param {AbortSignal} signal
 */
function watchComposers(does, signal) {
  const options = { capture: true, passive: true, signal };
  addEventListener("focusin", (event) => consider(event), options);
  addEventListener("input", (event) => consider(event)?.changed(), options);
  addEventListener("compositionstart", (event) => consider(event)?.compose(true), options);
  addEventListener("compositionend", (event) => consider(event)?.compose(false), options);
  considerField(document.activeElement)?.changed();

  /** @param {Event} event */
  function consider(event) {
    const [target] = event.composedPath();
    return considerField(target instanceof Node ? target : null);
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
  let element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  while (element?.isContentEditable && element.parentElement?.isContentEditable)
    element = element.parentElement;
  return element && editorOf(element) ? element : null;
}
