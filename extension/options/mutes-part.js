// @ts-check
/** The part of the options page that lists the flags that the person muted. The agent keeps them. */

/** @import {Mute, State} from "../shared/protocol.js" */

import { askWorker, byId, make, words } from "../shared/dom.js";

let drawn = "";

/** @param {State} state */
export async function drawMutes(state) {
  const there = state.paired && state.problem === null;
  const answer = there ? await askWorker({ type: "mutes" }) : null;
  const mutes = /** @type {Mute[] | null} */ (answer?.ok ? answer.value : null);
  if (JSON.stringify(mutes) === drawn) return;
  drawn = JSON.stringify(mutes);
  byId("mutes-told").textContent = words(
    mutes === null ? "mutesAway" : mutes.length ? "mutesHint" : "mutesNone",
  );
  byId("mutes").replaceChildren(...(mutes ?? []).map((mute) => line(mute, state)));
}

/**
 * @param {Mute} mute
 * @param {State} state
 */
function line(mute, state) {
  const flag = mute.signal.replaceAll("_", " ");
  const hear = () => void askWorker({ type: "unmute", mute }).then(() => drawMutes(state));
  return make(
    "li",
    {},
    make("span", {}, mute.site ? words("muteOn", flag, mute.site) : words("muteEverywhere", flag)),
    make("button", { onclick: hear, "aria-label": words("unmuteSpoken", flag) }, words("unmute")),
  );
}
