// @ts-check
"use strict";
/** Slate (Medium). The browser's command breaks its model in Chromium. */
registerEditor({
  name: "slate",
  handles: (element) => element.matches("[data-slate-editor]") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [pasteText, announceText]),
  undo: announceUndo,
});
