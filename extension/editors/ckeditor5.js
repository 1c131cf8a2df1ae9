// @ts-check
"use strict";
/** CKEditor 5. Only pasted paragraphs keep their empty lines. */
registerEditor({
  name: "ckeditor5",
  handles: (element) => element.matches(".ck-editor__editable") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteParagraphs]),
  undo: announceUndo,
});
