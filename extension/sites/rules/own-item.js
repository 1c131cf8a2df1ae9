// @ts-check
"use strict";
/**
 * The strong sign that a post went out: an item with its text that wasn't there before.
 * @param {SubmittedPost} post
 * @param {PageItem[]} items
 * @returns {Outcome}
 */
function outcomeByItem(post, items) {
  const known = new Set(post.baseline);
  const own = items.find(({ mark, text }) => !known.has(mark) && sameText(post.text, text));
  return own ? { state: "confirmed", permalink: own.permalink } : { state: "pending" };
}

/**
 * The address of an item on this page.
 * @param {string} id of its element
 */
function permalinkTo(id) {
  return `${pageAddress()}#${id}`;
}

/**
 * All places of an unknown page that show this text, outside the fields that people write in.
 * @param {string} text
 * @returns {PageItem[]}
 */
function itemsWithText(text) {
  const sent = comparable(text);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  /** @type {Set<Element>} */
  const found = new Set();
  while (sent && walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const begins = comparable(node.data);
    if (
      !begins ||
      !sent.startsWith(begins) ||
      node.parentElement?.closest("textarea, script, style, [contenteditable]")
    ) {
      continue;
    }
    const holder = smallestWithText(node, text, sent.length);
    if (holder) found.add(holder);
  }
  return [...found].map((element, index) => {
    const container = element.closest(postContainer());
    const permalink = container && permalinkIn(container);
    return { mark: permalink ?? container?.id ?? `#${index}`, text, permalink, author: null, counts: {} };
  });
}

/**
 * @param {Text} node
 * @param {string} text
 * @param {number} length
 */
function smallestWithText(node, text, length) {
  for (let above = node.parentElement; above; above = above.parentElement) {
    const shown = above.textContent ?? "";
    if (sameText(text, shown)) return above;
    if (comparable(shown).length > length) return null;
  }
  return null;
}

/** Elements that hold one post or comment, on sites that follow common practice. */
function postContainer() {
  return "article, [role=article], [itemtype*=Comment], li.comment, .comment, .h-entry, .post, [id^=comment-], [id^=post-], [id^=post_]";
}

/**
 * @param {Element} container
 * @returns {string | null}
 */
function permalinkIn(container) {
  const links = [...container.querySelectorAll("a[href]")];
  const dated = links.find((link) => link.querySelector(":scope > time[datetime]"));
  const anchored = links.find((link) => /#(comment|post|p|c)-?_?\d+$/.test(link.getAttribute("href") ?? ""));
  const href = (dated ?? anchored)?.getAttribute("href");
  if (href && URL.canParse(href, location.href)) return withoutSecrets(new URL(href, location.href)).href;
  return container.id ? permalinkTo(container.id) : null;
}
