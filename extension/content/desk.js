// @ts-check
"use strict";
/**
 * Holds all writings of the page, and the one chip and the one panel that serve the writing at hand.
 * @param {AbortSignal} signal
 */
function createDesk(signal) {
  /** @type {Map<HTMLElement, Writing>} */
  const writings = new Map();
  /** @type {WeakMap<HTMLElement, string>} */
  const addresses = new WeakMap(); // of the page on which a field was found
  /** @type {Writing | null} */
  let atHand = null;
  const chip = createChip({ open: togglePanel, undo: () => void atHand?.undo() }, signal);
  /** @type {Panel | null} */
  let panel = null; // until it is asked for

  return {
    found,
    known: (/** @type {HTMLElement} */ field) =>
      addresses.get(field) === location.href ? (writings.get(field) ?? null) : null,
    togglePanel,
    openHeld: openPanel,
    writings: () => [...writings.values()].filter(({ composer }) => composer.field.isConnected).map(upToDate),
  };

  /**
   * A page may have drawn the box around the field anew.
   * @param {Writing} writing
   */
  function upToDate(writing) {
    const { site, composer } = writing;
    if (!composer.root.isConnected) composer.root = site.composer(composer.field)?.root ?? composer.root;
    return writing;
  }

  /**
   * @param {Site} site
   * @param {Composer} composer
   */
  function found(site, composer) {
    for (const field of writings.keys()) if (!field.isConnected) writings.delete(field);
    const writing = writings.get(composer.field) ?? createWriting(site, composer, show, signal);
    writing.composer.root = composer.root;
    writings.set(composer.field, writing);
    addresses.set(composer.field, location.href);
    if (atHand !== writing || !chip.isShown()) {
      atHand = writing;
      show(writing); // A list that recycles its nodes may have taken the field away and brought it back.
    }
    return writing;
  }

  /** @param {Writing} writing */
  function show(writing) {
    if (writing !== atHand) return;
    chip.show(writing);
    panel?.show(writing);
  }

  function togglePanel() {
    if (panel?.isOpen()) panel.close();
    else if (atHand && faceOf(atHand)) openPanel(atHand);
  }

  /**
   * @param {Writing} writing
   * @param {() => void} [postAnyway]
   */
  function openPanel(writing, postAnyway) {
    panel ??= createPanel(signal);
    panel.open(writing, postAnyway);
  }
}
