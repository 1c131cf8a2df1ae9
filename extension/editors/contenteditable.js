// @ts-check
"use strict";
/** An editable element that nobody else knows: the browser's own editing, or an editor that follows it. Asked last. */
registerEditor({
  name: "contenteditable",
  handles: (element) => element.isContentEditable && !element.parentElement?.isContentEditable,
  read: linesOf,
  write: (element, text) => putByFirst(element, text, [insertText, pasteParagraphs]),
  undo: (element) => void element.ownerDocument.execCommand("undo"),
});
