// @ts-check
"use strict";
/** Draft.js (X). The browser's command breaks its model, and it drops empty lines of pasted HTML. */
registerEditor({
  name: "draft-js",
  handles: (element) => element.matches(".public-DraftEditor-content") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteText]),
  undo: announceUndo,
});
