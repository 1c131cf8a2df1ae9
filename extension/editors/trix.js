// @ts-check
"use strict";
/** Trix. The browser's command breaks typing on and undo in Chromium. */
registerEditor({
  name: "trix",
  handles: (element) => element.matches("trix-editor") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteText, announceText]),
  undo: announceUndo,
});
