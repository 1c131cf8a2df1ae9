// @ts-check
"use strict";
/**
 * Looks, now and then while the page is in view, at the person's own posts that stand on it, and tells the worker what
 * is new: their counts, that one was edited, that one was taken back. A page that no site file knows is asked less and
 * less often whether one does by now, until its address changes.
 * @param {AbortSignal} signal
 */
function watchOwnPosts(signal) {
  const lookAgainMs = 20_000;
  const mostPasses = 15;
  let address = "";
  let passes = 0; // so many times no look is due
  let strange = 0;
  /** @type {Map<string, string>} */
  const told = new Map();
  const look = () => requestIdleCallback(() => afterLayout(tellNews), { timeout: 5_000 });
  const timer = setInterval(lookIfDue, lookAgainMs);
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => clearInterval(timer));
  lookIfDue();

  function lookIfDue() {
    if (address !== location.href) {
      address = location.href;
      passes = strange = 0;
    }
    if (passes) passes -= 1;
    else look();
  }

  async function tellNews() {
    if (signal.aborted || document.visibilityState !== "visible") return;
    const site = siteHere();
    if (!site || isAnyPage(site)) {
      strange = Math.min(2 * strange + 1, mostPasses);
      passes = strange;
      return;
    }
    const news = ownItems(site).filter((item) => told.get(item.permalink) !== JSON.stringify(item));
    if (!news.length) return;
    const answer = await askWorker({ type: "seen", items: news });
    const heard = answer.ok ? news.slice(0, answer.value) : []; // The others are told with the next look.
    for (const item of heard) told.set(item.permalink, JSON.stringify(item));
  }
}

/**
 * @param {Site} site
 * @returns {SeenItem[]}
 */
function ownItems(site) {
  const handle = site.ownHandle();
  return site.items().flatMap((item) => {
    const { permalink, text, counts, deleted = false } = item;
    // What was taken back often shows no author any more: the agent knows which of them stand in the log.
    if (!permalink || !(isOwn(item, handle) || (deleted && !isAnothers(item, handle)))) return [];
    return [{ permalink, text, bare: bareText(text), counts, deleted }];
  });
}
