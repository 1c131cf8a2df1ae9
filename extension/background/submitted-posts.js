// @ts-check
/**
 * Posts between the click on submit and the page's proof that they went out. They live in storage.session,
 * so that they outlast a full page load and a stop of the worker, and never reach the disk.
 */

/** @import {Context, SubmittedPost} from "../shared/protocol.js" */

import { uuid7 } from "../shared/uuid.js";
import { addToOutbox, deliverOutbox } from "./outbox.js";
import { submittedCell } from "./store.js";

const FORGOTTEN_AFTER_MS = 5 * 60_000;

/**
 * Notes a submit. The same text again from the same tab is the same post (double click, another try).
 * @param {{tab: number, origin: string, text: string, context: Context, suggestionTaken: string | null, baseline: string[]}} seen
 * @returns {Promise<string>} the post's id
 */
export async function noteSubmit(seen) {
  const fresh = { ...seen, id: uuid7(), at: new Date().toISOString() };
  const all = await submittedCell.change((known) => [
    ...alive(known).filter((post) => !samePost(post, seen)),
    { ...fresh, id: known.find((post) => samePost(post, seen))?.id ?? fresh.id },
  ]);
  return all[all.length - 1].id;
}

/**
 * @param {number} tab
 * @param {string} origin
 */
export async function submittedIn(tab, origin) {
  return alive(await submittedCell.get()).filter((post) => post.tab === tab && post.origin === origin);
}

/**
 * The page showed it: into the outbox, and on to the agent.
 * @param {string} id
 * @param {number} tab
 * @param {string | null} permalink
 */
export async function confirmPost(id, tab, permalink) {
  const post = (await submittedCell.get()).find((known) => known.id === id && known.tab === tab);
  if (!post) return;
  await addToOutbox(id, {
    text: post.text,
    posted_at: post.at,
    permalink,
    context: post.context,
    suggestion_taken: post.suggestionTaken,
  });
  await forgetSubmit(id, tab);
  await deliverOutbox();
}

/**
 * @param {string} id
 * @param {number} tab
 */
export async function forgetSubmit(id, tab) {
  await submittedCell.change((known) => known.filter((post) => post.id !== id || post.tab !== tab));
}

/** @param {SubmittedPost[]} posts */
function alive(posts) {
  const now = Date.now();
  return posts.filter((post) => now - Date.parse(post.at) < FORGOTTEN_AFTER_MS);
}

/**
 * @param {SubmittedPost} known
 * @param {{tab: number, origin: string, text: string}} seen
 */
function samePost(known, seen) {
  return known.tab === seen.tab && known.origin === seen.origin && known.text === seen.text;
}
