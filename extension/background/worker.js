// @ts-check
/** The worker's entry: every listener is set here, at once, so that the browser can wake the worker for any of them. */

import { deliverOutbox, RETRY_ALARM, showCount } from "./outbox.js";
import { followPairing } from "./pairing.js";
import { answer } from "./router.js";
import { closeStorageToPages } from "./store.js";
import { forgetSitesWithout, openPanel, registerScripts, runInOpenPages } from "./watched-sites.js";

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  answer(message, sender).then(respond);
  return true;
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === RETRY_ALARM) void deliverOutbox();
});

chrome.commands.onCommand.addListener((command) => {
  if (command === "open-panel") void openPanel();
});

chrome.permissions.onRemoved.addListener((removed) => void forgetSitesWithout(removed));
chrome.runtime.onInstalled.addListener(() => void registerScripts().then(runInOpenPages));
chrome.runtime.onStartup.addListener(() => void registerScripts());

void closeStorageToPages();
void showCount();
void deliverOutbox();
void followPairing();
