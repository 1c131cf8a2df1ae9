// @ts-check
"use strict";
{
  /**
   * Where the caret stood in each draft of a field that was replaced. A browser's undo brings back the selection as well,
   * and that was the whole draft: the next key would take all of it.
   * @type {WeakMap<HTMLTextAreaElement, Map<string, number>>}
   */
  const carets = new WeakMap();

  /** A plain field, also one that React controls: the browser's own command tells it of the change. */
  registerEditor({
    name: "textarea",
    handles: isPlainField,
    read: (element) => /** @type {HTMLTextAreaElement} */ (element).value,
    async write(element, text) {
      const field = /** @type {HTMLTextAreaElement} */ (element);
      rememberCaret(field);
      field.focus();
      field.select();
      insertText(field, text);
      const fits = field.maxLength < 0 || text.length <= field.maxLength;
      if (field.value !== text && fits) writePastUndo(field, text);
      return field.value === text;
    },
    undo: (element) => void element.ownerDocument.execCommand("undo"),
  });

  /** @param {HTMLTextAreaElement} field */
  function rememberCaret(field) {
    const inDrafts = carets.get(field) ?? new Map();
    carets.set(field, inDrafts.set(field.value, field.selectionEnd));
    field.addEventListener("input", bringCaretBack); // the same one each time, so it is there once
  }

  /** @param {Event} event */
  function bringCaretBack(event) {
    if (/** @type {InputEvent} */ (event).inputType !== "historyUndo") return;
    const field = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
    const caret = carets.get(field)?.get(field.value);
    const allSelected = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    if (allSelected && caret !== undefined) field.setSelectionRange(caret, caret);
  }
}

/** @param {HTMLElement} element */
function isPlainField(element) {
  if (!element.matches('textarea, input:is([type="text"], :not([type]))')) return false;
  const { readOnly, disabled } = /** @type {HTMLTextAreaElement} */ (element);
  return !readOnly && !disabled;
}

/**
 * For a browser that refuses the command. The page still hears of the change, but undo can't take it back.
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
function writePastUndo(field, text) {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}
