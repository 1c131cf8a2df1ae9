// @ts-check
import { askWorker } from "./dom.js";
import { patternOf } from "./origins.js";

/**
 * Switches a site on. Must run inside a click: the browser asks the person for the permission.
 * @param {string} origin
 * @returns {Promise<boolean>} false when the person or the browser said no
 */
export async function switchSiteOn(origin) {
  if (!(await chrome.permissions.request({ origins: [patternOf(origin)] }))) return false;
  await askWorker({ type: "switch-on", origin });
  return true;
}

/** @param {string} origin */
export async function switchSiteOff(origin) {
  await askWorker({ type: "switch-off", origin });
}
