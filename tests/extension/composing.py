"""An input method at work, as people write Japanese: a word is composed, and then finished."""

from tests.extension.either import ChromiumPage, Page

# Firefox's own way to play an input method. It is kept from one step to the next.
PROCESSOR = """
globalThis.method ??= Components.classes["@mozilla.org/text-input-processor;1"]
  .createInstance(Components.interfaces.nsITextInputProcessor);
if (!method.beginInputTransactionForTests(window)) throw new Error("Another input method is at work.");
"""
COMPOSE = """
method.setPendingCompositionString(given[0]);
method.appendClauseToPendingComposition(given[0].length, method.ATTR_RAW_CLAUSE);
method.setCaretInPendingComposition(given[0].length);
method.flushPendingComposition();
"""
FINISH = "method.commitCompositionWith(given[0]);"


def compose(page: Page, text: str) -> None:
    """Write a word that isn't finished yet, where the caret is."""
    if isinstance(page, ChromiumPage):
        told = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        page.context.new_cdp_session(page).send("Input.imeSetComposition", told)
    else:
        page.script(PROCESSOR + COMPOSE, text, rights="system")


def finish(page: Page, text: str) -> None:
    """Take this for the word."""
    if isinstance(page, ChromiumPage):
        page.context.new_cdp_session(page).send("Input.insertText", {"text": text})
    else:
        page.script(PROCESSOR + FINISH, text, rights="system")
