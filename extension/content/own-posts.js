// @ts-check
"use strict";
/**
 * Looks, now and then while the page is in view, at the person's own posts that stand on it, and tells the worker what
 * is new: their counts, that one was edited, that one was taken back.
 * @param {AbortSignal} signal
 */
function watchOwnPosts(signal) {
  const lookAgainMs = 20_000;
  /** @type {Map<string, string>} */
  const told = new Map();
  const look = () => requestIdleCallback(() => void tellNews(), { timeout: 5_000 });
  const timer = setInterval(look, lookAgainMs);
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => clearInterval(timer));
  look();

  async function tellNews() {
    if (signal.aborted || document.visibilityState !== "visible") return;
    const news = ownItems().filter((item) => told.get(item.permalink) !== JSON.stringify(item));
    if (!news.length) return;
    const answer = await askWorker({ type: "seen", items: news });
    const heard = answer.ok ? news.slice(0, answer.value) : []; // The others are told with the next look.
    for (const item of heard) told.set(item.permalink, JSON.stringify(item));
  }
}

/** @returns {SeenItem[]} */
function ownItems() {
  const site = siteHere();
  if (!site) return [];
  const handle = site.ownHandle();
  return site.items().flatMap((item) => {
    const { permalink, text, counts, deleted = false } = item;
    // What was taken back often shows no author any more: the agent knows which of them stand in the log.
    if (!permalink || !(isOwn(item, handle) || (deleted && !isAnothers(item, handle)))) return [];
    return [{ permalink, text, bare: bareText(text), counts, deleted }];
  });
}
