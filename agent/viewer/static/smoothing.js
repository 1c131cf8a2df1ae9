// @ts-check
// Asks for a smoother wording of each suggestion on the page, one after the other, where a language model is set.
// The suggestion is there already; it is replaced only by a wording that passed the same gate.

/** @typedef {{text: string, blanks: {start: number, end: number}[], smoothed: boolean}} Smoothing */

/** @type {AbortController | undefined} */
let running;

/** @param {string} id */
function written(id) {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : "";
}

/** The draft and what it answers, as they stand on the page. */
function given() {
  const filled = ["parent_text", "parent_author", "thread_title"].map((name) => [
    name,
    written(name) || null,
  ]);
  return { draft: written("draft"), context: Object.fromEntries(filled) };
}

/**
 * The text with its blanks marked.
 *
 * @param {Smoothing} smoothing
 */
function marked({ text, blanks }) {
  const parts = document.createDocumentFragment();
  let end = 0;
  for (const blank of blanks) {
    const mark = document.createElement("span");
    mark.className = "blank";
    mark.textContent = text.slice(blank.start, blank.end);
    parts.append(text.slice(end, blank.start), mark);
    end = blank.end;
  }
  parts.append(text.slice(end));
  return parts;
}

/**
 * @param {Element} card
 * @param {Smoothing} smoothing
 */
function replace(card, smoothing) {
  card.querySelector(".words")?.replaceChildren(marked(smoothing));
  for (const button of card.querySelectorAll("button")) {
    if (button.name === "use") button.value = smoothing.text;
    if ("copy" in button.dataset) button.dataset.copy = smoothing.text;
  }
}

/**
 * @param {Element} card
 * @param {AbortSignal} signal
 */
async function smooth(card, signal) {
  const use = card.querySelector("button[name=use]");
  if (!(use instanceof HTMLButtonElement)) return;
  const answer = await fetch("/v1/smoothings", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Pitch-In": "1" },
    body: JSON.stringify({ ...given(), suggestion: use.value }),
    signal,
  });
  if (!answer.ok) return;
  /** @type {Smoothing} */
  const smoothing = await answer.json();
  if (smoothing.smoothed && !signal.aborted) replace(card, smoothing);
}

async function smoothAll() {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    for (const card of document.querySelectorAll("#review .suggestion")) await smooth(card, signal);
  } catch (error) {
    // A newer review came, or Pitch In was stopped: the suggestions stay as they are.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}

new MutationObserver(smoothAll).observe(document.querySelector(".try") ?? document.body, { childList: true });
smoothAll();

export {};
