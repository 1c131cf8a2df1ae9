// @ts-check
/** The options page: the agent and its address, the sites, the outbox, the shortcut. */

/** @import {State} from "../shared/protocol.js" */

import { drawAgent } from "../shared/agent-part.js";
import { askWorker, byId, fillInWords, make, words } from "../shared/dom.js";
import { watchableOrigin } from "../shared/origins.js";
import { drawOutbox } from "../shared/outbox-part.js";
import { switchSiteOff, switchSiteOn } from "../shared/switching.js";

const LOOK_AGAIN_MS = 1_500;

const addressField = /** @type {HTMLInputElement} */ (byId("address"));
const siteField = /** @type {HTMLInputElement} */ (byId("site-address"));
let drawn = "";

fillInWords();
await drawShortcut();
byId("address-form").addEventListener("submit", saveAddress);
byId("site-form").addEventListener("submit", addSite);
byId("unpair").addEventListener("click", () => askWorker({ type: "forget-pairing" }).then(redraw));
await redraw();
setInterval(redraw, LOOK_AGAIN_MS);

async function redraw() {
  const answer = await askWorker({ type: "state" });
  if (!answer.ok || JSON.stringify(answer.value) === drawn) return;
  /** @type {State} */
  const state = answer.value;
  if (!drawn) addressField.value = state.address;
  drawn = JSON.stringify(state);
  byId("unpair").hidden = !state.paired;
  drawAgent(state, redraw);
  drawSites(state.sites);
  drawOutbox(state, redraw);
}

/** @param {string[]} sites */
function drawSites(sites) {
  byId("sites-hint").textContent = words(sites.length ? "sitesHint" : "sitesEmpty");
  byId("sites").replaceChildren(
    ...sites.map((site) => {
      const off = () => void switchSiteOff(site).then(redraw);
      return make("li", {}, site, make("button", { onclick: off }, words("switchOff")));
    }),
  );
}

/** @param {Event} event */
async function saveAddress(event) {
  event.preventDefault();
  const saved = await askWorker({ type: "set-address", address: addressField.value });
  byId("address-told").textContent = words(saved.ok && saved.value ? "addressSaved" : "addressWrong");
  await redraw();
}

/** @param {Event} event */
async function addSite(event) {
  event.preventDefault();
  const origin = watchableOrigin(siteField.value);
  const done = origin !== null && (await switchSiteOn(origin));
  byId("site-told").textContent = done ? "" : words(origin ? "switchRefused" : "siteWrong");
  if (done) siteField.value = "";
  await redraw();
}

async function drawShortcut() {
  const commands = await chrome.commands.getAll();
  const keys = commands.find(({ name }) => name === "open-panel")?.shortcut;
  byId("shortcut").textContent = keys ? words("shortcutHint", keys) : words("shortcutNone");
}
