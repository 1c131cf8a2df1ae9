// @ts-check
"use strict";
/** Lexical, rich and plain (Facebook, Threads, Reddit). The browser's command loses its line breaks in Chromium. */
registerEditor({
  name: "lexical",
  handles: (element) => element.matches("[data-lexical-editor]") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteText, announceText]),
  undo: announceUndo,
});
