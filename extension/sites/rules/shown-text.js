// @ts-check
"use strict";
/**
 * The text of a part of the page, without scripts and styles, at most 20,000 characters.
 * @param {Element | null | undefined} element
 * @returns {string | null}
 */
function textOf(element) {
  if (!element) return null;
  const { innerText } = /** @type {Partial<HTMLElement>} */ (element);
  return tidy(showsEmoji(element) ? textOfNodes(element) : (innerText ?? element.textContent ?? ""));
}

/**
 * What is said there by its author: without what it quotes, unless that is all.
 * @param {Element | null | undefined} element
 * @returns {string | null}
 */
function ownTextOf(element) {
  return (element?.querySelector(quotations()) && textWithout(element, isQuotation)) || textOf(element);
}

/** @param {Element} element */
function isQuotation(element) {
  return element.matches(quotations());
}

function quotations() {
  return "blockquote, aside.quote";
}

/**
 * @param {Element} root
 * @param {(element: Element) => boolean} leftOut
 */
function textWithout(root, leftOut) {
  return tidy(textOfNodes(root, leftOut));
}

/** @param {string} text */
function tidy(text) {
  return (
    text
      .trim()
      .replaceAll(/\n{3,}/g, "\n\n")
      .slice(0, 20_000) || null
  );
}

/**
 * Whether the site draws emoji as pictures there, which innerText leaves out.
 * @param {Element} element
 */
function showsEmoji(element) {
  return [...element.querySelectorAll("img[alt]")].some((picture) => emojiOf(picture) !== "");
}

/**
 * The emoji that a picture stands for, or its short name, as in ":tada:".
 * @param {Element} picture
 */
function emojiOf(picture) {
  const alt = picture.getAttribute("alt") ?? "";
  const emoji =
    /^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))[\p{Extended_Pictographic}\p{Emoji_Component}]+$|^:[\w+-]+:$/u;
  return emoji.test(alt) ? alt : "";
}

/**
 * As innerText reads it, with emoji for their pictures.
 * @param {Element} root
 * @param {(element: Element) => boolean} [leftOut] what isn't read
 */
function textOfNodes(root, leftOut = () => false) {
  let text = "";
  let breaks = 0; // at least so many line breaks before what comes next
  const put = (/** @type {string} */ more) => {
    if (!breaks) text += more;
    else if (more.trim()) {
      text = `${text.trimEnd()}${"\n".repeat(text ? breaks : 0)}${more.trimStart()}`;
      breaks = 0;
    }
  };
  const walk = (/** @type {Node} */ node) => {
    if (isTextNode(node)) put(visibleText(node));
    else if (node.nodeName === "BR") put("\n");
    else if (node.nodeName === "IMG") put(emojiOf(/** @type {Element} */ (node)));
    else if (isElement(node) && !leftOut(node)) walkInto(node);
  };
  const walkInto = (/** @type {Element} */ element) => {
    const { display } = getComputedStyle(element);
    if (display === "none") return;
    const around =
      display.startsWith("inline") || display === "contents" ? 0 : element.localName === "p" ? 2 : 1;
    breaks = Math.max(breaks, around);
    element.childNodes.forEach(walk);
    breaks = Math.max(breaks, around);
  };
  root.childNodes.forEach(walk);
  return text;
}
