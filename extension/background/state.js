// @ts-check
/** What the popup and the options page show, gathered in one answer. */

/** @import {Problem, State} from "../shared/protocol.js" */

import { LOOPBACK } from "../shared/origins.js";
import { AgentProblem, health, tryKey } from "./agent-client.js";
import { isShortOfRoom, outboxEntries } from "./outbox.js";
import { agentCell, lastReviewCell, pairingCell, settingsCell, sitesCell } from "./store.js";

/** @returns {Promise<State>} */
export async function currentState() {
  const [agent, pairing, outbox, unkept, sites, settings, lastReview, contact] = await Promise.all([
    agentCell.get(),
    pairingCell.get(),
    outboxEntries(),
    isShortOfRoom(),
    sitesCell.get(),
    settingsCell.get(),
    lastReviewCell.get(),
    tryAgent(),
  ]);
  return {
    address: agent.address,
    paired: agent.key !== null,
    problem: contact.problem,
    agentVersion: contact.version,
    pairing: pairing && { code: pairing.code, expires_at: pairing.expires_at, status: pairing.status },
    outbox,
    unkept,
    sites,
    settings,
    lastReview,
  };
}

/** @returns {Promise<{version: string | null, problem: Problem | null}>} */
async function tryAgent() {
  if (!(await chrome.permissions.contains(LOOPBACK))) {
    return { version: null, problem: { code: "not-allowed", detail: "" } };
  }
  const agent = await agentCell.get();
  let version = null;
  try {
    version = (await health(agent)).version;
    if (agent.key) await tryKey(agent);
    return { version, problem: null };
  } catch (error) {
    if (!(error instanceof AgentProblem)) throw error;
    return { version, problem: { code: error.code, detail: error.detail } };
  }
}
