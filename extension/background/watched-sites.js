// @ts-check
/** Sites are switched on one by one. Off means that no script of ours runs there and that the permission is given back. */

import { patternOf, watchableOrigin } from "../shared/origins.js";
import { CONTENT_FILES } from "./content-files.js";
import { sitesCell } from "./store.js";

/** @import {WorkerMessage} from "../shared/protocol.js" */

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
  for (const tab of await tabsOf(origin)) {
    await chrome.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: CONTENT_FILES });
  }
}

/** @param {string} origin */
export async function switchOff(origin) {
  await sitesCell.change((sites) => sites.filter((site) => site !== origin));
  await registerScripts();
  for (const tab of await tabsOf(origin)) await tell(tab, { type: "stop" });
  await givePermissionBack(patternOf(origin));
}

/** Makes the registered scripts match the list of sites; the browser drops them when the extension is updated. */
export function registerScripts() {
  registering = registering.then(registerAnew);
  return registering;
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
 * @param {number} tab
 * @param {WorkerMessage} message
 */
async function tell(tab, message) {
  // A tab without our script has no one to answer; that is the state that "stop" wants anyway.
  await chrome.tabs.sendMessage(tab, message).catch(() => undefined);
}

/** @param {string} origin */
async function tabsOf(origin) {
  const tabs = await chrome.tabs.query({ url: patternOf(origin), discarded: false });
  return tabs.flatMap((tab) => (tab.id !== undefined && watchableOrigin(tab.url) === origin ? [tab.id] : []));
}

/** @param {string} pattern */
async function givePermissionBack(pattern) {
  const required = chrome.runtime.getManifest().host_permissions ?? [];
  const { origins = [] } = await chrome.permissions.getAll();
  if (origins.includes(pattern) && !required.includes(pattern)) {
    await chrome.permissions.remove({ origins: [pattern] });
  }
}
