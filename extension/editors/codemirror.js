// @ts-check
"use strict";
/** CodeMirror 6. */
registerEditor({
  name: "codemirror",
  handles: (element) => element.matches(".cm-content") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteText, insertText]),
  undo: announceUndo,
});
