// @ts-check
"use strict";
/** ProseMirror and TipTap (Bluesky, LinkedIn, Discourse). A paste of plain text loses its empty lines. */
registerEditor({
  name: "prosemirror",
  handles: (element) => element.matches(".ProseMirror") && element.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [insertText, pasteParagraphs]),
  undo: announceUndo,
});
