// @ts-check
/** The options page: the agent and its address, then a part for each thing that can be set. */

/** @import {State} from "../shared/protocol.js" */

import { drawAgent } from "../shared/agent-part.js";
import { askWorker, byId, fillInWords, words } from "../shared/dom.js";
import { drawOutbox } from "../shared/outbox-part.js";
import { offerExport } from "./export-part.js";
import { drawMutes } from "./mutes-part.js";
import { drawShortcut } from "./shortcut-part.js";
import { drawSites, offerNewSite } from "./sites-part.js";

const LOOK_AGAIN_MS = 1_500;

const addressField = /** @type {HTMLInputElement} */ (byId("address"));
const holdField = /** @type {HTMLInputElement} */ (byId("hold-flagged"));
let drawn = "";
let changes = 0; // by the person: an answer that was asked for before one is stale

fillInWords();
offerNewSite(redraw);
offerExport();
byId("address-form").addEventListener("submit", saveAddress);
byId("unpair").addEventListener("click", () => askWorker({ type: "forget-pairing" }).then(redraw));
holdField.addEventListener("change", hold);
await drawShortcut();
await redraw();
setInterval(redraw, LOOK_AGAIN_MS);

async function redraw() {
  const before = changes;
  const answer = await askWorker({ type: "state" });
  if (!answer.ok || before !== changes) return;
  draw(answer.value); // Before anything else is waited for: the person may change something meanwhile.
  await drawMutes(answer.value);
}

/** @param {State} state */
function draw(state) {
  if (JSON.stringify(state) === drawn) return;
  if (!drawn) addressField.value = state.address;
  drawn = JSON.stringify(state);
  byId("unpair").hidden = !state.paired;
  holdField.checked = state.settings.holdFlagged;
  holdField.disabled = false;
  drawAgent(state, redraw);
  drawSites(state, redraw);
  drawOutbox(state, redraw);
}

async function hold() {
  changes += 1;
  await askWorker({ type: "hold-flagged", hold: holdField.checked });
  changes += 1;
}

/** @param {Event} event */
async function saveAddress(event) {
  event.preventDefault();
  const saved = await askWorker({ type: "set-address", address: addressField.value });
  byId("address-told").textContent = words(saved.ok && saved.value ? "addressSaved" : "addressWrong");
  await redraw();
}
