// @ts-check
"use strict";
/**
 * The chip: one word and one sign beside the composer, in a layer of its own. It moves nothing on the page.
 * @typedef {{show(writing: Writing): void, hide(): void, isShown(): boolean}} Chip
 */

/**
 * @param {{open: () => void, undo: () => void}} does
 * @param {AbortSignal} signal
 * @returns {Chip}
 */
function createChip(does, signal) {
  const { host, root, showOver } = makeHost("pitch-in-chip", signal);
  /** @type {ReturnType<typeof drawChip> | null} */
  let drawn = null; // until it is first shown
  /** @type {AbortController | null} */
  let following = null;
  /** @type {HTMLElement | null} */
  let field = null;
  let settleSoon = () => {};

  return {
    show(writing) {
      const face = faceOf(writing);
      if (!face) {
        hide();
        return;
      }
      drawn ??= drawChip(root, does, signal);
      const { box, sign, label, main, undo, spoken } = drawn;
      box.dataset.tone = face.tone;
      sign.replaceChildren(icon(face.icon));
      label.textContent = face.label;
      main.title = face.headline;
      main.setAttribute("aria-label", words("chipSpoken", face.label));
      undo.hidden = !writing.canUndo();
      const saying = `${face.label}. ${face.headline}`;
      // What is put there anew is read aloud again, even where it is the same.
      if (writing.stage.name !== "reading" && spoken.textContent !== saying) spoken.textContent = saying;
      follow(writing.composer.field);
    },
    hide,
    isShown: () => host.matches(":popover-open"),
  };

  /** @param {HTMLElement} to */
  function follow(to) {
    if (to === field) {
      settleSoon();
      return;
    }
    following?.abort();
    following = new AbortController();
    field = to;
    settleSoon = followField(to, settle, AbortSignal.any([signal, following.signal]));
  }

  function hide() {
    following?.abort();
    field = null;
    drawn?.spoken.replaceChildren();
    if (host.matches(":popover-open")) host.hidePopover();
  }

  function settle() {
    if (!field || !drawn) return;
    if (!field.isConnected) {
      hide();
      return;
    }
    showOver(field);
    const { box } = drawn;
    // All is read before anything is changed: the page would else be laid out in between.
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const rightToLeft = getComputedStyle(field).direction === "rtl";
    const zoom = box.currentCSSZoom; // of the page's own style; its boxes are told with it
    const size = { width: box.offsetWidth * zoom, height: box.offsetHeight * zoom };
    const place = chipPlace(boxOf(field), size, view, rightToLeft);
    box.classList.toggle("on-dark", isDarkBehind(field));
    box.style.visibility = place ? "visible" : "hidden";
    if (place) box.style.translate = `${Math.round(place.left / zoom)}px ${Math.round(place.top / zoom)}px`;
  }
}

/**
 * What the chip consists of.
 * @param {ShadowRoot} root
 * @param {{open: () => void, undo: () => void}} does
 * @param {AbortSignal} signal
 */
function drawChip(root, does, signal) {
  const label = make("span", { class: "label" });
  const sign = make("span", { class: "sign" });
  const main = make(
    "button",
    { type: "button", class: "chip-main", "aria-haspopup": "dialog", onclick: does.open },
    sign,
    label,
  );
  const undo = make(
    "button",
    { type: "button", class: "chip-undo", onclick: does.undo },
    icon("undo"),
    make("span", {}, words("undo")),
  );
  const spoken = make("span", { class: "spoken", role: "status" });
  const box = make("div", { class: "chip" }, main, undo);
  root.adoptedStyleSheets = [pitchInStyles()];
  root.append(box, spoken);
  // A press on the chip must not take the caret out of the draft before the panel opens.
  box.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  return { box, sign, label, main, undo, spoken };
}
