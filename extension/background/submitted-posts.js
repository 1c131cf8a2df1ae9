// @ts-check
/**
 * Posts between the click on submit and the page's proof that they went out. They live in storage.session,
 * so that they outlast a full page load and a stop of the worker, and never reach the disk.
 *
 * pending: follows the tab it was sent from. unknown: no page showed it in time; every page of its site is asked.
 */

/** @import {Context, SubmittedPost} from "../shared/protocol.js" */

import { uuid7 } from "../shared/uuid.js";
import { addToOutbox, deliverOutbox, keepOrTurnAway } from "./outbox.js";
import { submittedCell } from "./store.js";

const AT_ONCE_MS = 1_000;
const UNKNOWN_AFTER_MS = 60_000;
const SAME_SUBMIT_MS = 5 * 60_000;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** @typedef {{tab: number, origin: string}} Page */

/**
 * Notes a submit. The same text again from the same page soon after is the same post (double click, another try).
 * @param {Page & {text: string, context: Context, suggestionTaken: string | null, baseline: string[]}} seen
 * @returns {Promise<string>} the post's id
 */
export async function noteSubmit(seen) {
  const id = uuid7();
  /** @param {SubmittedPost[]} known */
  const add = (known) => [
    ...alive(known).filter((post) => !samePost(post, seen)),
    { ...seen, id: known.find((post) => samePost(post, seen))?.id ?? id, at: nextMoment(known) },
  ];
  const all = await keepOrTurnAway(seen.text, () => submittedCell.change(add));
  return all[all.length - 1].id;
}

/**
 * The posts that a page may show: those sent from its tab, and those of its site that nobody saw yet.
 * @param {Page} page
 */
export async function submittedIn({ tab, origin }) {
  const known = alive(await submittedCell.get());
  return known.filter((post) => post.origin === origin && (post.tab === tab || isUnknown(post)));
}

/**
 * The page showed it: into the outbox, and on to the agent.
 * @param {string} id
 * @param {Page} page
 * @param {string | null} permalink
 */
export async function confirmPost(id, page, permalink) {
  const post = (await submittedIn(page)).find((known) => known.id === id);
  if (!post) return;
  await addToOutbox(id, {
    text: post.text,
    posted_at: post.at,
    permalink,
    context: post.context,
    suggestion_taken: post.suggestionTaken,
  });
  await forgetSubmit(id, page);
  await deliverOutbox();
}

/**
 * @param {string} id
 * @param {Page} page
 */
export async function forgetSubmit(id, { origin }) {
  await submittedCell.change((known) => known.filter((post) => post.id !== id || post.origin !== origin));
}

/**
 * No sign came in time, neither for nor against it.
 * @param {string} id
 * @param {Page} page
 */
export async function leaveUnknown(id, { origin }) {
  await submittedCell.change((known) =>
    known.map((post) => (post.id === id && post.origin === origin ? { ...post, unknown: true } : post)),
  );
}

/** @param {SubmittedPost} post */
function isUnknown(post) {
  return post.unknown === true || ageOf(post) > UNKNOWN_AFTER_MS; // Its tab may be gone.
}

/** @param {SubmittedPost[]} posts */
function alive(posts) {
  return posts.filter((post) => ageOf(post) < FORGOTTEN_AFTER_MS);
}

/**
 * Now, or a millisecond after what was sent with it: the posts of a thread keep their order.
 * @param {SubmittedPost[]} posts
 */
function nextMoment(posts) {
  const now = Date.now();
  const justSent = posts.map(({ at }) => Date.parse(at)).filter((at) => Math.abs(now - at) < AT_ONCE_MS);
  return new Date(Math.max(now, ...justSent.map((at) => at + 1))).toISOString();
}

/** @param {SubmittedPost} post */
function ageOf(post) {
  return Date.now() - Date.parse(post.at);
}

/**
 * @param {SubmittedPost} known
 * @param {Page & {text: string, context: Context}} seen
 */
function samePost(known, seen) {
  const same = known.tab === seen.tab && known.origin === seen.origin && known.text === seen.text;
  return same && known.context.page_url === seen.context.page_url && ageOf(known) < SAME_SUBMIT_MS;
}
