/**
 * Puts an editor into each place of the test page where it can stand, and lets the tests look into its model.
 *
 * `window.editors[place]` has `field()` and `model()`, the text as the editor's own model has it.
 */

const RULES = "font: 16px/1.5 sans-serif; min-height: 60px; padding: 8px; border: 1px solid #999; display: block;";

window.editors = {};

/** @param {(host: HTMLElement) => Promise<object> | object} mount */
export async function place(mount) {
  if (location.search === "?framed") {
    await put("frame", document.body, mount);
    while (!parent.editors) await new Promise((wake) => setTimeout(wake, 20));
    parent.editors.frame = { ...window.editors.frame, window };
  } else {
    await put("light", document.querySelector("#light"), mount);
    const shadow = document.querySelector("#shadow").attachShadow({ mode: "open" });
    for (const sheet of document.querySelectorAll("style, link[rel=stylesheet]")) shadow.append(sheet.cloneNode(true));
    const inner = document.createElement("div");
    shadow.append(inner);
    await put("shadow", inner, mount).catch((error) => console.warn("not in a shadow root:", error));
  }
  document.documentElement.dataset.ready = "yes";
}

async function put(name, around, mount) {
  const host = document.createElement("div");
  host.style.cssText = RULES;
  around.append(host);
  const editor = await mount(host);
  window.editors[name] = { ...editor, window };
}

/** The text of elements that each hold a paragraph, one a line. */
export function paragraphs(root) {
  return [...root.children].map((one) => one.innerText.replace(/\n$/, "").replaceAll("\u00a0", " ")).join("\n");
}
