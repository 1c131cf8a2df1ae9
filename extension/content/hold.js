// @ts-check
"use strict";
/**
 * Holds a flagged post once, where the person switched that on: the first press on the site's button opens the review
 * instead, the next one posts. Nothing is ever posted by itself.
 * @param {(writing: Writing, postAnyway: () => void) => void} showHeld
 */
function createHold(showHeld) {
  /** @type {WeakMap<Writing, string>} */
  const heldOnce = new WeakMap();
  let on = false;
  void askWorker({ type: "settings-here" }).then((answer) => {
    on = answer.ok && answer.value.holdFlagged;
  });
  return { holds, turn };

  /**
   * Whether this submit is held; then the page doesn't hear of it.
   * @param {Event} event
   * @param {Writing} writing
   * @param {() => void} again does what the person's press would have done
   */
  function holds(event, writing, again) {
    const text = writing.text();
    if (!on || !isFlagged(writing, text) || heldOnce.get(writing) === text) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    heldOnce.set(writing, text);
    showHeld(writing, again);
    return true;
  }

  /**
   * The person switched it on or off in the options.
   * @param {boolean} hold
   */
  function turn(hold) {
    on = hold;
  }
}

/**
 * @param {Writing} writing
 * @param {string} text
 */
function isFlagged({ stage, dismissed }, text) {
  if (dismissed || stage.name !== "reviewed" || stage.draft !== text) return false;
  return stage.review.verdict === "me_too" || stage.review.verdict === "promotion";
}
