// @ts-check
"use strict";
/**
 * The box that holds a field and its submit button: the form, the dialog, or the first ancestor with a button
 * after the field.
 * @param {HTMLElement} field
 * @returns {Element | null}
 */
function composerRoot(field) {
  const marked = closestAcross(field, "form, dialog, [role=dialog], [role=form]");
  if (marked) return marked;
  for (let above = parentAcross(field); above && above !== document.body; above = parentAcross(above)) {
    if (buttonsAfter(above, field).length) return above;
  }
  return null;
}

/**
 * Whether a click on this control sends the composer's text.
 * @param {Element} control
 * @param {Composer} composer
 */
function looksLikeSubmit(control, { field, root }) {
  if (!holds(root, control) || isOtherControl(control)) return false;
  if (control.matches("[type=submit]")) return true;
  const isFormButton = control.matches("button:not([type])") && control.closest("form") !== null;
  if (isFormButton) return true;
  const named = ["data-testid", "name", "id", "class", "aria-label"].map(
    (name) => control.getAttribute(name) ?? "",
  );
  const said = [...named, control.textContent].join(" ");
  if (/submit|post|publish|reply|send|comment|share|answer/i.test(said)) return true;
  const buttons = buttonsAfter(root, field);
  return buttons.length === 1 && buttons[0] === control;
}

/**
 * Cancel, preview, a menu, a toggle: all that stands beside the submit button.
 * @param {Element} control
 */
function isOtherControl(control) {
  const said = ["name", "id", "value", "aria-label"]
    .map((name) => control.getAttribute(name) ?? "")
    .join(" ");
  return (
    control.matches(
      "[aria-expanded], [aria-haspopup], [aria-pressed], [disabled], [aria-disabled=true], [type=reset]",
    ) || /cancel|preview|draft|schedule|discard|attach|delete/i.test(`${said} ${control.textContent}`)
  );
}

/**
 * @param {Element} root
 * @param {HTMLElement} field
 */
function buttonsAfter(root, field) {
  const buttons = root.querySelectorAll("button, [type=submit], [role=button]");
  const shownBy = seenFrom(root, field);
  return [...buttons].filter(
    (button) =>
      shownBy.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !isOtherControl(button) &&
      (button.matches("input") || button.textContent?.trim()),
  );
}

/** @param {Element} control */
function isEnabled(control) {
  return !control.matches("[disabled], [aria-disabled=true]");
}

/**
 * Whether the button says that an old text is changed, as in "Save changes".
 * @param {Composer} composer
 * @param {string} [submit] selector of the button, where it is known
 */
function savesAnEdit({ root }, submit = "button, [role=button], [type=submit]") {
  const buttons = [...root.querySelectorAll(submit)];
  const said = buttons.map((button) => button.getAttribute("value") ?? button.textContent ?? "");
  return said.some((words) =>
    /^\s*(save (your )?(changes|edits?)|update\b|änderungen|aktualisieren|guardar cambios|actualizar)/i.test(
      words,
    ),
  );
}

/**
 * Buttons of a box that show nothing but words: where a site gives its buttons no names, the one that posts is
 * the last of them.
 * @param {Element} root
 */
function wordButtons(root) {
  return [...root.querySelectorAll("button, [role=button]")].filter(
    (button) =>
      isEnabled(button) && button.textContent?.trim() && !button.querySelector("svg, img, video, i"),
  );
}

/**
 * The nearest thing around an element that also holds a match.
 * @param {Element} element
 * @param {string} css
 * @returns {Element | null}
 */
function nearestWith(element, css) {
  for (let at = parentAcross(element); at; at = parentAcross(at)) if (at.querySelector(css)) return at;
  return null;
}
