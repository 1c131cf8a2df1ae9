// @ts-check
/** Saves what is set in this browser as a JSON file. The key to the agent isn't in it, and no draft or post. */

/** @import {State} from "../shared/protocol.js" */

import { askWorker, byId } from "../shared/dom.js";

export function offerExport() {
  byId("export").addEventListener("click", async () => {
    const answer = await askWorker({ type: "state" });
    if (answer.ok) save("pitch-in-settings.json", JSON.stringify(await settingsOf(answer.value), null, 2));
  });
}

/** @param {State} state */
async function settingsOf({ address, sites, settings }) {
  const mutes = await askWorker({ type: "mutes" });
  const commands = await chrome.commands.getAll();
  return {
    pitch_in: chrome.runtime.getManifest().version,
    saved_at: new Date().toISOString(),
    agent_address: address,
    sites: sites.map((site) => ({ address: site, strictness: settings.strictness[site] ?? null })),
    hold_flagged_posts: settings.holdFlagged,
    muted_flags: mutes.ok ? mutes.value : null,
    shortcut: commands.find(({ name }) => name === "open-panel")?.shortcut ?? null,
  };
}

/**
 * @param {string} name
 * @param {string} text
 */
function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
