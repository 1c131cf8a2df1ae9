// @ts-check
/**
 * Posts that went out and that the agent doesn't have on disk yet. A post leaves the outbox only after the
 * agent's 200 or 201; until then it is sent again, at longer and longer intervals.
 */

/** @import {OutboxEntry, PostBody} from "../shared/protocol.js" */

import { AgentProblem, putPost } from "./agent-client.js";
import { agentCell, outboxCell } from "./store.js";

export const RETRY_ALARM = "deliver-outbox";
const WAITS_MIN = [0.5, 1, 2, 5, 10, 20, 30];

/** @type {Promise<void> | null} */
let delivering = null;

/**
 * @param {string} id
 * @param {PostBody} post
 */
export async function addToOutbox(id, post) {
  await outboxCell.change((entries) =>
    entries.some((entry) => entry.id === id)
      ? entries
      : [...entries, { id, post, attempts: 0, refused: null }],
  );
  await showCount();
}

/** Sends what waits. Calls while it runs share the one run. */
export function deliverOutbox() {
  delivering ??= deliverAll().finally(() => {
    delivering = null;
  });
  return delivering;
}

/** @param {string} id */
export async function dropFromOutbox(id) {
  await outboxCell.change((entries) => entries.filter((entry) => entry.id !== id));
  await showCount();
}

/** Shows on the toolbar button how many posts wait. */
export async function showCount() {
  const waiting = (await outboxCell.get()).length;
  await chrome.action.setBadgeBackgroundColor({ color: "#7d4b00" });
  await chrome.action.setBadgeText({ text: waiting ? String(waiting) : "" });
}

async function deliverAll() {
  /** @type {Set<string>} */
  const tried = new Set();
  for (;;) {
    const entry = (await outboxCell.get()).find(({ id, refused }) => refused === null && !tried.has(id));
    if (!entry) break;
    tried.add(entry.id);
    if (!(await deliver(entry))) break;
  }
  await planRetry();
  await showCount();
}

/**
 * True when the next entry may be tried at once.
 * @param {OutboxEntry} entry
 */
async function deliver({ id, post }) {
  try {
    await putPost(await agentCell.get(), id, post);
    await dropFromOutbox(id);
    return true;
  } catch (error) {
    if (!(error instanceof AgentProblem)) throw error;
    const refused = error.code === "not-accepted" ? error.detail : null;
    await changeEntry(id, (entry) => ({ ...entry, attempts: entry.attempts + 1, refused }));
    return refused !== null;
  }
}

/**
 * @param {string} id
 * @param {(entry: OutboxEntry) => OutboxEntry} edit
 */
async function changeEntry(id, edit) {
  await outboxCell.change((entries) => entries.map((entry) => (entry.id === id ? edit(entry) : entry)));
}

async function planRetry() {
  const waiting = (await outboxCell.get()).filter(({ refused }) => refused === null);
  if (!waiting.length) {
    await chrome.alarms.clear(RETRY_ALARM);
    return;
  }
  const attempts = Math.min(...waiting.map((entry) => entry.attempts));
  const delayInMinutes = WAITS_MIN[Math.min(Math.max(attempts - 1, 0), WAITS_MIN.length - 1)];
  await chrome.alarms.create(RETRY_ALARM, { delayInMinutes });
}
