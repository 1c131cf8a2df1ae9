// @ts-check
"use strict";
/**
 * A text of the extension in the person's language.
 * @param {string} name
 * @param {string[]} parts
 */
function words(name, ...parts) {
  return hasExtension() ? chrome.i18n.getMessage(name, parts) : "";
}

/**
 * After an update this script has lost its extension, and the new one has put its own script beside it: this one
 * takes itself off the page.
 */
function hasExtension() {
  if (chrome.runtime?.id) return true;
  /** @type {{pitchInStop_?: () => void}} */ (globalThis).pitchInStop_?.();
  return false;
}

/**
 * @param {PageMessage} message
 * @returns {Promise<Answer>}
 */
async function askWorker(message) {
  for (let tries = 0; tries < 2; tries += 1) {
    if (!hasExtension()) return { ok: false, problem: { code: "off", detail: "" } };
    try {
      return await chrome.runtime.sendMessage(message);
    } catch {
      // The browser may have ended the worker before it answered; the next message wakes it.
    }
  }
  return { ok: false, problem: { code: "trouble", detail: "" } };
}
