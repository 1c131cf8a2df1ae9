// @ts-check
"use strict";
/** The paragraph of WordPress's block editor (Tumblr). */
registerEditor({
  name: "gutenberg",
  handles: (element) => element.matches(".block-editor-rich-text__editable") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [insertLines, pasteText]),
  undo: announceUndo,
});
