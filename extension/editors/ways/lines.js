// @ts-check
"use strict";
/**
 * The text of an editable element as a reader sees it, read from its nodes. innerText won't do: it doubles the line
 * break between paragraphs (Quill, TipTap, Lexical, CKEditor 5).
 * @param {HTMLElement} root
 */
function linesOf(root) {
  const lines = [""];
  let started = false; // whether the last line has anything on it, be it the <br> of an empty line
  let closed = false; // whether a block has ended, so that what follows stands on a new line
  const newLine = () => {
    lines.push("");
    started = false;
    closed = false;
  };
  const put = (/** @type {string} */ text) => {
    if (closed) newLine();
    const [first, ...rest] = text.split("\n");
    lines[lines.length - 1] += first;
    lines.push(...rest);
    started = true;
  };
  const walk = (/** @type {Node} */ node) => {
    if (isTextNode(node)) {
      const text = visibleText(node);
      if (text) put(text);
    } else if (node.nodeName === "BR") {
      put(isFiller(node) ? "" : "\n");
    } else if (isElement(node) && !isPlaceholder(node)) {
      const block = node !== root && isBlock(node);
      if (block && started) newLine();
      node.childNodes.forEach(walk);
      if (block && started) closed = true;
    }
  };
  walk(root);
  return lines.join("\n").replaceAll("\u00a0", " ");
}

/**
 * By its type, not by instanceof: an editor in a frame has classes of its own.
 * @param {Node | null} node
 * @returns {node is Text}
 */
function isTextNode(node) {
  return node?.nodeType === Node.TEXT_NODE;
}

/**
 * @param {Node | null} node
 * @returns {node is Element}
 */
function isElement(node) {
  return node?.nodeType === Node.ELEMENT_NODE;
}

/** @param {Node | null} node */
function isBlock(node) {
  const blocks = /^(address|article|blockquote|dd|div|dl|dt|figure|h[1-6]|li|ol|p|pre|section|table|tr|ul)$/;
  return isElement(node) && blocks.test(node.localName);
}

/**
 * Slate and Gutenberg put the words that stand in an empty field into the field itself.
 * @param {Element} element
 */
function isPlaceholder(element) {
  return element.matches("[data-slate-placeholder], [data-rich-text-placeholder]");
}

/** @param {Text} node */
function visibleText(node) {
  const parent = node.parentElement;
  if (parent?.matches("[data-slate-zero-width]")) return ""; // It also writes an "n" there.
  const data = withoutFillers(node.data);
  if (parent && /^(pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace)) return data;
  return data.replaceAll(/[\n\t ]+/g, " ").replace(/^ $/, betweenBlocks(node));
}

/**
 * What editors put where the caret could else not stand: Slate and Gutenberg U+FEFF, CKEditor seven U+2060.
 * @param {string} data
 */
function withoutFillers(data) {
  return data.replaceAll("\ufeff", "").replaceAll("\u2060".repeat(7), "");
}

/**
 * The white space of the page's source between two blocks is not seen.
 * @param {Text} node
 */
function betweenBlocks(node) {
  return isBlock(node.previousSibling) || isBlock(node.nextSibling) ? "" : " ";
}

/**
 * A <br> at the end of its block only holds the line open.
 * @param {Node} br
 */
function isFiller(br) {
  let next = br.nextSibling;
  while (next && ((isTextNode(next) && !withoutFillers(next.data)) || next.nodeType === Node.COMMENT_NODE)) {
    next = next.nextSibling;
  }
  return next === null || isBlock(next);
}
