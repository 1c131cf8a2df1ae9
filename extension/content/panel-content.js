// @ts-check
"use strict";
/**
 * @typedef {object} PanelActions
 * @property {() => void} close
 * @property {(move: string, text: string) => void} apply
 * @property {() => void} undo
 * @property {(text: string) => void} copy
 * @property {(given: FlagAnswer) => void} answer
 * @property {(() => void) | null} postAnyway Lets a held post go; null where none is held.
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
  if (does.postAnyway) body.unshift(heldNotice(does.postAnyway));
  return [
    header(writing, does.close),
    make("div", { class: "body" }, ...body),
    make("footer", {}, make("span", { class: "grow" }), undo, dismiss),
  ];
}

/** @param {() => void} postAnyway */
function heldNotice(postAnyway) {
  return make(
    "div",
    { class: "held" },
    make("p", {}, words("held")),
    make("div", { class: "buttons" }, button(words("postAnyway"), postAnyway, "")),
  );
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
    const reasons = review.signals.map((signal) => reasonLine(signal, does.answer));
    parts.push(section(words("reasons"), make("ul", { class: "reasons" }, ...reasons)));
  }
  if (review.suggestions.length) {
    const cards = review.suggestions.map((suggestion) => suggestionCard(suggestion, does));
    parts.push(section(words("suggestions"), make("ul", { class: "suggestions" }, ...cards)));
  }
  return parts;
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
