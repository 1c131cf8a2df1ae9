// @ts-check
"use strict";
/**
 * VisualEditor of MediaWiki. It watches the paragraph that the caret stands in and undoes what happens around it, so a
 * draft of one paragraph is replaced inside it; for more, and for a text of several lines, nothing is tried.
 */
registerEditor({
  name: "visualeditor",
  handles: (element) => element.matches(".ve-ce-documentNode") && element.isContentEditable,
  read: linesOf,
  write: putIntoOnlyParagraph,
  undo: (element) => void element.ownerDocument.execCommand("undo"),
});

/**
 * @param {HTMLElement} field
 * @param {string} text
 * @returns {Promise<boolean>} whether the field holds it, also after the editor had its look
 */
async function putIntoOnlyParagraph(field, text) {
  const looksEveryMs = 250;
  const [paragraph, ...others] = field.querySelectorAll(".ve-ce-contentBranchNode");
  if (!paragraph || others.length || text.includes("\n")) return false;
  field.focus();
  field.ownerDocument.getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
  await pause(looksEveryMs + 50);
  insertText(field, text);
  await pause(looksEveryMs + 50);
  return comesToHold(field, text);
}
