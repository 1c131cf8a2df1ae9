// @ts-check
/** Sites are switched on one by one. Off means that no script of ours runs there and that the permission is given back. */

import { patternOf } from "../shared/origins.js";
import { CONTENT_FILES } from "./content-files.js";
import { sitesCell } from "./store.js";

/** @import {WorkerMessage} from "../shared/protocol.js" */

/** @type {Promise<unknown>} */
let registering = Promise.resolve();

/** @param {string} origin */
export async function isOn(origin) {
  return (await sitesCell.get()).includes(origin);
}

/**
 * The permission was already asked for: only a click in the popup or the options page may do that.
 * @param {string} origin
 */
export async function switchOn(origin) {
  await sitesCell.change((sites) => [...new Set([...sites, origin])].sort());
  await registerScripts();
  await runIn(origin);
}

/** Open pages have lost their script where the extension was updated under them, and nothing else brings the new one. */
export async function runInOpenPages() {
  for (const origin of await sitesCell.get()) await runIn(origin);
}

/** @param {string} origin */
async function runIn(origin) {
  for (const target of await framesOf(origin)) {
    // A tab that was closed meanwhile keeps no other from its script.
    await chrome.scripting.executeScript({ target, files: CONTENT_FILES }).catch(reportError);
  }
}

/** @param {string} origin */
export async function switchOff(origin) {
  await sitesCell.change((sites) => sites.filter((site) => site !== origin));
  await registerScripts();
  for (const { tabId, frameIds } of await framesOf(origin)) {
    for (const frameId of frameIds) await tell(tabId, { type: "stop" }, { frameId });
  }
  await givePermissionBack(patternOf(origin));
}

/** Makes the registered scripts match the list of sites; the browser drops them when the extension is updated. */
export function registerScripts() {
  const registered = registering.then(registerAnew);
  registering = registered.catch(() => undefined); // Whoever asked hears of it; the next one begins anew.
  return registered;
}

async function registerAnew() {
  const sites = await sitesCell.get();
  await chrome.scripting.unregisterContentScripts();
  await chrome.scripting.registerContentScripts(
    sites.map((origin) => ({
      id: `site ${origin}`,
      matches: [patternOf(origin)],
      js: CONTENT_FILES,
      allFrames: true,
      runAt: "document_idle",
      persistAcrossSessions: true,
    })),
  );
}

/**
 * The person took permissions away in the browser's own settings: those sites are off.
 * @param {chrome.permissions.Permissions} removed
 */
export async function forgetSitesWithout(removed) {
  const origins = new Set(removed.origins);
  for (const site of await sitesCell.get()) {
    if (origins.has(patternOf(site))) await switchOff(site);
  }
}

/** Opens the panel in the tab that the person looks at. */
export async function openPanel() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await tell(tab.id, { type: "open-panel" });
}

/**
 * Tells all open pages, and the frames in them, in which our script runs.
 * @param {WorkerMessage} message
 */
export async function tellPages(message) {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map(({ id = chrome.tabs.TAB_ID_NONE }) => tell(id, message)));
}

/**
 * @param {number} tab
 * @param {WorkerMessage} message
 * @param {chrome.tabs.MessageSendOptions} [to] one frame; else all of the tab's
 */
async function tell(tab, message, to = {}) {
  // A tab without our script has no one to answer: nothing runs there that a message is meant for.
  await chrome.tabs.sendMessage(tab, message, to).catch(() => undefined);
}

/**
 * Where this origin stands on the screen: as a tab's page, or in a frame of another site that is on.
 * @param {string} origin
 */
async function framesOf(origin) {
  const seen = [...new Set([origin, ...(await sitesCell.get())])];
  const tabs = await chrome.tabs.query({ url: seen.map(patternOf), discarded: false });
  const found = await Promise.all(tabs.map(({ id = chrome.tabs.TAB_ID_NONE }) => framesIn(id, origin)));
  return found.filter(({ frameIds }) => frameIds.length);
}

/**
 * @param {number} tabId
 * @param {string} origin
 */
async function framesIn(tabId, origin) {
  const answers = await chrome.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: () => location.origin,
      injectImmediately: true,
    })
    .catch(() => []); // The tab was closed, or shows the browser's own page of an error.
  const frameIds = answers.filter(({ result }) => result === origin).map(({ frameId }) => frameId);
  return { tabId, frameIds };
}

/** @param {string} pattern */
async function givePermissionBack(pattern) {
  const required = chrome.runtime.getManifest().host_permissions ?? [];
  const { origins = [] } = await chrome.permissions.getAll();
  if (origins.includes(pattern) && !required.includes(pattern)) {
    await chrome.permissions.remove({ origins: [pattern] });
  }
}
