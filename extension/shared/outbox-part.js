// @ts-check
/** The part of the popup and the options page that shows the posts which wait for the agent. */

/** @import {OutboxEntry, State} from "./protocol.js" */

import { askWorker, byId, make, words } from "./dom.js";

/**
 * @param {State} state
 * @param {() => void} redraw
 */
export function drawOutbox({ outbox, unkept }, redraw) {
  const refused = outbox.filter((entry) => entry.refused !== null);
  const waiting = outbox.length - refused.length;
  const count = waiting === 1 ? words("outboxOne") : words("outboxMany", String(waiting));
  const parts = [make("h2", {}, words("outboxTitle"))];
  if (waiting) parts.push(make("p", {}, `${count} `, make("span", { class: "soft" }, words("outboxHint"))));
  if (unkept) parts.push(make("p", { class: "notice" }, words("outboxUnkept")));
  if (refused.length) parts.push(make("ul", {}, ...refused.map((entry) => refusedPost(entry, redraw))));
  byId("outbox").hidden = outbox.length === 0 && !unkept;
  byId("outbox").replaceChildren(...parts);
}

/**
 * @param {OutboxEntry} entry
 * @param {() => void} redraw
 */
function refusedPost({ id, post, refused }, redraw) {
  const copy = () => void navigator.clipboard.writeText(post.text);
  const drop = () => void askWorker({ type: "drop-post", id }).then(redraw);
  return make(
    "li",
    {},
    make("blockquote", {}, post.text),
    make("p", { class: "soft" }, words("outboxRefused", refused ?? "")),
    make(
      "p",
      { class: "row" },
      make("button", { class: "link", onclick: copy }, words("copy")),
      make("button", { class: "link", onclick: drop }, words("drop")),
    ),
  );
}
