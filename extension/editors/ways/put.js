// @ts-check
"use strict";
/**
 * Ways to put a text in place of a draft. None of them can be trusted: return values and `defaultPrevented` lie, so
 * what the editor holds afterwards is read back.
 * @typedef {(field: HTMLElement, text: string) => void} Way
 */

/**
 * Tries one way after the other until the field holds the text.
 * @param {HTMLElement} field
 * @param {string} text
 * @param {Way[]} ways
 * @returns {Promise<boolean>} whether it does
 */
async function putByFirst(field, text, ways) {
  for (const way of ways) {
    await selectDraft(field);
    way(field, text);
    if (await comesToHold(field, text)) return true;
  }
  return false;
}

/**
 * Selects all that stands in the field and waits until the editor has taken the selection over: an editor with a model
 * of its own hears of it late, and would put the text beside the draft.
 * @param {HTMLElement} field
 */
async function selectDraft(field) {
  field.focus();
  await pause(100); // CKEditor draws its old selection anew 50 ms after it got the focus.
  const page = field.ownerDocument;
  const told = new Promise((done) => page.addEventListener("selectionchange", done, { once: true }));
  page.getSelection()?.setBaseAndExtent(field, 0, field, field.childNodes.length);
  await Promise.race([told, pause(250)]); // Nothing is told where all was selected already.
  await pause(130); // Slate looks at the selection ten times a second.
}

/**
 * Puts the caret behind the last letter.
 * @param {HTMLElement} field
 */
function caretToEnd(field) {
  if ("setSelectionRange" in field) {
    const plain = /** @type {HTMLTextAreaElement} */ (field);
    plain.setSelectionRange(plain.value.length, plain.value.length);
    return;
  }
  /** @type {Node} */
  let last = field;
  while (last.lastChild) last = last.lastChild;
  const selection = field.ownerDocument.getSelection();
  if (isTextNode(last)) {
    selection?.collapse(last, last.length);
    return;
  }
  // What is last in its line only holds the line open.
  const line = last === field ? field : (last.parentElement ?? field);
  selection?.collapse(line, Math.max(line.childNodes.length - 1, 0));
}

/**
 * As if it were typed. The browser's own command, so undo knows it.
 * @type {Way}
 */
function insertText(field, text) {
  if (!field.isConnected) return; // It would go into whatever has the caret now.
  field.ownerDocument.execCommand(text ? "insertText" : "delete", false, text);
}

/**
 * As if it were typed with line breaks, for a field that holds one paragraph: from the last line up, since a break at the
 * end of a field brings another one that only holds the line open.
 * @type {Way}
 */
function insertLines(field, text) {
  const page = field.ownerDocument;
  const [last, ...above] = text.split("\n").reverse();
  insertText(field, last);
  for (const line of above) {
    page.getSelection()?.collapse(field, 0);
    if (line) insertText(field, line);
    page.execCommand("insertLineBreak");
  }
  page.getSelection()?.collapse(field, field.childNodes.length);
}

/**
 * As if plain text were pasted.
 * @type {Way}
 */
function pasteText(field, text) {
  paste(field, text, "text/plain", text);
}

/**
 * As if paragraphs were pasted, a line each: editors that drop empty lines of plain text keep empty paragraphs.
 * @type {Way}
 */
function pasteParagraphs(field, text) {
  const holder = paragraphsOf(text);
  for (const paragraph of holder.children)
    if (!paragraph.firstChild) paragraph.append(document.createElement("br"));
  paste(field, text, "text/html", holder.innerHTML);
}

/**
 * As if paragraphs were pasted, for an editor that moves what holds an empty one open into the next.
 * @type {Way}
 */
function pasteBareParagraphs(field, text) {
  paste(field, text, "text/html", paragraphsOf(text).innerHTML);
}

/** @param {string} text */
function paragraphsOf(text) {
  const holder = document.createElement("div");
  for (const line of text.split("\n")) {
    const paragraph = document.createElement("p");
    paragraph.append(line);
    holder.append(paragraph);
  }
  return holder;
}

/**
 * As the browser announces typing.
 * @type {Way}
 */
function announceText(field, text) {
  const init = { inputType: "insertText", data: text, bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new InputEvent("beforeinput", init));
}

/**
 * @param {HTMLElement} field
 * @param {string} text
 * @param {"text/plain" | "text/html"} type
 * @param {string} data the text as this type has it
 */
function paste(field, text, type, data) {
  if (!text) {
    insertText(field, "");
    return;
  }
  // One type: TinyMCE would take the plain one of two, and lose its empty lines.
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, data);
  // Chromium heeds `clipboardData` alone; Firefox `dataType` and `data` alone.
  const init = { clipboardData, dataType: type, data, bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new ClipboardEvent("paste", init));
}

/**
 * Whether the field holds the text now or within a moment, and keeps it: some editors apply a paste late, and some look
 * late at what the browser did and make something else of it.
 * @param {HTMLElement} field
 * @param {string} text
 */
async function comesToHold(field, text) {
  const holds = () => editorOf(field)?.read(field) === text;
  // By looks, not by the clock: on a busy machine the editor is late as well.
  for (let looks = 0; looks < 14; looks += 1) {
    if (holds()) {
      await pause(60);
      if (holds()) return true;
    }
    await pause(30);
  }
  return false;
}

/**
 * Asks an editor with a history of its own to take its last change back.
 * @param {HTMLElement} field
 */
function announceUndo(field) {
  const init = { inputType: "historyUndo", bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new InputEvent("beforeinput", init));
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((wake) => setTimeout(wake, ms));
}
