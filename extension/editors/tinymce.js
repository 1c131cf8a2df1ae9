// @ts-check
"use strict";
/** TinyMCE: the body of a frame of its own, or an element. Its history knows of a paste; of a command only in Chromium. */
registerEditor({
  name: "tinymce",
  handles: (element) => element.matches(".mce-content-body") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteBareParagraphs, insertText]),
  undo: announceUndo,
});
