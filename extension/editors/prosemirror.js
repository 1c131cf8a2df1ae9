// @ts-check
"use strict";
/**
 * ProseMirror and TipTap (Bluesky, LinkedIn, Discourse). In Firefox it drops some of the line breaks that the browser's
 * command makes, and anywhere the empty lines of pasted plain text.
 */
registerEditor({
  name: "prosemirror",
  handles: (element) => element.matches(".ProseMirror") && element.isContentEditable,
  read: linesOf,
  write: (element, text) =>
    putByFirst(
      element,
      text,
      text.includes("\n") ? [pasteParagraphs, insertText] : [insertText, pasteParagraphs],
    ),
  undo: announceUndo,
});
