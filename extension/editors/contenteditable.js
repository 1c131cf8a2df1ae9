// @ts-check
"use strict";
{
  const BLOCKS =
    "address,article,blockquote,dd,div,dl,dt,figure,h1,h2,h3,h4,h5,h6,li,ol,p,pre,section,table,tr,ul".split(
      ",",
    );

  registerEditor({
    name: "contenteditable",
    handles: (element) => element.isContentEditable && !element.parentElement?.isContentEditable,
    read: linesOf,
    async write(element, text) {
      element.focus();
      selectContents(element);
      document.execCommand(text ? "insertText" : "delete", false, text);
    },
  });

  /** @param {HTMLElement} element */
  function selectContents(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  /**
   * The text as a reader sees it. innerText won't do: it doubles the line break between paragraphs.
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
      if (node instanceof Text) {
        const text = visibleText(node);
        if (text) put(text);
      } else if (node instanceof HTMLBRElement) {
        put(isFiller(node) ? "" : "\n");
      } else {
        const block = node !== root && node instanceof Element && BLOCKS.includes(node.localName);
        if (block && started) newLine();
        node.childNodes.forEach(walk);
        if (block && started) closed = true;
      }
    };
    walk(root);
    return lines.join("\n").replaceAll("\u00a0", " ");
  }

  /** @param {Text} node */
  function visibleText(node) {
    const parent = node.parentElement;
    if (parent && /^(pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace)) return node.data;
    return node.data.replaceAll(/[\n\t ]+/g, " ").replace(/^ $/, betweenBlocks(node));
  }

  /**
   * The white space of the page's source between two blocks is not seen.
   * @param {Text} node
   */
  function betweenBlocks(node) {
    const beside = [node.previousSibling, node.nextSibling];
    return beside.some((other) => other instanceof Element && BLOCKS.includes(other.localName)) ? "" : " ";
  }

  /**
   * A <br> at the end of its block only holds the line open.
   * @param {HTMLBRElement} br
   */
  function isFiller(br) {
    let next = br.nextSibling;
    while (next instanceof Text && next.data === "") next = next.nextSibling;
    return next === null || (next instanceof Element && BLOCKS.includes(next.localName));
  }
}
