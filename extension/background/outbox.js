// @ts-check
/**
 * Posts that went out and that the agent doesn't have on disk yet. A post leaves the outbox only after the
 * agent's 200 or 201, or its 410 where the person deleted it there; until then it is sent again, at longer and
 * longer intervals.
 */

/** @import {Agent, OutboxEntry, PostBody} from "../shared/protocol.js" */

import { AgentProblem, putPost } from "./agent-client.js";
import { agentCell, outboxCell, unkeptCell } from "./store.js";

export const RETRY_ALARM = "deliver-outbox";
const TOGETHER = 25; // Posts that leave in one write: the outbox is one stored value, and a thousand may wait.
const PAGE_IS_GONE_MS = 60_000; // A page tells of a post again within half of it.
const WAITS_MIN = [0.5, 1, 2, 5, 10, 20, 30];

/**
 * A run over what waits; `done` says whether the agent answered throughout.
 * @typedef {{agent: Agent, done: Promise<boolean>}} Run
 */

/** @type {Run | null} */
let delivering = null;

/**
 * The texts of posts that there is no room for anywhere, with when their page told of them last. It does so again and again
 * while it is open.
 * @type {Map<string, number>}
 */
const turnedAway = new Map();

/**
 * @param {string} id
 * @param {PostBody} post
 */
export async function addToOutbox(id, post) {
  /** @param {OutboxEntry[]} entries */
  const add = (entries) =>
    entries.some((entry) => entry.id === id)
      ? entries
      : [...entries, { id, post, attempts: 0, refused: null }];
  await keepOrTurnAway(post.text, () =>
    outboxCell.change(add).catch((error) => {
      reportError(error);
      return unkeptCell.change(add);
    }),
  );
}

/**
 * Keeps something of a post. Throws where there is no room for it, and shows that until there is.
 * @template T
 * @param {string} text of the post
 * @param {() => Promise<T>} keep
 * @returns {Promise<T>}
 */
export async function keepOrTurnAway(text, keep) {
  try {
    const kept = await keep();
    turnedAway.delete(text);
    return kept;
  } catch (error) {
    turnedAway.set(text, Date.now());
    throw error;
  } finally {
    await showCount();
  }
}

/** Whether a post found no room on disk, and is gone with its page or when the browser closes. */
export async function isShortOfRoom() {
  return countTurnedAway() > 0 || (await unkeptCell.get()).length > 0;
}

/** All that waits: on disk, and in memory where there was no room. */
export async function outboxEntries() {
  return [...(await outboxCell.get()), ...(await unkeptCell.get())];
}

/**
 * Sends what waits. Calls while it runs share the one run, unless the agent has moved or has given us another key
 * since: the one that was asked may never answer. Who shared a run in which nobody answered asks once more: the
 * agent may have come back meanwhile, and that may be why it was asked.
 */
export async function deliverOutbox() {
  const shared = delivering;
  const run = runTo(await agentCell.get());
  if (!(await run.done) && run === shared) await runTo(run.agent).done;
  await planRetry();
  await showCount();
}

/** @param {string} id */
export async function dropFromOutbox(id) {
  await changeEntries((entry) => (entry.id === id ? [] : entry));
  await showCount();
}

/** Shows on the toolbar button how many posts wait. */
export async function showCount() {
  const waiting = (await outboxEntries()).length + countTurnedAway();
  await chrome.action.setBadgeBackgroundColor({ color: "#7d4b00" });
  await chrome.action.setBadgeText({ text: waiting ? String(waiting) : "" });
}

function countTurnedAway() {
  for (const [text, at] of turnedAway) if (Date.now() - at > PAGE_IS_GONE_MS) turnedAway.delete(text);
  return turnedAway.size;
}

/** @param {(entry: OutboxEntry) => OutboxEntry | []} edit */
async function changeEntries(edit) {
  for (const cell of [outboxCell, unkeptCell]) {
    if (!(await cell.get()).length) continue; // On a full disk there is no room to write down that it is empty.
    await cell.change((entries) => entries.flatMap(edit));
  }
}

/**
 * The run that sends to this agent.
 * @param {Agent} agent
 */
function runTo(agent) {
  if (!delivering || !isSame(delivering.agent, agent)) delivering = deliverTo(agent);
  return delivering;
}

/**
 * @param {Agent} agent
 * @returns {Run}
 */
function deliverTo(agent) {
  const done = deliverAll(agent).finally(() => {
    if (delivering === run) delivering = null;
  });
  const run = { agent, done };
  return run;
}

/**
 * Sends all that waits, or up to where the agent doesn't answer; false then.
 * @param {Agent} agent
 */
async function deliverAll(agent) {
  await planRetry(); // For a worker that is ended in the middle of this.
  /** @type {Set<string>} */
  const tried = new Set();
  while (isSame(agent, await agentCell.get())) {
    const waiting = (await outboxEntries()).filter(({ id, refused }) => refused === null && !tried.has(id));
    const some = waiting.slice(0, TOGETHER);
    if (!some.length) return true;
    for (const { id } of some) tried.add(id);
    if (!(await deliver(agent, some))) return false;
  }
  return true;
}

/**
 * Sends some posts, and keeps what became of them. True when the next may be tried at once.
 * @param {Agent} agent
 * @param {OutboxEntry[]} entries
 */
async function deliver(agent, entries) {
  /** @type {Map<string, Fate>} */
  const fates = new Map();
  for (const entry of entries) {
    const fate = await send(agent, entry);
    fates.set(entry.id, fate);
    if (fate === "away") break;
  }
  await changeEntries((entry) => after(entry, fates.get(entry.id)));
  await showCount();
  return ![...fates.values()].includes("away");
}

/**
 * What became of a post: it is on the agent's disk or was deleted from there, nobody answered, or the agent said
 * why it can't take it.
 * @typedef {"logged" | "deleted" | "away" | {refused: string}} Fate
 */

/**
 * @param {Agent} agent
 * @param {OutboxEntry} entry
 * @returns {Promise<Fate>}
 */
async function send(agent, { id, post }) {
  try {
    await putPost(agent, id, post);
    return "logged";
  } catch (error) {
    if (!(error instanceof AgentProblem)) throw error;
    if (error.code === "deleted") return "deleted";
    return error.code === "not-accepted" ? { refused: error.detail } : "away";
  }
}

/**
 * What stays of an entry in the outbox.
 * @param {OutboxEntry} entry
 * @param {Fate | undefined} fate
 * @returns {OutboxEntry | []}
 */
function after(entry, fate) {
  if (fate === undefined) return entry;
  if (fate === "logged" || fate === "deleted") return [];
  return { ...entry, attempts: entry.attempts + 1, refused: fate === "away" ? null : fate.refused };
}

/**
 * @param {Agent} one
 * @param {Agent} other
 */
function isSame(one, other) {
  return one.address === other.address && one.key === other.key;
}

async function planRetry() {
  const waiting = (await outboxEntries()).filter(({ refused }) => refused === null);
  if (!waiting.length) {
    await chrome.alarms.clear(RETRY_ALARM);
    return;
  }
  const attempts = Math.min(...waiting.map((entry) => entry.attempts));
  const delayInMinutes = WAITS_MIN[Math.min(Math.max(attempts - 1, 0), WAITS_MIN.length - 1)];
  await chrome.alarms.create(RETRY_ALARM, { delayInMinutes });
}
