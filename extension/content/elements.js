// @ts-check
"use strict";
/**
 * Makes an element. Text is always set as text, never parsed.
 * @param {string} tag
 * @param {Record<string, string | boolean | ((event: any) => void)>} properties attributes, and `onclick` and the like
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElement}
 */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), onlyByPerson(value));
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * A page can send events to our elements' host; what it makes up is not the person's will.
 * @param {(event: Event) => void} handle
 */
function onlyByPerson(handle) {
  return (/** @type {Event} */ event) => {
    if (event.isTrusted) handle(event);
  };
}

/**
 * A host of our own beside the page's nodes, closed to the page's scripts, in the top layer so that nothing of the page
 * covers it. Empty: what is shown in it, and its styles, come when they are needed.
 * @param {"pitch-in-chip" | "pitch-in-panel"} tag
 * @param {AbortSignal} signal
 */
function makeHost(tag, signal) {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: "closed" });
  host.popover = "manual";
  document.documentElement.append(host);
  signal.addEventListener("abort", () => host.remove());
  /** @type {Element | null} */
  let shownOver = null;
  /**
   * Shows the host over what the field stands in.
   * @param {Element} field
   */
  const showOver = (field) => {
    if (signal.aborted) return;
    shownOver = field;
    const stage = stageOf(field);
    if (host.parentElement !== stage) stage.append(host);
    if (!host.matches(":popover-open")) host.showPopover();
  };
  const kept =
    "keydown keyup keypress beforeinput input change click mousedown mouseup pointerdown pointerup touchstart touchmove touchend wheel focusin focusout copy cut paste";
  for (const type of kept.split(" "))
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
  host.addEventListener("keydown", (event) => keepRestOfKey(event, shownOver ?? host, signal), { signal });
  return { host, root, showOver };
}

/**
 * What in this page a host must stand in to be reached beside a field. While a modal dialog is open, all outside of it is
 * inert; a popover or a full screen covers what was shown before; and a dialog that the page built itself takes the focus
 * back from all outside of it, and closes when one presses there.
 * @param {Element} field
 * @returns {Element}
 */
function stageOf(field) {
  const stages =
    "dialog:modal, :popover-open, :fullscreen, [role=dialog], [role=alertdialog], [aria-modal=true]";
  for (let at = /** @type {Element | null} */ (field); at; at = parentAcross(at))
    if (at.ownerDocument === document && at.matches(stages)) return at;
  return document.documentElement;
}

/**
 * Keeps from the page what is left of a key that went down in a part of ours: the part may close at once, and the page would
 * take the rest of it for its own, Enter for "send" and Esc for "discard".
 * @param {KeyboardEvent} pressed
 * @param {Element} field what the focus goes to
 * @param {AbortSignal} signal
 */
function keepRestOfKey(pressed, field, signal) {
  if (pressed.repeat) return;
  const up = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, up.signal]) };
  for (const view of viewsOf(/** @type {HTMLElement} */ (field))) {
    view.addEventListener("keydown", keep, options);
    view.addEventListener("keyup", keep, options);
  }

  /** @param {KeyboardEvent} event */
  function keep(event) {
    if (event.code !== pressed.code || event === pressed) return;
    const isNext = event.type === "keydown" && !event.repeat;
    if (isNext || event.type === "keyup") up.abort();
    const { localName = "" } = /** @type {Partial<Element>} */ (event.target);
    if (isNext || localName.startsWith("pitch-in-")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

/**
 * One sign for each thing the chip can say, told apart by shape, not by colour.
 * @param {string} name
 * @returns {Element}
 */
function icon(name) {
  /** @type {Record<string, string>} */
  const paths = {
    contributes: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 5v6M5 8h6",
    "me-too":
      "M4.4 2.2h7.2a2.2 2.2 0 0 1 2.2 2.2v7.2a2.2 2.2 0 0 1-2.2 2.2H4.4a2.2 2.2 0 0 1-2.2-2.2V4.4a2.2 2.2 0 0 1 2.2-2.2ZM5.2 6.6h5.6M5.2 9.4h5.6",
    promotion: "M2.4 2.8h5.2l6 6-5.2 4.8-6-5.6ZM5.2 5.6v.1",
    unjudged: "M5.6 5.8a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6M8 12.3v.2",
    blank: "M4.5 2.5h-2v11h2M11.5 2.5h2v11h-2M6 10.5h4",
    away: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM3.5 12.5l9-9",
    reading: "M3.5 8h.1M8 8h.1M12.5 8h.1",
    flag: "M4 14V2.5M4 3h7.5l-1.8 2.8 1.8 2.7H4",
    strength: "M2.8 8.6l3.3 3.3 7.1-7.4",
    close: "M4 4l8 8M12 4l-8 8",
    undo: "M5.5 3 2.8 5.7l2.7 2.7M3 5.7h6.2a3.8 3.8 0 0 1 0 7.6H6",
  };
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
