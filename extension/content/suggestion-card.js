// @ts-check
"use strict";
/**
 * One suggestion: its text with the blanks as fields, so that a person writes only what they alone know.
 * @param {Suggestion} suggestion
 * @param {{apply: (move: string, text: string) => void, copy: (text: string) => void}} does
 */
function suggestionCard(suggestion, does) {
  const pieces = cutBySpans(
    suggestion.text,
    suggestion.blanks.map((span) => ({ span, of: "blank" })),
  );
  const parts = pieces.map(({ text, of }) => (of.length ? blankField(text) : make("span", {}, text)));
  const whole = () =>
    parts.map((part) => (part instanceof HTMLInputElement ? filled(part) : part.textContent)).join("");
  const apply = () => does.apply(suggestion.move, whole());
  const onEnter = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const next = parts.find((part) => part instanceof HTMLInputElement && !part.value.trim());
    if (next) next.focus();
    else apply();
  };
  return make(
    "li",
    { class: "suggestion" },
    make("p", { class: "why" }, suggestion.why),
    make("p", { class: "rewrite", dir: "auto", onkeydown: onEnter }, ...parts),
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "button", class: "primary", onclick: apply }, words("apply")),
      make("button", { type: "button", onclick: () => does.copy(whole()) }, words("copy")),
    ),
  );
}

/** @param {string} blank as the agent writes it: "[… what you tried]" */
function blankField(blank) {
  const hint = blank.replace(/^\[\s*…?\s*/, "").replace(/\]$/, "");
  const field = make("input", {
    type: "text",
    class: "blank",
    placeholder: hint,
    "aria-label": words("blankSpoken", hint),
  });
  field.dataset.blank = blank;
  field.setAttribute("size", String(Math.max(hint.length, 6)));
  field.addEventListener("input", () => {
    const { value } = /** @type {HTMLInputElement} */ (field);
    field.setAttribute("size", String(Math.min(Math.max(value.length, hint.length, 6), 38)));
  });
  return field;
}

/** @param {HTMLInputElement} field */
function filled(field) {
  return field.value.trim() || field.dataset.blank;
}
