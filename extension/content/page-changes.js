// @ts-check
"use strict";
/**
 * Calls `look` soon after the page changed in a way that may decide about a submitted post: something with its words
 * came, a message was shown, or the composer went. A busy page changes all the time; all else it does costs one glance
 * at the node that came.
 * @param {string} text what was posted
 * @param {Composer | null} composer
 * @param {() => void} look
 * @param {AbortSignal} signal
 */
function watchPageFor(text, composer, look, signal) {
  const begins = bareText(text).slice(0, 24);
  let soon = 0;
  const changes = new MutationObserver((records) => {
    if (soon || !records.some(mayDecide)) return;
    // Not a frame: a tab in the background draws none.
    soon = setTimeout(() => {
      soon = 0;
      look();
    }, 60);
  });
  changes.observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["open", "href", "id"],
  });
  signal.addEventListener("abort", () => {
    changes.disconnect();
    clearTimeout(soon);
  });

  /** @param {MutationRecord} record */
  function mayDecide({ type, target, addedNodes, removedNodes }) {
    if (type === "attributes" || isMessage(target)) return true;
    if (removedNodes.length && composer && !composer.field.isConnected) return true;
    if (type === "characterData") return hasWords(target);
    return [...addedNodes].some((node) => hasWords(node) || isMessage(node));
  }

  /** @param {Node} node */
  function hasWords(node) {
    return begins !== "" && bareText(node.textContent ?? "").includes(begins);
  }
}

/**
 * Whether a page tells people something here, as in "Your reply is on its way".
 * @param {Node} node
 */
function isMessage(node) {
  const element = isElement(node) ? node : node.parentElement;
  const messages = "[role=alert], [role=status], [aria-live=polite], [aria-live=assertive], output";
  return element !== null && (element.closest(messages) ?? element.querySelector(messages)) !== null;
}
