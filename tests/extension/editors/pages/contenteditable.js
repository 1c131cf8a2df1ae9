import { place } from "./places.js";

place((host) => {
  host.contentEditable = "true";
  return { field: () => host, model: () => linesOf(host).join("\n").replaceAll("\u00a0", " ") };
});

/**
 * Chromium leaves the first line bare and puts the others into divs; Firefox breaks lines by br, or puts each into a div.
 * A br ends its line, and so does a div that follows.
 */
function linesOf(root) {
  const lines = [];
  let open = null;
  const close = (line) => {
    lines.push(line);
    open = null;
  };
  for (const node of root.childNodes) {
    if (node.nodeName === "BR") close(open ?? "");
    else if (node.nodeName === "DIV") {
      if (open !== null) close(open);
      close(node.textContent);
    } else open = (open ?? "") + node.textContent;
  }
  return open === null ? lines : [...lines, open];
}
