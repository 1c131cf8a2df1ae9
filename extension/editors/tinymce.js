// @ts-check
"use strict";
/** TinyMCE: the body of a frame of its own, or an element. */
registerEditor({
  name: "tinymce",
  handles: (element) => element.matches(".mce-content-body") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [insertText, pasteParagraphs]),
  undo: announceUndo,
});
