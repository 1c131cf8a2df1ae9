// @ts-check
"use strict";
/** Starts Pitch In on a page of a site that is switched on, and stops it without a trace when it is switched off. */
{
  const world = /** @type {{pitchInStop_?: () => void}} */ (globalThis);

  const start = async () => {
    world.pitchInStop_?.(); // The script runs again in this page after the site was switched off and on.
    const running = new AbortController();
    const { signal } = running;
    world.pitchInStop_ = () => running.abort();
    // Its site may have been switched off, or on again, while the browser only kept the page to come back to.
    addEventListener("pageshow", ({ persisted }) => persisted && void start(), { signal });

    const on = await askWorker({ type: "on-here" });
    if (!on.ok || signal.aborted) return;

    const desk = createDesk(signal);
    const posts = createPostWatcher(signal);
    const { holds, turn } = createHold(desk.openHeld);
    const entered = watchSubmits({ writings: desk.writings, holds, submitted: posts.submitted }, signal);
    watchComposers({ found: desk.found, known: desk.known, entered }, signal);
    watchOwnPosts(signal);

    /** @param {import("../shared/protocol.js").WorkerMessage} message */
    const obey = (message) => {
      if (message.type === "stop") running.abort();
      if (message.type === "open-panel" && hasFocusItself()) desk.togglePanel();
      if (message.type === "hold-flagged") turn(message.hold);
    };
    chrome.runtime.onMessage.addListener(obey);
    signal.addEventListener("abort", () => chrome.runtime.onMessage.removeListener(obey));
    await posts.resume();
  };

  /** The shortcut is told to every frame; the one in which the person is answers. */
  const hasFocusItself = () =>
    document.hasFocus() &&
    (document.activeElement?.localName !== "iframe" || focusedElement() !== document.activeElement);

  void start();
}
