// @ts-check
/**
 * How this browser gets its key: it asks with a short code, the person confirms the same code in the viewer,
 * and the key comes back once, bound to the agent's address.
 */

import { askForPairing, claimPairing } from "./agent-client.js";
import { browserName } from "./browser-name.js";
import { deliverOutbox } from "./outbox.js";
import { agentCell, pairingCell } from "./store.js";

const ASK_AGAIN_MS = 1_500;

let following = false;

/** Throws AgentProblem when the agent can't be asked. */
export async function startPairing() {
  const agent = { ...(await agentCell.get()), key: null };
  const asked = await askForPairing(agent, await browserName(), chrome.runtime.getManifest().version);
  await pairingCell.change(() => ({ ...asked, address: agent.address, status: "waiting" }));
  void followPairing();
}

/** Asks the agent for the answer to the open pairing, again and again until there is one. */
export async function followPairing() {
  if (following) return;
  following = true;
  try {
    while (await claimOnce()) await new Promise((wake) => setTimeout(wake, ASK_AGAIN_MS));
  } finally {
    following = false;
  }
}

/** Forgets the key and any open pairing. */
export async function forgetPairing() {
  await pairingCell.change(() => null);
  await agentCell.change((agent) => ({ ...agent, key: null }));
}

/** @param {string} address */
export async function setAddress(address) {
  if ((await agentCell.get()).address === address) return;
  await pairingCell.change(() => null);
  await agentCell.change(() => ({ address, key: null }));
}

/** True while the pairing still waits. */
async function claimOnce() {
  const pairing = await pairingCell.get();
  if (pairing?.status !== "waiting") return false;
  const { id, secret, address } = pairing;
  // An agent that is away for a moment is asked again until the code has run out.
  const claim = await claimPairing({ address, key: null }, id, secret).catch(() => null);
  const status = claim?.status ?? (Date.parse(pairing.expires_at) < Date.now() ? "expired" : "waiting");
  if (status === "waiting") return true;
  const key = claim?.key;
  if (key) await agentCell.change(() => ({ address, key }));
  await pairingCell.change((known) => (known?.id === id ? { ...known, status } : known));
  await deliverOutbox();
  return false;
}
