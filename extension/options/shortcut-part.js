// @ts-check
/**
 * The shortcut that opens the panel. Firefox lets an extension change it; Chrome has a page of its own for that,
 * which an extension may open but not fill in.
 */

import { byId, make, words } from "../shared/dom.js";

const COMMAND = "open-panel";

/**
 * With what Firefox's has beside Chrome's.
 * @type {typeof chrome.commands & {
 *   update?(change: {name: string, shortcut: string}): Promise<void>, reset?(name: string): Promise<void>}}
 */
const commands = chrome.commands;

export async function drawShortcut() {
  const keys = (await chrome.commands.getAll()).find(({ name }) => name === COMMAND)?.shortcut;
  byId("shortcut-told").textContent = keys ? words("shortcutHint", keys) : words("shortcutNone");
  byId("shortcut").querySelector(".change")?.remove();
  byId("shortcut").append(commands.update ? changeForm(keys ?? "") : browsersPage());
}

/** @param {string} keys */
function changeForm(keys) {
  const field = make("input", { id: "shortcut-keys", value: keys, autocomplete: "off", spellcheck: "false" });
  const change = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const shortcut = /** @type {HTMLInputElement} */ (field).value.trim();
    try {
      await (shortcut ? commands.update?.({ name: COMMAND, shortcut }) : commands.reset?.(COMMAND));
      await drawShortcut();
    } catch {
      byId("shortcut-told").textContent = words("shortcutWrong", shortcut); // The browser takes only some keys.
    }
  };
  return make(
    "form",
    { class: "part change", onsubmit: change },
    make("label", { for: "shortcut-keys" }, words("shortcutLabel")),
    make("div", { class: "row" }, field, make("button", { type: "submit" }, words("save"))),
  );
}

function browsersPage() {
  const open = () => void chrome.tabs.create({ url: "chrome://extensions/shortcuts" });
  return make("button", { class: "change", onclick: open }, words("shortcutChange"));
}
