// @ts-check
"use strict";
/** A plain field, also one that React controls: the browser's own command tells it of the change. */
registerEditor({
  name: "textarea",
  handles: isPlainField,
  read: (element) => /** @type {HTMLTextAreaElement} */ (element).value,
  async write(element, text) {
    const field = /** @type {HTMLTextAreaElement} */ (element);
    field.focus();
    field.select();
    insertText(field, text);
    const fits = field.maxLength < 0 || text.length <= field.maxLength;
    if (field.value !== text && fits) writePastUndo(field, text);
    return field.value === text;
  },
  undo: (element) => void element.ownerDocument.execCommand("undo"),
});

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
