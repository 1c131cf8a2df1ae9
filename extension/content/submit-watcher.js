// @ts-check
"use strict";
/**
 * Sees a composer being submitted, before the page does: by a click, a form's own submit, or Ctrl+Enter.
 * Only the person's own actions count.
 * @param {{writings: () => Writing[], submitted: (writing: Writing, text: string) => void}} does
 * @param {AbortSignal} signal
 */
function watchSubmits(does, signal) {
  const options = { capture: true, passive: true, signal };

  addEventListener("click", (event) => onClick(event), options);
  addEventListener("submit", (event) => onSubmit(event), options);
  addEventListener("keydown", (event) => onKey(event), options);

  /** @param {MouseEvent} event */
  function onClick(event) {
    if (!event.isTrusted) return;
    const controls = event.composedPath().filter((node) => node instanceof Element);
    const control = controls.find((node) => node.matches("button, input, [role=button]"));
    const writing = control && does.writings().find(({ site, composer }) => site.submits(control, composer));
    if (writing) note(writing);
  }

  /** @param {SubmitEvent} event */
  function onSubmit(event) {
    const writing = does.writings().find(({ composer }) => composer.root === event.target);
    if (event.isTrusted && writing) note(writing);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!event.isTrusted || event.isComposing || event.key !== "Enter") return;
    const field = fieldOf(/** @type {Node} */ (event.composedPath()[0]));
    const writing = does.writings().find(({ composer }) => composer.field === field);
    if (writing && postsByKey(event, keysOf(writing))) note(writing);
  }

  /** @param {Writing} writing */
  function note(writing) {
    const text = writing.text();
    if (text.trim()) does.submitted(writing, text);
  }
}

/**
 * @param {Writing} writing
 * @returns {SubmitKeys}
 */
function keysOf({ site: { submitKeys }, composer }) {
  return typeof submitKeys === "function" ? submitKeys(composer) : submitKeys;
}

/**
 * @param {KeyboardEvent} event of the key Enter
 * @param {SubmitKeys} submitKeys
 */
function postsByKey({ ctrlKey, metaKey, shiftKey }, submitKeys) {
  if (submitKeys === "none") return false;
  return ctrlKey || metaKey || (submitKeys === "enter" && !shiftKey);
}
