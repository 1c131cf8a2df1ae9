// @ts-check
/**
 * What the extension keeps.
 * On disk (storage.local): `agent`, `sites`, `settings`, `outbox`. Posts, never drafts.
 * In memory until the browser closes (storage.session): `pairing`, `submitted`, `unkept`, `shown`, `lastReview`.
 */

/** @import {Agent, LastReview, OutboxEntry, Pairing, Settings, ShownPost, SubmittedPost} from "../shared/protocol.js" */

/**
 * @template T
 * @typedef {{get(): Promise<T>, change(edit: (value: T) => T): Promise<T>}} Cell
 */

const DEFAULT_ADDRESS = "http://127.0.0.1:8642";

/** @type {Cell<Agent>} */
export const agentCell = cell("local", "agent", { address: DEFAULT_ADDRESS, key: null });

/** @type {Cell<string[]>} */
export const sitesCell = cell("local", "sites", []);

/** @type {Cell<Settings>} */
export const settingsCell = cell("local", "settings", { holdFlagged: false, strictness: {} });

/** @type {Cell<OutboxEntry[]>} */
export const outboxCell = cell("local", "outbox", []);

/**
 * What belongs into the outbox and found no room on disk, which browsers limit.
 * @type {Cell<OutboxEntry[]>}
 */
export const unkeptCell = cell("session", "unkept", []);

/** @type {Cell<Pairing | null>} */
export const pairingCell = cell("session", "pairing", null);

/** @type {Cell<SubmittedPost[]>} */
export const submittedCell = cell("session", "submitted", []);

/**
 * What pages showed last of posts in the log, the newest last.
 * @type {Cell<ShownPost[]>}
 */
export const shownCell = cell("session", "shown", []);

/** @type {Cell<LastReview | null>} */
export const lastReviewCell = cell("session", "lastReview", null);

/** Keeps content scripts out of the storage, where the browser can do that. */
export async function closeStorageToPages() {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

/**
 * One stored value. Changes run one after the other, so two of them never overwrite each other.
 * @template T
 * @param {"local" | "session"} area
 * @param {string} name
 * @param {T} initial
 * @returns {Cell<T>}
 */
function cell(area, name, initial) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** @returns {Promise<T>} */
  const read = async () => {
    const found = await chrome.storage[area].get(name);
    return name in found ? /** @type {T} */ (found[name]) : initial;
  };
  return {
    get: () => last.then(read),
    change(edit) {
      const changed = last.then(async () => {
        const value = edit(await read());
        await chrome.storage[area].set({ [name]: value });
        return value;
      });
      last = changed.catch(() => undefined);
      return changed;
    },
  };
}
