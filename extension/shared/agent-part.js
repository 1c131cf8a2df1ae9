// @ts-check
/** The part of the popup and the options page that shows the agent: there or away, paired or not, the code. */

/** @import {Problem, State} from "./protocol.js" */

import { askWorker, byId, make, words } from "./dom.js";
import { LOOPBACK } from "./origins.js";

/**
 * @param {State} state
 * @param {() => void} redraw
 */
export function drawAgent(state, redraw) {
  const ready = state.paired && state.problem === null;
  byId("agent").replaceChildren(statusLine(state, ready), ...agentBody(state, ready, redraw));
}

/**
 * @param {State} state
 * @param {boolean} ready
 */
function statusLine(state, ready) {
  const away = state.problem !== null && state.problem.code !== "key-refused";
  const label = ready ? "agentReady" : away ? "agentAway" : "notPaired";
  return make(
    "p",
    { class: "row", role: "status" },
    make("span", { class: ready ? "dot ready" : "dot", "aria-hidden": "true" }),
    make("strong", {}, words(label)),
    make("span", { class: "soft" }, ready ? words("agentReadyHint", state.agentVersion ?? "") : ""),
  );
}

/**
 * @param {State} state
 * @param {boolean} ready
 * @param {() => void} redraw
 * @returns {HTMLElement[]}
 */
function agentBody({ paired, pairing, problem }, ready, redraw) {
  if (ready) return [];
  if (problem && problem.code !== "key-refused") return problemBody(problem, redraw);
  if (pairing?.status === "waiting") return [codeBox(pairing.code)];
  const told = pairing ? unpairedBecause(pairing.status) : null;
  const because = told ?? (paired ? "problemKeyRefused" : null);
  const ask = make(
    "button",
    { class: "primary", onclick: () => pair(redraw) },
    words(told || paired ? "pairAgain" : "pair"),
  );
  return [...(because ? [make("p", { class: "notice" }, words(because))] : []), make("div", {}, ask)];
}

/** @param {"paired" | "refused" | "expired" | "waiting"} status */
function unpairedBecause(status) {
  if (status === "refused") return "pairRefused";
  return status === "expired" ? "pairExpired" : null;
}

/**
 * @param {Problem} problem
 * @param {() => void} redraw
 */
function problemBody({ code, detail }, redraw) {
  /** @type {Record<string, string>} */
  const sentences = {
    away: "problemAway",
    stranger: "problemStranger",
    busy: "problemBusy",
  };
  const ourPermission = code === "not-allowed" && !detail;
  const known = ourPermission ? "problemNotAllowed" : sentences[code];
  const sentence = known ? words(known) : detail || words("problemTrouble");
  const again = ourPermission
    ? ["allow", () => chrome.permissions.request(LOOPBACK).then(redraw)]
    : ["tryAgain", redraw];
  const [label, act] = /** @type {[string, () => void]} */ (again);
  return [
    make("p", { class: "notice" }, sentence),
    make("div", {}, make("button", { onclick: act }, words(label))),
  ];
}

/** @param {string} code */
function codeBox(code) {
  const open = () => void askWorker({ type: "open-in-viewer", path: "/browsers" });
  return make(
    "div",
    { class: "pairing" },
    make("p", { class: "soft" }, words("pairCode")),
    make("p", { class: "code" }, code),
    make("p", {}, words("pairHint")),
    make("button", { class: "primary", onclick: open }, words("pairOpen")),
  );
}

/** @param {() => void} redraw */
async function pair(redraw) {
  const asked = await askWorker({ type: "ask-pairing" });
  if (!asked.ok) byId("agent").append(...problemBody(asked.problem, redraw));
  else redraw();
}
