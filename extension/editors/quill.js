// @ts-check
"use strict";
/** Quill (LinkedIn). */
registerEditor({
  name: "quill",
  handles: (element) => element.matches(".ql-editor") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [insertText, pasteParagraphs]),
  undo: announceUndo,
});
