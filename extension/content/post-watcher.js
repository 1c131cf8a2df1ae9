// @ts-check
"use strict";
/**
 * Follows a submitted post until the page shows that it went out, or that it did not: pending, then confirmed, failed,
 * or, after a while without a sign, unknown. Only a confirmed post is logged. An unknown one is kept in mind, and
 * decided when a page of the site shows it.
 * @param {AbortSignal} signal
 */
function createPostWatcher(signal) {
  const patienceMs = 20_000;
  const sameSubmitMs = 2_000;
  const firstRetryMs = 1_000;
  const lastRetryMs = 30_000;
  /** @type {Map<Writing, {text: string, at: number, draftLeft: boolean, giveUp: () => void}>} */
  const underWay = new Map();

  return { submitted, resume };

  /** @param {Sent[]} sent */
  function submitted(sent) {
    const outcome = sent.length > 1 ? outcomeInThread : outcomeOf;
    for (const { writing, text } of sent) void followFrom(writing, text, outcome);
  }

  /**
   * @param {Writing} writing
   * @param {string} text
   * @param {typeof outcomeOf} outcome
   */
  async function followFrom(writing, text, outcome) {
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
    const noted = await insist({ type: "submitted", text, context, suggestionTaken, baseline });
    if (!noted.ok) return;
    const post = { id: noted.value, text, context, suggestionTaken, baseline, tab: 0, origin: "", at: "" };
    const look = () => {
      if (!writing.text().trim()) entry.draftLeft = true;
      return outcome(site, post, composer);
    };
    const stillThere = () => composer.field.isConnected && writing.text() === text;
    entry.giveUp = follow(post, composer, look, stillThere, () => {
      if (underWay.get(writing) === entry) underWay.delete(writing);
      writing.changed();
    });
  }

  /** Takes up the posts that were submitted on the page before this one, and those that are unknown still. */
  async function resume() {
    const waiting = await askWorker({ type: "submitted-here" });
    if (!waiting.ok) return;
    for (const post of /** @type {SubmittedPost[]} */ (waiting.value)) {
      const site = pitchInRegistry().sites.get(post.context.site);
      if (!site) continue;
      const look = () => outcomeOf(site, post, null);
      follow(
        post,
        null,
        look,
        () => false,
        () => {},
      );
    }
  }

  /**
   * Looks again whenever the page changes to the point, and tells the worker what came of it.
   * @param {SubmittedPost} post
   * @param {Composer | null} composer
   * @param {() => Outcome} look
   * @param {() => boolean} stillThere whether the draft stands in its field as it was sent
   * @param {() => void} settled
   * @returns {() => void} gives the post up as failed
   */
  function follow({ id, text }, composer, look, stillThere, settled) {
    const done = new AbortController();
    const stopped = AbortSignal.any([signal, done.signal]);
    const lookNow = () => conclude(look());
    // A field that the page empties tells nobody.
    const heartbeat = setInterval(lookNow, 1_000);
    const patience = setTimeout(() => {
      clearInterval(heartbeat);
      lookNow();
      if (stopped.aborted) return;
      if (stillThere()) conclude({ state: "failed" });
      else void askWorker({ type: "post-unknown", id });
    }, patienceMs);
    stopped.addEventListener("abort", () => {
      clearInterval(heartbeat);
      clearTimeout(patience);
    });
    watchPageFor(text, composer, lookNow, stopped);
    lookNow();
    return () => conclude({ state: "failed" });

    /** @param {Outcome} outcome */
    function conclude(outcome) {
      if (outcome.state === "pending" || stopped.aborted) return;
      done.abort();
      if (outcome.state === "failed") void askWorker({ type: "post-failed", id });
      else void insist({ type: "post-confirmed", id, permalink: outcome.permalink });
      settled();
    }
  }

  /**
   * Tells the worker again, less and less often, what it had no room to keep.
   * @param {import("../shared/protocol.js").PageMessage} message
   * @returns {Promise<Answer>}
   */
  async function insist(message) {
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(2 * waitMs, lastRetryMs)) {
      const answer = await askWorker(message);
      if (answer.ok || answer.problem.code !== "trouble" || signal.aborted) return answer;
      await pause(waitMs);
    }
  }
}
