// @ts-check
"use strict";
/**
 * Whether a field's own words say that a public text is written there, as in "Leave a comment".
 * @param {HTMLElement} field
 * @param {Element} root
 */
function soundsPublic(field, root) {
  const publicWords =
    /comment|repl(y|ies)|respon[ds]|post\b|posts\b|message|answer|discuss|share|happening|on your mind|kommentar|antwort|beitrag|comentario|respuesta|publica|coment[aá]rio|resposta|commentaire|r[ée]pon/i;
  const privateWords =
    /\b(search|direct|inbox|chat|dm|private|e-?mail to|settings|log ?in|sign ?in|password|checkout|payment|feedback to support|suche|nachricht an|buscar)\b/i;
  const said = fieldWords(field).join(" ");
  const around = [
    root.id,
    root.getAttribute("class"),
    root.getAttribute("action"),
    root.getAttribute("aria-label"),
    headingOf(root),
  ];
  if (privateWords.test(said) || privateWords.test(around.join(" "))) return false;
  return publicWords.test(said) || publicWords.test(around.join(" "));
}

/** Whether the address says that this part of the site is not public. */
function isPrivatePage() {
  return /\/(messages?|direct|inbox|chats?|dms?|settings|account|search|checkout|login|signin|signup|compose\/mail)(\/|$)/i.test(
    location.pathname,
  );
}

/**
 * @param {HTMLElement} field
 * @returns {string[]}
 */
function fieldWords(field) {
  const named = [
    "aria-label",
    "placeholder",
    "data-placeholder",
    "aria-placeholder",
    "name",
    "id",
    "title",
  ].map((name) => field.getAttribute(name) ?? "");
  const { labels } = /** @type {Partial<HTMLTextAreaElement>} */ (field);
  const labelled = [...(labels ?? [])].map((label) => label.textContent ?? "");
  const ids = (field.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  return [...named, ...labelled, ...ids.map((id) => document.getElementById(id)?.textContent ?? "")];
}

/** @param {Element} root */
function headingOf(root) {
  const inside = root.querySelector("h1, h2, h3, h4, legend");
  const before = root.previousElementSibling;
  return inside?.textContent ?? (before?.matches("h1, h2, h3, h4") ? before.textContent : "");
}
