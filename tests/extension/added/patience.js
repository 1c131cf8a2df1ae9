"use strict";
/** Lets the extension's long patience pass twenty times as fast on the page that it runs in; short waits stay. */
{
  const longMs = 10_000;
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (act, ms, ...given) => wait(act, ms < longMs ? ms : ms / 20, ...given);
}
