// @ts-check
"use strict";
{
  registerEditor({
    name: "textarea",
    handles: (element) => element instanceof HTMLTextAreaElement && !element.readOnly && !element.disabled,
    read: (element) => /** @type {HTMLTextAreaElement} */ (element).value,
    async write(element, text) {
      const field = /** @type {HTMLTextAreaElement} */ (element);
      field.focus();
      field.select();
      document.execCommand(text ? "insertText" : "delete", false, text);
      const fits = field.maxLength < 0 || text.length <= field.maxLength;
      if (field.value !== text && fits) writePastUndo(field, text);
    },
  });

  /**
   * For a browser that refuses the command. The page still hears of the change, but undo can't take it back.
   * @param {HTMLTextAreaElement} field
   * @param {string} text
   */
  function writePastUndo(field, text) {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  }
}
