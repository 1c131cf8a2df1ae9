// @ts-check
/** What pages show of posts that are in the log: counts that came back, edits, and posts that were taken back. */

/** @import {SeenItem, ShownPost} from "../shared/protocol.js" */

import { AgentProblem, changePost, tellCounts } from "./agent-client.js";
import { agentCell, shownCell } from "./store.js";

const MOST_AT_ONCE = 50;
const MOST_LETTERS = 1_000_000; // Of the texts that edits are known by: far below the 10 MB that browsers let us keep in memory.

/**
 * @param {SeenItem[]} items
 * @returns {Promise<number>} how many of them, from the first on, need not be told again
 */
export async function noteSeen(items) {
  const now = items.slice(0, MOST_AT_ONCE);
  for (const [place, item] of now.entries()) {
    const told = await noteItem(item).then(
      () => true,
      (error) => {
        if (!(error instanceof AgentProblem)) throw error;
        return error.code === "not-accepted"; // Only this item; else the agent is away, and hears of all of them later.
      },
    );
    if (!told) return place;
  }
  return now.length;
}

/** @param {SeenItem} item */
async function noteItem({ permalink, text, bare, counts, deleted }) {
  const agent = await agentCell.get();
  const { post } = await tellCounts(agent, permalink, counts);
  if (!post) return; // Not in the log, so none of our business.
  const before = (await shownCell.get()).find((shown) => shown.post === post);
  if (before?.gone) return;
  if (deleted) await changePost(agent, post, { gone_at: new Date().toISOString() });
  else if (before && isEdit(before.bare, bare)) await changePost(agent, post, { text });
  await shownCell.change((shown) =>
    newest([...shown.filter((other) => other.post !== post), { post, bare, gone: deleted }]),
  );
}

/**
 * Those that there is room for.
 * @param {ShownPost[]} shown
 */
function newest(shown) {
  let room = MOST_LETTERS;
  const tooMuch = shown.findLastIndex(({ post, bare }) => {
    room -= post.length + bare.length;
    return room < 0;
  });
  return shown.slice(tooMuch + 1);
}

/**
 * Whether a page that showed one text now shows another: not only less or more of it, as with "Read more".
 * @param {string} before
 * @param {string} now
 */
function isEdit(before, now) {
  return now !== "" && !before.startsWith(now) && !now.startsWith(before);
}
