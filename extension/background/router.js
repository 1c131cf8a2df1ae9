// @ts-check
/**
 * Answers the messages of the other parts. A content script runs inside a web page's process, so it may only
 * call what stands in `forPages`, and only from a site that is switched on.
 */

/** @import {Answer, Context, ExtensionMessage, PageMessage, Strictness} from "../shared/protocol.js" */

import { loopbackAddress, watchableOrigin } from "../shared/origins.js";
import { isUuid } from "../shared/uuid.js";
import {
  AgentProblem,
  addMute,
  dismiss,
  listMutes,
  removeMute,
  review,
  smooth,
  stopSmoothing,
  takeDismissalBack,
} from "./agent-client.js";
import { deliverOutbox, dropFromOutbox } from "./outbox.js";
import { noteSeen } from "./own-posts.js";
import { followPairing, forgetPairing, setAddress, startPairing } from "./pairing.js";
import { currentState } from "./state.js";
import { agentCell, lastReviewCell, settingsCell } from "./store.js";
import { confirmPost, forgetSubmit, leaveUnknown, noteSubmit, submittedIn } from "./submitted-posts.js";
import { isOn, switchOff, switchOn, tellPages } from "./watched-sites.js";

// Most characters of each part; more of a parent the agent doesn't read.
const LIMITS = { site: 100, page_url: 4_000, parent_text: 8_000, parent_author: 300, thread_title: 1_000 };

/** @typedef {{tab: number, origin: string}} Page */

/** @type {{[T in PageMessage["type"]]: (message: Extract<PageMessage, {type: T}>, page: Page) => Promise<unknown>}} */
const forPages = {
  "on-here": async () => true,
  "settings-here": async () => ({ holdFlagged: (await settingsCell.get()).holdFlagged }),
  review: async ({ draft, context }, { origin }) => {
    const { strictness } = await settingsCell.get();
    const answer = await review(await agentCell.get(), draft, clipped(context), strictness[origin]);
    const last = { origin, headline: answer.headline, at: new Date().toISOString() };
    await lastReviewCell.change(() => last).catch(reportError); // Without room for it the review is as good.
    void deliverOutbox();
    return answer;
  },
  mute: async ({ signal, here }, { origin }) =>
    addMute(await agentCell.get(), { signal, site: here ? new URL(origin).hostname : null }),
  dismiss: async ({ signal, draft, context }) =>
    dismiss(await agentCell.get(), signal, draft, clipped(context)),
  smooth: async ({ draft, context, suggestion }) =>
    smooth(await agentCell.get(), draft, clipped(context), suggestion),
  "stop-smoothing": async () => stopSmoothing(await agentCell.get()),
  submitted: ({ text, context, suggestionTaken, baseline }, page) =>
    noteSubmit({ ...page, text, context: clipped(context), suggestionTaken, baseline }),
  "submitted-here": (_, page) => submittedIn(page),
  "post-confirmed": ({ id, permalink }, page) => confirmPost(id, page, permalink),
  "post-failed": ({ id }, page) => forgetSubmit(id, page),
  "post-unknown": ({ id }, page) => leaveUnknown(id, page),
  seen: ({ items }) => noteSeen(items),
  "take-back": async ({ id }) => {
    // It becomes part of an address: "../posts/…" would have a post deleted.
    if (!isUuid(id)) throw new AgentProblem("not-accepted", "");
    await takeDismissalBack(await agentCell.get(), id);
  },
  unmute: async ({ signal, here }, { origin }) =>
    removeMute(await agentCell.get(), { signal, site: here ? new URL(origin).hostname : null }),
  "open-in-viewer": ({ path }) => openInViewer(path),
};

/** @type {{[T in ExtensionMessage["type"]]: (message: Extract<ExtensionMessage, {type: T}>) => Promise<unknown>}} */
const forExtension = {
  state: async () => {
    void followPairing();
    const state = await currentState();
    if (state.paired && !state.problem) void deliverOutbox(); // The agent is there: what waits can go.
    return state;
  },
  "ask-pairing": () => startPairing(),
  "set-address": async ({ address }) => {
    const loopback = loopbackAddress(address);
    if (loopback) await setAddress(loopback);
    return loopback !== null;
  },
  "forget-pairing": () => forgetPairing(),
  mutes: async () => listMutes(await agentCell.get()),
  unmute: async ({ mute }) => removeMute(await agentCell.get(), mute),
  "hold-flagged": async ({ hold }) => {
    await settingsCell.change((settings) => ({ ...settings, holdFlagged: hold }));
    await tellPages({ type: "hold-flagged", hold });
  },
  strictness: ({ origin, strictness }) => setStrictness(origin, strictness),
  "switch-on": ({ origin }) => switchOn(origin),
  "switch-off": ({ origin }) => switchOff(origin),
  "drop-post": ({ id }) => dropFromOutbox(id),
  "open-in-viewer": ({ path }) => openInViewer(path),
};

/**
 * @param {PageMessage | ExtensionMessage} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<Answer>}
 */
export async function answer(message, sender) {
  try {
    return { ok: true, value: await dispatch(message, sender) };
  } catch (error) {
    if (error instanceof AgentProblem)
      return { ok: false, problem: { code: error.code, detail: error.detail } };
    reportError(error);
    return { ok: false, problem: { code: "trouble", detail: "" } };
  }
}

/**
 * @param {PageMessage | ExtensionMessage} message
 * @param {chrome.runtime.MessageSender} sender
 */
async function dispatch(message, sender) {
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) {
    return handler(forExtension, message.type)(message);
  }
  // A frame without an address of its own has its page's origin.
  const origin = watchableOrigin(sender.url?.startsWith("about:") ? sender.origin : sender.url);
  if (sender.tab?.id === undefined || !origin || !(await isOn(origin))) throw new AgentProblem("off", "");
  return handler(forPages, message.type)(message, { tab: sender.tab.id, origin });
}

/**
 * @param {object} handlers
 * @param {string} type
 * @returns {(...args: any[]) => Promise<unknown>}
 */
function handler(handlers, type) {
  const found = Object.entries(handlers).find(([name]) => name === type);
  if (!found) throw new AgentProblem("off", `No part of Pitch In answers "${type}" here.`);
  return found[1];
}

/**
 * @param {Context} context
 * @returns {Context}
 */
function clipped(context) {
  const clip = /** @type {[string, unknown][]} */ (Object.entries(context)).map(([name, value]) => {
    const limit = LIMITS[/** @type {keyof typeof LIMITS} */ (name)];
    return [name, typeof value === "string" && limit ? value.slice(0, limit).toWellFormed() : value];
  });
  return /** @type {Context} */ (Object.fromEntries(clip));
}

/**
 * @param {string} origin
 * @param {Strictness | null} strictness null: as the agent's own setting says
 */
async function setStrictness(origin, strictness) {
  await settingsCell.change((settings) => {
    const { [origin]: _, ...others } = settings.strictness;
    return { ...settings, strictness: strictness ? { ...others, [origin]: strictness } : others };
  });
}

/** @param {string} path */
async function openInViewer(path) {
  const { address } = await agentCell.get();
  const url = new URL(path, address);
  if (url.origin === address) await chrome.tabs.create({ url: url.href });
}
