// @ts-check
"use strict";
/**
 * Follows a submitted post until the page shows that it went out, or that it did not: pending, then confirmed,
 * failed, or unknown after a while. Only a confirmed post is logged.
 * @param {AbortSignal} signal
 */
function createPostWatcher(signal) {
  const patienceMs = 20_000;
  const sameSubmitMs = 2_000;
  /** @type {Map<Writing, {text: string, at: number, draftLeft: boolean, giveUp: () => void}>} */
  const underWay = new Map();

  return { submitted, resume };

  /**
   * @param {Writing} writing
   * @param {string} text
   */
  async function submitted(writing, text) {
    const at = performance.now();
    const earlier = underWay.get(writing);
    // A click, a key and a form's own submit are one submit.
    if (earlier?.text === text && at - earlier.at < sameSubmitMs) return;
    // The draft never left the field, so the earlier submit came to nothing.
    if (earlier && !earlier.draftLeft) earlier.giveUp();
    const entry = { text, at, draftLeft: false, giveUp: () => {} };
    underWay.set(writing, entry);

    const { site, composer, applied } = writing;
    const context = contextOf(site, composer);
    const baseline = baselineOf(site, text);
    const suggestionTaken = applied?.move ?? null;
    // Asked at once: the page may be gone in a moment.
    const noted = await askWorker({ type: "submitted", text, context, suggestionTaken, baseline });
    if (!noted.ok) return;
    const post = { id: noted.value, text, context, suggestionTaken, baseline, tab: 0, origin: "", at: "" };
    const look = () => {
      if (!writing.text().trim()) entry.draftLeft = true;
      return outcomeOf(site, post, composer);
    };
    entry.giveUp = follow(post.id, look, () => {
      if (underWay.get(writing) === entry) underWay.delete(writing);
      writing.changed();
    });
  }

  /** Takes up the posts that were submitted on the page before this one. */
  async function resume() {
    const waiting = await askWorker({ type: "submitted-here" });
    if (!waiting.ok) return;
    for (const post of /** @type {SubmittedPost[]} */ (waiting.value)) {
      const site = pitchInRegistry().sites.get(post.context.site);
      if (site)
        follow(
          post.id,
          () => outcomeOf(site, post, null),
          () => {},
        );
    }
  }

  /**
   * Looks again whenever the page changes, and tells the worker what came of it.
   * @param {string} id
   * @param {() => Outcome} look
   * @param {() => void} settled
   * @returns {() => void} gives the post up as failed
   */
  function follow(id, look, settled) {
    const done = new AbortController();
    const stopped = AbortSignal.any([signal, done.signal]);
    let soon = 0;
    const giveUp = () => conclude({ state: "failed" });
    const mutations = new MutationObserver(() => {
      soon ||= setTimeout(lookNow, 100); // Not a frame: a tab in the background draws none.
    });
    const timer = setTimeout(() => {
      lookNow();
      giveUp();
    }, patienceMs);
    stopped.addEventListener("abort", () => {
      mutations.disconnect();
      clearTimeout(timer);
      clearTimeout(soon);
    });
    mutations.observe(document.documentElement, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    lookNow();
    return giveUp;

    function lookNow() {
      soon = 0;
      conclude(look());
    }

    /** @param {Outcome} outcome */
    function conclude(outcome) {
      if (outcome.state === "pending" || stopped.aborted) return;
      done.abort();
      if (outcome.state === "failed") void askWorker({ type: "post-failed", id });
      else void askWorker({ type: "post-confirmed", id, permalink: outcome.permalink });
      settled();
    }
  }
}
