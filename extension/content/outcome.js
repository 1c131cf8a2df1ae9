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
  const shown = outcomeAmongItems(site, post);
  if (shown.state !== "pending" || !composer) return shown;
  return outcomeByWeakSigns(post, composer);
}

/**
 * The same of a post that went out with others, as a thread: the one link that the site shows may be another's, so only an
 * item with the post's text tells its address.
 * @param {Site} site
 * @param {SubmittedPost} post
 * @param {Composer | null} composer
 * @returns {Outcome}
 */
function outcomeInThread(site, post, composer) {
  const shown = outcomeAmongItems(site, post);
  if (shown.state !== "pending") return shown;
  const told = outcomeOf(site, post, composer);
  return told.state === "confirmed" ? { ...told, permalink: null } : told;
}

/**
 * @param {Site} site
 * @param {SubmittedPost} post
 */
function outcomeAmongItems(site, post) {
  const handle = site.ownHandle();
  return outcomeByItem(
    post,
    site.items().filter((item) => !isAnothers(item, handle)),
  );
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
