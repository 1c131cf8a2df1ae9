// @ts-check
"use strict";
/**
 * Puts the caret behind the draft when the person's own undo takes an applied text back in an editable element, also when
 * they wrote on in between. Undo brings back the selection as well, and that was all of the draft: the next key would take
 * it. An editor with a history of its own tells nobody of undo, so the keys do, and then the selection, or the next key.
 * @param {HTMLElement} field
 * @param {string} before the draft that was replaced
 * @param {AbortSignal} signal
 */
function mendCaretAtUndo(field, before, signal) {
  if (!field.isContentEditable) return; // A plain field brings its own caret back.
  const undoTakesMs = 1_000;
  const options = { capture: true, passive: true, signal };
  let undoing = AbortSignal.abort();
  let isOver = () => {};
  field.addEventListener("keydown", onKey, options);
  field.addEventListener("pointerdown", () => isOver(), options);
  // To the panel, say: what is applied from there is put over all of the draft, which is selected for it.
  field.addEventListener("blur", () => isOver(), options);
  field.addEventListener("beforeinput", hear, options);

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (isUndo(event)) {
      awaitUndo();
      return;
    }
    if (isModifier(event)) return;
    mend(undoing); // Before the editor hears of the key.
    isOver();
  }

  /** @param {InputEvent} event */
  function hear({ inputType, isTrusted }) {
    if (!isTrusted) return; // ours
    if (inputType === "historyUndo") awaitUndo();
    else if (!inputType.startsWith("history")) isOver();
  }

  function awaitUndo() {
    isOver();
    const over = new AbortController();
    const undone = AbortSignal.any([signal, over.signal, AbortSignal.timeout(undoTakesMs)]);
    undoing = undone;
    isOver = () => over.abort();
    const settled = () => pause(60).then(() => mend(undone)); // Slate and Lexical are deaf for a moment after they set it.
    field.ownerDocument.addEventListener("selectionchange", settled, { signal: undone });
  }

  /** @param {AbortSignal} undone aborted once something else was done */
  function mend(undone) {
    if (undone.aborted || !isAllSelected(field)) return;
    if (editorOf(field)?.read(field) === before) caretToEnd(field);
  }
}

/** @param {KeyboardEvent} event */
function isUndo({ keyCode, ctrlKey, metaKey, shiftKey }) {
  const z = 90; // by its number, which it has in any alphabet
  return keyCode === z && (ctrlKey || metaKey) && !shiftKey;
}

/** @param {KeyboardEvent} event */
function isModifier({ key }) {
  return /^(Control|Meta|Shift|Alt|AltGraph)$/.test(key);
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
