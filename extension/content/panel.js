// @ts-check
"use strict";
/**
 * The panel: why the chip says what it says, and ways to add something. It opens only when the person asks.
 * @typedef {{open(writing: Writing, postAnyway?: (() => void) | null): void, show(writing: Writing): void, close(): void, isOpen(): boolean}} Panel
 */

/**
 * @param {AbortSignal} signal
 * @returns {Panel}
 */
function createPanel(signal) {
  const { host, root, showOver } = makeHost("pitch-in-panel", signal);
  const box = make("div", {
    class: "panel",
    role: "dialog",
    "aria-labelledby": "headline",
    tabindex: "-1",
    dir: words("@@bidi_dir"),
  });
  const told = make("p", { class: "told", role: "status" });
  root.adoptedStyleSheets = [pitchInStyles()];
  root.append(box);
  /**
   * @typedef {{writing: Writing, drawn: Stage, postAnyway: (() => void) | null, giveFocusBack: () => void,
   *   overField: boolean, closed: AbortController, smoothing: AbortController}} Shown
   * @type {Shown | null}
   */
  let now = null;

  return { open, show, close, isOpen: () => now !== null };

  /**
   * @param {Writing} writing
   * @param {(() => void) | null} postAnyway
   */
  function open(writing, postAnyway = null) {
    close();
    const closed = new AbortController();
    const giveFocusBack = rememberFocus(writing.composer.field);
    now = {
      writing,
      drawn: writing.stage,
      postAnyway,
      giveFocusBack,
      overField: isSeen(writing.composer.field), // not where what could not be applied is offered for copying
      closed,
      smoothing: new AbortController(),
    };
    told.replaceChildren();
    const live = AbortSignal.any([signal, closed.signal]);
    showOver(writing.composer.field);
    box.classList.toggle("on-dark", isDarkBehind(writing.composer.field));
    draw(writing);
    for (const view of viewsOf(writing.composer.field))
      view.addEventListener("keydown", closeOnEscape, { capture: true, signal: live });
    box.addEventListener("keydown", (event) => keepTabInside(event, root), { signal: live });
    followField(writing.composer.field, settle, live);
    box.focus();
  }

  /** @param {Writing} writing */
  function show(writing) {
    if (now?.writing !== writing || now.drawn === writing.stage || writing.stage.name === "reading") return;
    if (writing.stage.name === "empty" || writing.dismissed) {
      close();
      return;
    }
    const hadFocus = root.activeElement !== null;
    draw(writing);
    if (hadFocus) box.focus();
  }

  function close() {
    if (!now) return;
    const { giveFocusBack, closed, smoothing } = now;
    now = null;
    closed.abort();
    smoothing.abort();
    const hadFocus = root.activeElement !== null;
    host.hidePopover();
    if (hadFocus) giveFocusBack();
  }

  /** @param {Writing} writing */
  function draw(writing) {
    if (now) now.drawn = writing.stage;
    const does = actionsOn(writing);
    box.replaceChildren(...panelContent(writing, does), told);
    settle();
    smooth(writing, does);
  }

  /**
   * @param {Writing} writing
   * @returns {PanelActions}
   */
  function actionsOn(writing) {
    return {
      close,
      async apply(move, text) {
        close();
        if (await writing.apply(move, text)) return;
        open(writing);
        tell(
          `${words("applyFailed")} `,
          button(words("copy"), () => void copy(text), "bare"),
        );
      },
      async undo() {
        close();
        await writing.undo();
      },
      copy,
      answer: (given) => void answer(writing, given),
      postAnyway: now?.postAnyway ? () => letGo() : null,
      dismiss() {
        close();
        writing.dismiss();
      },
      retry: writing.review,
    };
  }

  /**
   * @param {Writing} writing
   * @param {PanelActions} does
   */
  function smooth({ site, composer, stage }, does) {
    if (!now) return;
    now.smoothing.abort();
    now.smoothing = new AbortController();
    if (stage.name !== "reviewed") return;
    const made = {
      draft: stage.draft,
      context: contextOf(site, composer),
      suggestions: stage.review.suggestions,
    };
    const cards = /** @type {HTMLElement[]} */ ([...box.querySelectorAll("li.suggestion")]);
    const cardFor = (/** @type {Suggestion} */ suggestion) => suggestionCard(suggestion, does);
    void smoothSuggestions(made, cards, cardFor, now.smoothing.signal);
  }

  /** @param {string} text */
  async function copy(text) {
    const copied = await navigator.clipboard.writeText(text).then(
      () => "copied",
      () => "copyFailed",
    );
    tell(words(copied));
  }

  function letGo() {
    const postAnyway = now?.postAnyway;
    close();
    postAnyway?.();
  }

  /**
   * @param {Writing} writing
   * @param {FlagAnswer} given
   */
  async function answer(writing, given) {
    const { told, takeBack } = await answerFlag(
      given,
      writing.text(),
      contextOf(writing.site, writing.composer),
    );
    if (takeBack) await writing.review();
    const undo = takeBack ? button(words("undo"), () => void takeBack().then(writing.review), "bare") : "";
    tell(`${told} `, undo);
  }

  /** @param {(string | Node)[]} parts */
  function tell(...parts) {
    told.replaceChildren(...parts);
    settle();
  }

  function settle() {
    closeWithField();
    if (!now) return;
    const field = now.writing.composer.field;
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const scrolled = box.querySelector(".body");
    const hidden = scrolled ? scrolled.scrollHeight - scrolled.clientHeight : 0;
    const zoom = box.currentCSSZoom;
    const size = { width: box.offsetWidth * zoom, height: (box.offsetHeight + hidden) * zoom };
    const place = panelPlace(boxOf(field), size, view);
    box.style.maxHeight = `${Math.round(place.height / zoom)}px`;
    box.style.translate = `${Math.round(place.left / zoom)}px ${Math.round(place.top / zoom)}px`;
  }

  /** @param {KeyboardEvent} event */
  function closeOnEscape(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    closeWithField();
    if (!now) return; // The key is the page's.
    event.preventDefault();
    event.stopImmediatePropagation();
    keepRestOfKey(event, now.writing.composer.field, signal);
    close();
  }

  /** The page may have taken the field away, with its dialog say. */
  function closeWithField() {
    if (now?.overField && !isSeen(now.writing.composer.field)) close();
  }
}

/**
 * Whether a field stands on the page and is shown there, be it in view or not.
 * @param {HTMLElement} field
 */
function isSeen(field) {
  return field.isConnected && field.checkVisibility();
}

/**
 * Tab goes round inside the panel while it has the focus; Esc leaves it.
 * @param {KeyboardEvent} event
 * @param {ShadowRoot} root
 */
function keepTabInside(event, root) {
  if (event.key !== "Tab") return;
  const stops = [...root.querySelectorAll("a[href], button, input")];
  const at = root.activeElement ? stops.indexOf(root.activeElement) : -1;
  const next = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : (at + 1) % stops.length;
  event.preventDefault();
  /** @type {HTMLElement} */ (stops[next]).focus();
}

/**
 * Remembers the field and, in an editable element, the caret in it.
 * @param {HTMLElement} field
 */
function rememberFocus(field) {
  const selection = field.ownerDocument.getSelection();
  const caret = selection && caretIn(field, selection);
  return () => {
    field.focus({ preventScroll: true });
    if (!caret || !field.contains(caret.startContainer)) return;
    selection.setBaseAndExtent(caret.startContainer, caret.startOffset, caret.endContainer, caret.endOffset);
  };
}

/**
 * @param {HTMLElement} field
 * @param {Selection} selection
 * @returns {StaticRange | Range | null} null where the field keeps its own caret
 */
function caretIn(field, selection) {
  if (!field.isContentEditable) return null;
  const root = field.getRootNode();
  if (root instanceof ShadowRoot) return selection.getComposedRanges?.({ shadowRoots: [root] })[0] ?? null;
  return selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
}
