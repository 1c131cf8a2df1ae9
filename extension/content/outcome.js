// @ts-check
"use strict";
/** Whether a submitted post went out, drawn from what its site says and what stands on the page. */

/**
 * What tells the items that stand on the page now from the one to come.
 * @param {Site} site
 * @param {string} text
 * @returns {string[]}
 */
function baselineOf(site, text) {
  return [...(site.baseline?.(text) ?? site.items().map(({ mark }) => mark)), ...saidOnPage()];
}

/**
 * The site's own word; else a new item with the post's text; else two weak signs.
 * @param {Site} site
 * @param {SubmittedPost} post
 * @param {Composer | null} composer
 * @returns {Outcome}
 */
function outcomeOf(site, post, composer) {
  const told = site.outcome?.(post, composer);
  if (told && told.state !== "pending") return told;
  const handle = site.ownHandle();
  const shown = outcomeByItem(
    post,
    site.items().filter((item) => !isAnothers(item, handle)),
  );
  if (shown.state !== "pending" || !composer) return shown;
  return outcomeByWeakSigns(post, composer);
}

/**
 * Whether an item is certainly not the person's own: two people may write "Thank you!" under one post.
 * @param {PageItem} item
 * @param {string | null} handle
 */
function isAnothers({ own, author }, handle) {
  return own === false || (!own && handle !== null && author !== null && !sameHandle(author, handle));
}

/**
 * Whether an item is certainly the person's own.
 * @param {PageItem} item
 * @param {string | null} handle
 */
function isOwn({ own, author }, handle) {
  return own === true || (handle !== null && author !== null && sameHandle(author, handle));
}

/**
 * @param {string} one
 * @param {string} other
 */
function sameHandle(one, other) {
  const bare = (/** @type {string} */ handle) => handle.replace(/^@/, "").trim().toLowerCase();
  return bare(one) === bare(other);
}
