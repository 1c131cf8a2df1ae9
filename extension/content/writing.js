// @ts-check
"use strict";
/**
 * One draft in one composer: its text, its latest review, and what was done with it. Drafts live here, in memory.
 *
 * @typedef {{name: "empty"} | {name: "reading"} | {name: "reviewed", review: Review, draft: string}
 *   | {name: "problem", problem: Problem}} Stage
 */

/**
 * @typedef {object} Writing
 * @property {Site} site
 * @property {Composer} composer
 * @property {Stage} stage
 * @property {{move: string, before: string, after: string} | null} applied The suggestion that the draft came from.
 * @property {boolean} dismissed
 * @property {() => string} text
 * @property {() => boolean} canUndo
 * @property {() => void} typed Something was typed. The draft is read once the person pauses, not at each key.
 * @property {boolean} waits Whether a pause in typing is waited for, and nothing was done with this draft yet: then all
 *   that a key does is to set `stillFor` to 0.
 * @property {number} stillFor Beats that went by since something was typed last.
 * @property {() => void} rested Called when no pause is waited for any more.
 * @property {() => void} changed The draft may have changed; ask for a review after a pause.
 * @property {() => Promise<void>} review Ask for one now.
 * @property {(composing: boolean) => void} compose An input method begins or ends a word.
 * @property {(move: string, text: string) => Promise<boolean>} apply
 * @property {() => Promise<boolean>} undo
 * @property {() => void} dismiss Say no more about this draft.
 */

/**
 * @param {Site} site
 * @param {Composer} composer
 * @param {(writing: Writing) => void} show called at each new stage
 * @param {AbortSignal} signal
 * @returns {Writing}
 */
function createWriting(site, composer, show, signal) {
  const beatMs = 300;
  const beatsOfPause = 2; // whole ones: the pause is 600 to 900 ms
  const firstRetryMs = 3_000;
  const lastRetryMs = 60_000;
  let retryMs = firstRetryMs;
  let timer = 0;
  let beats = 0;
  let callOff = () => {};
  let newest = 0;
  let composing = false;
  let replacing = false; // by us: what the field holds meanwhile is nobody's draft
  /** @type {string | null} */
  let seen = "";
  let answered = ""; // the context of the newest review that was asked for

  /** @type {Writing} */
  const writing = {
    site,
    composer,
    stage: { name: "empty" },
    applied: null,
    dismissed: false,
    text: () => editorOf(composer.field)?.read(composer.field) ?? "",
    canUndo: () => writing.applied !== null && writing.text() === writing.applied.after,
    typed,
    waits: false,
    stillFor: 0,
    rested: () => {},
    changed,
    review,
    compose(begins) {
      if (composing === begins) return;
      composing = begins;
      stopTimer();
      if (begins) return;
      seen = null; // Read while it was being composed, and not asked about.
      changed();
    },
    async apply(move, text) {
      const before = writing.text();
      if (!(await replace(() => replaceDraft(composer.field, text, signal)))) return false;
      writing.applied = { move, before, after: text };
      void review();
      return true;
    },
    async undo() {
      const before = writing.applied?.before;
      if (before === undefined || !(await replace(() => restoreDraft(composer.field, before, signal))))
        return false;
      writing.applied = null;
      void review();
      return true;
    },
    dismiss() {
      writing.dismissed = true;
      rest();
      show(writing);
    },
  };
  signal.addEventListener("abort", stopTimer);
  return writing;

  function typed() {
    if (replacing) return;
    writing.stillFor = 0;
    // Emptied, the field holds another draft from then on; only where something was done with this one does that matter.
    if (writing.waits) return;
    if (!isEmpty(composer.field)) {
      waitForPause();
      return;
    }
    begin();
    timer = setTimeout(changed, beatMs * beatsOfPause); // Some editors fill their field a moment after the key.
  }

  function changed() {
    if (replacing) return;
    const text = writing.text();
    if (text === seen && writing.stage.name !== "problem") {
      if (writing.stage.name === "reviewed") callOff = afterLayout(lookWhatIsAnswered);
      return;
    }
    seen = text;
    if (text.trim()) waitForPause();
    else begin();
  }

  /** Sites use one box for one answer after the other, and the draft stays in it. */
  function lookWhatIsAnswered() {
    if (JSON.stringify(contextOf(site, composer)) !== answered) waitForPause();
  }

  /**
   * @param {() => Promise<boolean>} put puts a text into the field
   * @returns {Promise<boolean>} whether it stands there; not where the editor threw, which runs the page's own code
   */
  async function replace(put) {
    replacing = true;
    try {
      return await put();
    } catch (error) {
      reportError(error);
      return false;
    } finally {
      replacing = false;
    }
  }

  function waitForPause() {
    newest += 1; // Whatever is on its way was asked about an older draft.
    stopTimer();
    read();
    if (composing) return;
    writing.stillFor = 1; // The beats begin with it.
    writing.waits = writing.applied === null && !writing.dismissed;
    beats = setInterval(reviewAtPause, beatMs);
  }

  /** Counts beats: to look at the clock at each key, and to wind up a timer anew, would cost many times as much. */
  function reviewAtPause() {
    writing.stillFor += 1; // a part of one first
    if (writing.stillFor <= beatsOfPause) return;
    clearInterval(beats);
    callOff = afterLayout(review);
  }

  function stopTimer() {
    clearTimeout(timer);
    clearInterval(beats);
    callOff();
    rest();
  }

  function rest() {
    writing.waits = false;
    writing.rested();
  }

  /** Nothing stands in the field, so what comes next is another draft. */
  function begin() {
    seen = "";
    newest += 1;
    stopTimer();
    Object.assign(writing, { applied: null, dismissed: false });
    enter({ name: "empty" });
  }

  async function review() {
    stopTimer();
    const draft = writing.text();
    seen = draft;
    if (!draft.trim()) {
      begin();
      return;
    }
    newest += 1;
    if (writing.dismissed) return;
    const mine = newest;
    const context = contextOf(site, composer); // Before the chip changes, since it reads of the page's layout.
    answered = JSON.stringify(context);
    read();
    const answer = await askWorker({ type: "review", draft, context });
    if (mine !== newest || signal.aborted) return;
    if (writing.text() !== draft) {
      changed(); // By the page, or by something that tells nobody.
      return;
    }
    if (answer.ok) {
      retryMs = firstRetryMs;
      enter({ name: "reviewed", review: answer.value, draft });
      return;
    }
    enter({ name: "problem", problem: answer.problem });
    tryAgainLater(answer.problem);
  }

  /**
   * What may pass by itself is tried again, less and less often.
   * @param {Problem} problem
   */
  function tryAgainLater({ code }) {
    if (code !== "away" && code !== "busy") return;
    timer = setTimeout(review, retryMs);
    retryMs = Math.min(retryMs * 2, lastRetryMs);
  }

  function read() {
    if (writing.stage.name !== "reading") enter({ name: "reading" });
  }

  /** @param {Stage} stage */
  function enter(stage) {
    writing.stage = stage;
    show(writing);
  }
}

/**
 * Whether nothing stands in the field, without reading it as a person would.
 * @param {HTMLElement} field
 */
function isEmpty(field) {
  const mostFillers = 50;
  const text = "value" in field ? String(field.value) : (field.textContent ?? "");
  return text.length < mostFillers && !withoutFillers(text).trim();
}
