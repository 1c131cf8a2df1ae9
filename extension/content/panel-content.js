// @ts-check
"use strict";
/**
 * @typedef {object} PanelActions
 * @property {() => void} close
 * @property {(move: string, text: string) => void} apply
 * @property {() => void} undo
 * @property {(text: string) => void} copy
 * @property {() => void} dismiss
 * @property {() => void} retry
 */

/**
 * What stands in the panel for this writing.
 * @param {Writing} writing
 * @param {PanelActions} does
 * @returns {HTMLElement[]}
 */
function panelContent(writing, does) {
  const { stage } = writing;
  const body = stage.name === "reviewed" ? reviewParts(stage, does) : [];
  if (stage.name === "problem") {
    body.push(make("p", { class: "problem" }, problemWords(stage.problem).text));
    body.push(make("div", { class: "buttons" }, button(words("tryAgain"), does.retry, "primary")));
  }
  const undo = writing.canUndo() ? button(words("undoLong"), does.undo, "quiet") : null;
  const dismiss = make(
    "button",
    { type: "button", class: "quiet", title: words("dismissHint"), onclick: does.dismiss },
    words("dismiss"),
  );
  return [
    header(writing, does.close),
    make("div", { class: "body" }, ...body),
    make("footer", {}, make("span", { class: "grow" }), undo, dismiss),
  ];
}

/**
 * @param {Writing} writing
 * @param {() => void} close
 */
function header(writing, close) {
  const face = faceOf(writing);
  const headline = face?.headline || face?.label || words("name");
  return make(
    "header",
    { "data-tone": face?.tone ?? "quiet" },
    make("span", { class: "sign" }, icon(face?.icon ?? "reading")),
    make("h2", { id: "headline" }, writing.stage.name === "problem" ? (face?.label ?? "") : headline),
    make(
      "button",
      { type: "button", class: "bare", "aria-label": words("close"), title: words("close"), onclick: close },
      icon("close"),
    ),
  );
}

/**
 * @param {{review: Review, draft: string}} stage
 * @param {PanelActions} does
 */
function reviewParts({ review, draft }, does) {
  const parts = [section(words("yourDraft"), markedDraft(draft, review))];
  if (review.signals.length) {
    parts.push(
      section(words("reasons"), make("ul", { class: "reasons" }, ...review.signals.map(reasonLine))),
    );
  }
  if (review.suggestions.length) {
    const cards = review.suggestions.map((suggestion) => suggestionCard(suggestion, does));
    parts.push(section(words("suggestions"), make("ul", { class: "suggestions" }, ...cards)));
  }
  return parts;
}

/** @param {import("../shared/protocol.js").Signal} signal */
function reasonLine({ kind, reason, rule }) {
  // Opened by the worker: a link from the page would carry the page's address, and the viewer would not know its person.
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    void askWorker({ type: "open-in-viewer", path: rule });
  };
  const link = make(
    "a",
    { href: rule, onclick: open, "aria-label": words("moreSpoken", reason) },
    words("more"),
  );
  const spoken = make("span", { class: "spoken" }, words(kind === "flag" ? "flagSpoken" : "strengthSpoken"));
  return make("li", { class: kind }, icon(kind), make("span", {}, spoken, `${reason} `, link));
}

/**
 * @param {string} title
 * @param {HTMLElement} content
 */
function section(title, content) {
  return make("section", {}, make("h3", {}, title), content);
}

/**
 * @param {string} label
 * @param {() => void} act
 * @param {string} look
 */
function button(label, act, look) {
  return make("button", { type: "button", class: look, onclick: act }, label);
}
