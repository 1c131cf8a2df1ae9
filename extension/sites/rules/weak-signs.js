// @ts-check
"use strict";
/**
 * What a page says beside showing the post: an alert, a status line, an emptied or removed field, a closed dialog.
 * One such sign proves nothing; two do.
 * @param {SubmittedPost} post
 * @param {Composer} composer
 * @returns {Outcome}
 */
function outcomeByWeakSigns(post, { field, root }) {
  const said = saidOnPage().filter((text) => !post.baseline.includes(text));
  const failed = said.some(soundsLikeFailure);
  const gone = !field.isConnected || !editorOf(field)?.read(field).trim();
  if (failed && !gone) return { state: "failed" };
  const closed = root.matches("dialog:not([open])") || (root.matches("[role=dialog]") && !root.isConnected);
  const confirmed = !failed && gone && (said.length > 0 || closed);
  return confirmed ? { state: "confirmed", permalink: null } : { state: "pending" };
}

/** Every alert and status line of the page. */
function saidOnPage() {
  const regions = document.querySelectorAll(
    "[role=alert], [role=status], [aria-live=polite], [aria-live=assertive], output",
  );
  return [...regions].map((region) => (region.textContent ?? "").trim()).filter(Boolean);
}

/** @param {string} text */
function soundsLikeFailure(text) {
  return /error|fail|wrong|invalid|couldn.t|can.t|cannot|not (sent|posted|saved)|try again|too (long|short|fast)|required|fehler|erneut|inténtalo/i.test(
    text,
  );
}
