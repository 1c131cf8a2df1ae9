import { place } from "./places.js";

place((host) => {
  host.contentEditable = "true";
  return {
    field: () => host,
    model: () => linesOf(host).replaceAll("\u00a0", " "),
  };
});

/** Chromium leaves the first line bare and puts the others into divs; Firefox puts each into a div, or breaks by br. */
function linesOf(root) {
  const nodes = [...root.childNodes];
  const inDivs = nodes.some((one) => one instanceof HTMLDivElement);
  if (inDivs) return nodes.map((one) => one.textContent).join("\n");
  return nodes.map((one) => (one.nodeName === "BR" ? "\n" : one.textContent)).join("").replace(/\n$/, "");
}
