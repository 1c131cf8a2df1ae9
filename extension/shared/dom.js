// @ts-check
/** Small helpers of the popup and the options page. */

/** @import {Answer, ExtensionMessage} from "./protocol.js" */

/**
 * A text of the extension in the person's language.
 * @param {string} name
 * @param {string[]} parts
 */
export function words(name, ...parts) {
  return chrome.i18n.getMessage(name, parts);
}

/** Fills in the texts of a page: `data-words` names the text of the element. */
export function fillInWords() {
  document.documentElement.lang = words("language"); // The browser's own may be one that we have no texts in.
  for (const element of document.querySelectorAll("[data-words]")) {
    element.textContent = words(element.getAttribute("data-words") ?? "");
  }
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

/**
 * Makes an element. Text is always set as text, never parsed.
 * @param {string} tag
 * @param {Record<string, string | ((event: Event) => void)>} properties attributes, and `onclick` and the like
 * @param {(Node | string)[]} children
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * @param {ExtensionMessage} message
 * @returns {Promise<Answer>}
 */
export function askWorker(message) {
  return chrome.runtime.sendMessage(message);
}
