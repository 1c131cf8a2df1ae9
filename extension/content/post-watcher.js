"use strict";
/**
 * Follows a submitted post until the page shows that it went out, or that it did not: pending, then confirmed,
 * failed, or unknown after a while. Only a confirmed post is logged.
 * @param {AbortSignal} signal
 */
function createPostWatcher(signal) {
  const patienceMs = 20_000;
  return { submitted, resume };

  /**
   * @param {Writing} writing
   * @param {string} text
   */
  async function submitted(writing, text) {
    const { site, composer, applied } = writing;
    const context = site.context(composer);
    const baseline = site.baseline(text);
    const suggestionTaken = applied?.move ?? null;
    // Asked at once: the page may be gone in a moment.
    const noted = await askWorker({ type: "submitted", text, context, suggestionTaken, baseline });
    if (!noted.ok) return;
    const post = {
      id: noted.value,
      text,
      context,
      suggestionTaken,
      baseline,
      tab: 0,
      origin: location.origin,
      at: "",
    };
    follow(post, site, composer, writing.changed);
  }

  /** Takes up the posts that were submitted on the page before this one. */
  async function resume() {
    const waiting = await askWorker({ type: "submitted-here" });
    if (!waiting.ok) return;
    for (const post of /** @type {SubmittedPost[]} */ (waiting.value)) {
      const site = pitchInRegistry().sites.get(post.context.site);
      if (site) follow(post, site, null, () => undefined);
    }
  }

  /**
   * @param {SubmittedPost} post
   * @param {Site} site
   * @param {Composer | null} composer
   * @param {() => void} settled
   */
  function follow(post, site, composer, settled) {
    const done = new AbortController();
    const stopped = AbortSignal.any([signal, done.signal]);
    let frame = 0;
    const look = () => conclude(site.outcome(post, composer));
    const mutations = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    });
    const timer = setTimeout(() => conclude({ state: "failed" }), patienceMs);
    stopped.addEventListener("abort", () => {
      mutations.disconnect();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    });
    mutations.observe(document.documentElement, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    look();

    /** @param {Outcome} outcome */
    function conclude(outcome) {
      if (outcome.state === "pending" || stopped.aborted) return;
      done.abort();
      const { id } = post;
      if (outcome.state === "failed") void askWorker({ type: "post-failed", id });
      else void askWorker({ type: "post-confirmed", id, permalink: outcome.permalink });
      settled();
    }
  }
}
