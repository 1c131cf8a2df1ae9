// @ts-check
"use strict";
/**
 * A text of the extension in the person's language.
 * @param {string} name
 * @param {string[]} parts
 */
function words(name, ...parts) {
  return chrome.i18n.getMessage(name, parts);
}

/**
 * @param {PageMessage} message
 * @returns {Promise<Answer>}
 */
async function askWorker(message) {
  // After an update of the extension this script has lost its worker; a reload of the page brings the new one.
  if (!chrome.runtime?.id) return { ok: false, problem: { code: "off", detail: "" } };
  try {
    return await chrome.runtime.sendMessage(message);
  } catch (error) {
    return { ok: false, problem: { code: "trouble", detail: String(error) } };
  }
}
