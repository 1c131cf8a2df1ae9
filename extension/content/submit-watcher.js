// @ts-check
"use strict";
/**
 * Sees a composer being submitted, before the page does: by a click, a form's own submit, or a key.
 * Only the person's own actions count.
 * @typedef {{writing: Writing, text: string}} Sent
 * @param {object} does
 * @param {() => Writing[]} does.writings
 * @param {(event: Event, writing: Writing, again: () => void) => boolean} does.holds
 * @param {(sent: Sent[]) => void} does.submitted with all posts of a thread, in their order
 * @param {AbortSignal} signal
 * @returns {(event: KeyboardEvent) => void} to be called when the key Enter goes down
 */
function watchSubmits(does, signal) {
  const options = { capture: true, signal };

  addEventListener("click", onClick, options);
  addEventListener("submit", onSubmit, options);
  return onEnter;

  /** @param {MouseEvent} event */
  function onClick(event) {
    if (!event.isTrusted) return;
    const controls = event.composedPath().filter((node) => node instanceof HTMLElement);
    const control = controls.find((node) => node.matches("button, input, [role=button]"));
    const writing = control && does.writings().find(({ site, composer }) => site.submits(control, composer));
    if (writing) note(event, writing, () => control.click());
  }

  /** @param {SubmitEvent} event */
  function onSubmit(event) {
    const writing = does.writings().find(({ composer }) => composer.root === event.target);
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (event.isTrusted && writing) note(event, writing, () => form.requestSubmit(event.submitter));
  }

  /** @param {KeyboardEvent} event */
  function onEnter(event) {
    if (!event.isTrusted || event.isComposing) return;
    const field = fieldOf(/** @type {Node} */ (event.composedPath()[0]));
    const writing = does.writings().find(({ composer }) => composer.field === field);
    // A key can't be pressed for the person: they press it again.
    if (writing && postsByKey(event, keysOf(writing)))
      note(event, writing, () => writing.composer.field.focus());
  }

  /**
   * @param {Event} event
   * @param {Writing} writing
   * @param {() => void} again
   */
  function note(event, writing, again) {
    const sent = sentWith(writing);
    if (!sent.length) return;
    const goOn = () => {
      does.submitted(sent);
      again();
    };
    const proceed = event.type === "keydown" ? again : goOn;
    if (!sent.some((each) => does.holds(event, each.writing, proceed))) does.submitted(sent);
  }

  /**
   * What goes out with a draft: it, and the other posts of its thread.
   * @param {Writing} writing
   * @returns {Sent[]}
   */
  function sentWith(writing) {
    const thread = threadOf(writing);
    const all = thread ? does.writings().filter((other) => threadOf(other) === thread) : [writing];
    return all
      .sort(({ composer: one }, { composer: other }) =>
        one.field.compareDocumentPosition(other.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      )
      .map((each) => ({ writing: each, text: each.text() }))
      .filter(({ text }) => text.trim());
  }
}

/** @param {Writing} writing */
function threadOf({ site, composer }) {
  return site.thread?.(composer) ?? null;
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
