// @ts-check
/** The only file of the extension that talks to anything: HTTP to the agent on this machine. */

/** @import {Agent, Context, Counts, Mute, PostBody, ProblemCode, Review, Smoothing, Strictness} from "../shared/protocol.js" */

import { LOOPBACK } from "../shared/origins.js";
import { extensionIsOlder, sameRelease } from "../shared/releases.js";

const PATIENCE_MS = 30_000; // The first review waits for the agent to load its model.

/** The agent gave no usable answer. */
export class AgentProblem extends Error {
  /**
   * @param {ProblemCode} code
   * @param {string} detail
   */
  constructor(code, detail) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * @param {Agent} agent
 * @returns {Promise<{name: string, version: string, model_version: string, ready: boolean}>}
 */
export async function health(agent) {
  const response = await send(`${agent.address}/v1/health`, requestOf("GET", null));
  const body = await jsonOf(response);
  if (body?.name !== "Pitch In") throw new AgentProblem("stranger", "");
  return body;
}

/**
 * @param {Agent} agent
 * @param {string} browser
 * @param {string} extensionVersion
 * @returns {Promise<{id: string, secret: string, code: string, expires_at: string}>}
 */
export async function askForPairing(agent, browser, extensionVersion) {
  const asked = { browser, extension_version: extensionVersion };
  return (await call(agent, "POST", "/v1/pairings", asked)).body;
}

/**
 * @param {Agent} agent
 * @param {string} id
 * @param {string} secret
 * @returns {Promise<{status: "waiting" | "paired" | "refused" | "expired", key?: string}>}
 */
export async function claimPairing(agent, id, secret) {
  return (await call(agent, "POST", `/v1/pairings/${encodeURIComponent(id)}/claim`, { secret })).body;
}

/**
 * @param {Agent} agent
 * @param {string} draft
 * @param {Context} context
 * @param {Strictness | undefined} strictness left out where the agent's own setting holds
 * @returns {Promise<Review>}
 */
export async function review(agent, draft, context, strictness) {
  return (await call(paired(agent), "POST", "/v1/reviews", { draft, context, strictness })).body;
}

/**
 * A suggestion in the words of the language model that the person set; as it was where none is, or none did better.
 * @param {Agent} agent
 * @param {string} draft
 * @param {Context} context
 * @param {string} suggestion
 * @returns {Promise<Smoothing>}
 */
export async function smooth(agent, draft, context, suggestion) {
  return (await call(paired(agent), "POST", "/v1/smoothings", { draft, context, suggestion })).body;
}

/** @param {Agent} agent */
export async function stopSmoothing(agent) {
  await call(paired(agent), "DELETE", "/v1/smoothings");
}

/**
 * The flags that the person doesn't want to hear about.
 * @param {Agent} agent
 * @returns {Promise<Mute[]>}
 */
export async function listMutes(agent) {
  return (await call(paired(agent), "GET", "/v1/mutes")).body.mutes;
}

/**
 * @param {Agent} agent
 * @param {Mute} mute
 */
export async function addMute(agent, mute) {
  await call(paired(agent), "PUT", "/v1/mutes", mute);
}

/**
 * @param {Agent} agent
 * @param {Mute} mute
 */
export async function removeMute(agent, mute) {
  await call(paired(agent), "DELETE", "/v1/mutes", mute);
}

/**
 * Says that a flag was wrong on this draft. The agent keeps keyed hashes of the draft, not the draft.
 * @param {Agent} agent
 * @param {string} signal
 * @param {string} draft
 * @param {Context} context
 * @returns {Promise<{id: string}>}
 */
export async function dismiss(agent, signal, draft, context) {
  return (await call(paired(agent), "POST", "/v1/dismissals", { signal, draft, context })).body;
}

/**
 * Resolves once the agent has the post on disk.
 * @param {Agent} agent
 * @param {string} id
 * @param {PostBody} post
 */
export async function putPost(agent, id, post) {
  await call(paired(agent), "PUT", `/v1/posts/${encodeURIComponent(id)}`, post);
}

/**
 * Tells what a page shows for a post. The agent keeps it only where the post is in the log.
 * @param {Agent} agent
 * @param {string} permalink
 * @param {Counts} counts
 * @returns {Promise<{post: string | null}>}
 */
export async function tellCounts(agent, permalink, counts) {
  return (await call(paired(agent), "POST", "/v1/engagement", { permalink, counts })).body;
}

/**
 * @param {Agent} agent
 * @param {string} id
 * @param {{text: string} | {gone_at: string}} change
 */
export async function changePost(agent, id, change) {
  await call(paired(agent), "PATCH", `/v1/posts/${encodeURIComponent(id)}`, change);
}

/**
 * Takes "not so" back.
 * @param {Agent} agent
 * @param {string} id
 */
export async function takeDismissalBack(agent, id) {
  await call(paired(agent), "DELETE", `/v1/dismissals/${encodeURIComponent(id)}`);
}

/**
 * Throws unless the agent takes our key.
 * @param {Agent} agent
 */
export async function tryKey(agent) {
  await listMutes(agent);
}

/** @param {Agent} agent */
function paired(agent) {
  if (!agent.key) throw new AgentProblem("unpaired", "");
  return agent;
}

/**
 * @param {Agent} agent
 * @param {string} method
 * @param {string} path
 * @param {object} [content]
 * @returns {Promise<{body: any}>}
 */
async function call(agent, method, path, content) {
  const response = await send(agent.address + path, requestOf(method, agent.key, content));
  const body = await jsonOf(response);
  if (response.ok) return { body };
  if (response.status === 404 || response.status === 405 || response.status === 422) await tellSkew(agent);
  throw new AgentProblem(codeOf(response.status), typeof body?.detail === "string" ? body.detail : "");
}

/**
 * @param {string} method
 * @param {string | null} key
 * @param {object} [content]
 * @returns {RequestInit}
 */
function requestOf(method, key, content) {
  /** @type {Record<string, string>} */
  const headers = { "X-Pitch-In": "1" };
  if (key) headers.Authorization = `Bearer ${key}`;
  if (content) headers["Content-Type"] = "application/json";
  return {
    method,
    headers,
    body: content ? JSON.stringify(content) : undefined,
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
}

/**
 * @param {string} address
 * @param {RequestInit} request
 */
async function send(address, request) {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (!(await chrome.permissions.contains(LOOPBACK))) throw new AgentProblem("not-allowed", "");
    if (await isKeptFromLoopback())
      throw new AgentProblem("not-allowed", chrome.i18n.getMessage("problemNetworkDenied"));
    throw new AgentProblem("away", String(error));
  }
}

/** Whether the person told the browser that we may not reach this machine. */
async function isKeptFromLoopback() {
  // Chromium's own names for it, one after the other; other browsers know neither and throw.
  for (const name of ["loopback-network", "local-network-access"]) {
    const asked = await navigator.permissions
      .query({ name: /** @type {PermissionName} */ (name) })
      .catch(() => null);
    if (asked?.state === "denied") return true;
  }
  return false;
}

/**
 * An agent of another release may not know what we ask, or ask more of us: then that is the trouble to tell.
 * @param {Agent} agent
 */
async function tellSkew(agent) {
  const { version } = await health(agent);
  const ours = chrome.runtime.getManifest().version;
  if (sameRelease(version, ours)) return;
  const text = extensionIsOlder(ours, version) ? "problemOldExtension" : "problemOldAgent";
  throw new AgentProblem("skew", chrome.i18n.getMessage(text));
}

/** @param {Response} response */
async function jsonOf(response) {
  if (!/\bjson\b/.test(response.headers.get("Content-Type") ?? "")) return null;
  try {
    return await response.json();
  } catch {
    throw new AgentProblem("away", "The agent stopped in the middle of its answer.");
  }
}

/**
 * @param {number} status
 * @returns {ProblemCode}
 */
function codeOf(status) {
  if (status === 401 || status === 403) return "key-refused";
  if (status === 408 || status === 425 || status === 429 || status === 503) return "busy";
  if (status === 410) return "deleted";
  return status < 500 ? "not-accepted" : "trouble";
}
