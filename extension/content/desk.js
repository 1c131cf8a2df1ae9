// @ts-check
"use strict";
/**
 * Holds all writings of the page, and the one chip and the one panel that serve the writing at hand.
 * @param {AbortSignal} signal
 */
function createDesk(signal) {
  /** @type {Map<HTMLElement, Writing>} */
  const writings = new Map();
  /** @type {Writing | null} */
  let atHand = null;
  const chip = createChip({ open: togglePanel, undo: () => void atHand?.undo() }, signal);
  const panel = createPanel(signal);

  return {
    found,
    togglePanel,
    writings: () => [...writings.values()].filter(({ composer }) => composer.field.isConnected),
  };

  /**
   * @param {Site} site
   * @param {Composer} composer
   */
  function found(site, composer) {
    for (const field of writings.keys()) if (!field.isConnected) writings.delete(field);
    const writing = writings.get(composer.field) ?? createWriting(site, composer, show, signal);
    writing.composer.root = composer.root;
    writings.set(composer.field, writing);
    if (atHand !== writing) {
      atHand = writing;
      show(writing);
    }
    return writing;
  }

  /** @param {Writing} writing */
  function show(writing) {
    if (writing !== atHand) return;
    chip.show(writing);
    panel.show(writing);
  }

  function togglePanel() {
    if (panel.isOpen()) panel.close();
    else if (atHand && faceOf(atHand)) panel.open(atHand);
  }
}
