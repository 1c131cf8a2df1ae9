// @ts-check
/** What pages show of posts that are in the log: counts that came back, edits, and posts that were taken back. */

/** @import {SeenItem} from "../shared/protocol.js" */

import { AgentProblem, changePost, tellCounts } from "./agent-client.js";
import { agentCell, shownCell } from "./store.js";

const MOST_AT_ONCE = 50;

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
  const before = (await shownCell.get())[post];
  if (before?.gone) return;
  if (deleted) await changePost(agent, post, { gone_at: new Date().toISOString() });
  else if (before && isEdit(before.bare, bare)) await changePost(agent, post, { text });
  await shownCell.change((shown) => ({ ...shown, [post]: { bare, gone: deleted } }));
}

/**
 * Whether a page that showed one text now shows another: not only less or more of it, as with "Read more".
 * @param {string} before
 * @param {string} now
 */
function isEdit(before, now) {
  return now !== "" && !before.startsWith(now) && !now.startsWith(before);
}
