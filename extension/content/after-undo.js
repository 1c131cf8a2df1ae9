// @ts-check
"use strict";
/**
 * Puts the caret behind the draft when the person's own undo takes an applied text back in an editable element. Undo brings
 * back the selection as well, and that was all of the draft: the next key would take it. An editor with a history of its
 * own tells nobody of undo, so the keys do, and then the selection. Over once the person writes on.
 * @param {HTMLElement} field
 * @param {string} before the draft that was replaced
 */
function mendCaretAtUndo(field, before) {
  const undoTakesMs = 1_000;
  const writtenOn = new AbortController();
  const options = { capture: true, passive: true, signal: writtenOn.signal };
  let undoing = new AbortController();
  field.addEventListener("keydown", (event) => (isUndo(event) ? awaitUndo() : undoing.abort()), options);
  field.addEventListener("pointerdown", () => undoing.abort(), options);
  // To the panel, say: what is applied from there is put over all of the draft, which is selected for it.
  field.addEventListener("blur", () => undoing.abort(), options);
  field.addEventListener("beforeinput", hear, options);

  /** @param {InputEvent} event */
  function hear({ inputType, isTrusted }) {
    if (!isTrusted) return; // ours
    if (inputType === "historyUndo") awaitUndo();
    if (inputType.startsWith("history")) return;
    undoing.abort();
    writtenOn.abort();
  }

  function awaitUndo() {
    undoing.abort();
    undoing = new AbortController();
    const signal = AbortSignal.any([undoing.signal, AbortSignal.timeout(undoTakesMs)]);
    field.ownerDocument.addEventListener("selectionchange", () => mend(signal), { signal });
  }

  /** @param {AbortSignal} signal */
  async function mend(signal) {
    await pause(60); // Slate and Lexical are deaf to the selection for a moment after they set it themselves.
    if (signal.aborted || !isAllSelected(field)) return;
    if (editorOf(field)?.read(field) === before) caretToEnd(field);
  }
}

/** @param {KeyboardEvent} event */
function isUndo({ keyCode, ctrlKey, metaKey, shiftKey }) {
  const z = 90; // by its number, which it has in any alphabet
  return keyCode === z && (ctrlKey || metaKey) && !shiftKey;
}

/**
 * Whether all that stands in an editable element is selected. A plain field keeps its selection to itself.
 * @param {HTMLElement} field
 */
function isAllSelected(field) {
  const page = field.ownerDocument;
  const selection = page.getSelection();
  const selected = selection && caretIn(field, selection);
  if (!selected || selected.collapsed) return false;
  const range = page.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  const bare = (/** @type {string | null} */ text) => withoutFillers(text ?? "").trim();
  return bare(range.toString()) === bare(field.textContent);
}
