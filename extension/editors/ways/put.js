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
 * As if it were typed. The browser's own command, so undo knows it.
 * @type {Way}
 */
function insertText(field, text) {
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
  paste(field, text, null);
}

/**
 * As if paragraphs were pasted, a line each: editors that drop empty lines of plain text keep empty paragraphs.
 * @type {Way}
 */
function pasteParagraphs(field, text) {
  const holder = document.createElement("div");
  for (const line of text.split("\n")) {
    const paragraph = document.createElement("p");
    paragraph.append(line || document.createElement("br"));
    holder.append(paragraph);
  }
  paste(field, text, holder.innerHTML);
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
 * @param {string | null} html
 */
function paste(field, text, html) {
  if (!text) {
    insertText(field, "");
    return;
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  if (html) clipboardData.setData("text/html", html);
  // Chromium heeds `clipboardData` alone; Firefox `dataType` and `data` alone, so there it is one type.
  const forFirefox = html ? { dataType: "text/html", data: html } : { dataType: "text/plain", data: text };
  const init = { clipboardData, ...forFirefox, bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new ClipboardEvent("paste", init));
}

/**
 * Whether the field holds the text now or within a moment: some editors apply a paste late.
 * @param {HTMLElement} field
 * @param {string} text
 */
async function comesToHold(field, text) {
  // By looks, not by the clock: on a busy machine the editor is late as well.
  for (let looks = 0; looks < 14; looks += 1) {
    if (editorOf(field)?.read(field) === text) return true;
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
