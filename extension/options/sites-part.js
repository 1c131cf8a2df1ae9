// @ts-check
/** The part of the options page that lists the sites: on or off, and how strictly drafts are judged there. */

/** @import {State, Strictness} from "../shared/protocol.js" */

import { askWorker, byId, make, words } from "../shared/dom.js";
import { watchableOrigin } from "../shared/origins.js";
import { switchSiteOff, switchSiteOn } from "../shared/switching.js";

/** @type {[string, string][]} */
const CHOICES = [
  ["", "strictnessAgent"],
  ["relaxed", "strictnessRelaxed"],
  ["normal", "strictnessNormal"],
  ["strict", "strictnessStrict"],
];

/** @type {string | null} */
let drawn = null;

/**
 * Where only a strictness changed, the list stays: the person may be in the middle of it with the keyboard.
 * @param {State} state
 * @param {() => void} redraw
 */
export function drawSites({ sites, settings }, redraw) {
  if (drawn === sites.join()) {
    for (const [index, select] of byId("sites").querySelectorAll("select").entries())
      select.value = settings.strictness[sites[index]] ?? "";
    return;
  }
  drawn = sites.join();
  byId("sites-hint").textContent = words(sites.length ? "sitesHint" : "sitesEmpty");
  byId("sites").replaceChildren(
    ...sites.map((site) => {
      const off = () => void switchSiteOff(site).then(redraw);
      const { host } = new URL(site);
      return make(
        "li",
        {},
        make("span", {}, site),
        make(
          "span",
          { class: "row" },
          strictnessOf(site, settings.strictness[site] ?? ""),
          make("button", { onclick: off, "aria-label": words("switchOffSpoken", host) }, words("switchOff")),
        ),
      );
    }),
  );
}

/**
 * @param {string} site
 * @param {string} chosen
 */
function strictnessOf(site, chosen) {
  const options = CHOICES.map(([value, label]) =>
    make("option", { value, ...(value === chosen && { selected: "" }) }, words(label)),
  );
  const choose = (/** @type {Event} */ { target }) => {
    const { value } = /** @type {HTMLSelectElement} */ (target);
    const strictness = /** @type {Strictness | null} */ (value || null);
    void askWorker({ type: "strictness", origin: site, strictness });
  };
  const label = words("strictnessSpoken", new URL(site).host);
  return make("select", { "aria-label": label, onchange: choose }, ...options);
}

/** @param {() => Promise<void>} redraw */
export function offerNewSite(redraw) {
  const field = /** @type {HTMLInputElement} */ (byId("site-address"));
  byId("site-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const origin = watchableOrigin(field.value);
    const done = origin !== null && (await switchSiteOn(origin));
    byId("site-told").textContent = done ? "" : words(origin ? "switchRefused" : "siteWrong");
    if (done) field.value = "";
    await redraw();
  });
}
