// @ts-check
"use strict";
/**
 * Puts a text into the field in place of the draft and reads it back. When the editor doesn't hold exactly that
 * text afterwards, the draft is put back as it was.
 * @param {HTMLElement} field
 * @param {string} text
 * @param {AbortSignal} signal until when the person's own undo is followed
 * @returns {Promise<boolean>} whether the editor now holds the text
 */
async function replaceDraft(field, text, signal) {
  const editor = editorOf(field);
  if (!editor) return false;
  const before = editor.read(field);
  if (await takes(editor, field, text)) {
    mendCaretAtUndo(field, before, signal);
    return true;
  }
  await putBack(editor, field, before);
  caretToEnd(field); // All is selected still: the next key would take the whole draft.
  return false;
}

/**
 * Takes an applied text back: by the editor's own undo, so that its history stays right, or else by writing.
 * @param {HTMLElement} field
 * @param {string} before
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether the editor holds the earlier draft again
 */
async function restoreDraft(field, before, signal) {
  const editor = editorOf(field);
  if (!editor) return false;
  field.focus();
  editor.undo(field);
  if (!(await comesToHold(field, before))) return replaceDraft(field, before, signal);
  caretToEnd(field); // Undo brings back the selection as well, and that was all of the draft.
  return true;
}

/**
 * @param {Editor} editor
 * @param {HTMLElement} field
 * @param {string} before
 */
async function putBack(editor, field, before) {
  if (editor.read(field) === before) return;
  editor.undo(field);
  if (!(await comesToHold(field, before))) await takes(editor, field, before);
}

/**
 * Whether the editor holds the text after it was written; not where it threw, which may have left half of it.
 * @param {Editor} editor
 * @param {HTMLElement} field
 * @param {string} text
 */
async function takes(editor, field, text) {
  try {
    return await editor.write(field, text);
  } catch (error) {
    reportError(error);
    return false;
  }
}
