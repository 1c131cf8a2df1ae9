// @ts-check
/** The toolbar button's popup: this site on or off, the agent, the newest review, what waits in the outbox. */

/** @import {State} from "../shared/protocol.js" */

import { drawAgent } from "../shared/agent-part.js";
import { askWorker, byId, fillInWords, make, words } from "../shared/dom.js";
import { watchableOrigin } from "../shared/origins.js";
import { drawOutbox } from "../shared/outbox-part.js";
import { switchSiteOff, switchSiteOn } from "../shared/switching.js";
import { composerFrames } from "./composer-frames.js";

const LOOK_AGAIN_MS = 1_000;

const tab = await tabInView();
const origin = watchableOrigin(tab?.url);
let drawn = "";

fillInWords();
byId("history").addEventListener("click", () => askWorker({ type: "open-in-viewer", path: "/history" }));
byId("options").addEventListener("click", () => chrome.runtime.openOptionsPage());
await redraw();
setInterval(redraw, LOOK_AGAIN_MS);

async function redraw() {
  const answer = await askWorker({ type: "state" });
  if (!answer.ok || JSON.stringify(answer.value) === drawn) return;
  drawn = JSON.stringify(answer.value);
  drawSite(answer.value);
  drawAgent(answer.value, redraw);
  drawLastReview(answer.value);
  drawOutbox(answer.value, redraw);
  await drawFrames(answer.value);
}

/** @param {State} state */
function drawSite({ sites }) {
  if (!origin) {
    byId("site").replaceChildren(make("p", { class: "soft" }, words("siteNone")));
    return;
  }
  const on = sites.includes(origin);
  const { host } = new URL(origin);
  const button = on
    ? make("button", { onclick: () => switchSiteOff(origin).then(redraw) }, words("switchOff"))
    : make("button", { class: "primary", onclick: () => switchOn(origin) }, words("switchOn"));
  byId("site").replaceChildren(
    make("p", {}, make("strong", {}, words(on ? "siteOn" : "siteOff", host))),
    make("p", { class: "soft" }, words(on ? "siteOnHint" : "siteOffHint")),
    button,
  );
}

/** @param {State} state */
function drawLastReview({ lastReview }) {
  byId("last-review").hidden = lastReview === null;
  if (!lastReview) return;
  const time = new Date(lastReview.at).toLocaleTimeString(words("language"), {
    timeStyle: "short",
  });
  const { host } = new URL(lastReview.origin);
  byId("last-review").replaceChildren(
    make("h2", {}, words("lastReviewTitle")),
    make("p", {}, lastReview.headline),
    make("p", { class: "soft" }, words("lastReviewWhere", host, time)),
  );
}

/**
 * Comments that stand in a frame of another site need that site as well.
 * @param {State} state
 */
async function drawFrames({ sites }) {
  const tabId = origin !== null && sites.includes(origin) ? tab?.id : undefined;
  const frames = tabId === undefined ? [] : await composerFrames(tabId);
  const off = frames.filter((frame) => !sites.includes(frame));
  byId("frames").hidden = off.length === 0;
  byId("frames").replaceChildren(
    ...off.flatMap((frame) => [
      make("p", {}, words("frameHint", new URL(frame).host)),
      make("button", { onclick: () => switchOn(frame) }, words("frameSwitchOn", new URL(frame).host)),
    ]),
  );
}

/** @param {string} site */
async function switchOn(site) {
  if (await switchSiteOn(site)) await redraw();
  else byId("site").append(make("p", { class: "notice", role: "alert" }, words("switchRefused")));
}

/** The tab that the popup was opened for; `?tab=` names it where the popup is opened as a page of its own. */
async function tabInView() {
  const named = Number(new URLSearchParams(location.search).get("tab"));
  if (named) return chrome.tabs.get(named);
  return (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
}
