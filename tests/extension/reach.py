"""Sees and uses the chip and the panel as a person does, through their closed shadow roots.

A page can't look into a closed shadow root, and neither can Playwright's selectors; Chromium's debugging
protocol can, and so can a script with Firefox's own rights. Clicks and keys go through the real mouse and
keyboard.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from playwright.sync_api import CDPSession, Error
from playwright.sync_api import Page as ChromiumPage

if TYPE_CHECKING:
    from tests.extension.firefox.page import Page as FirefoxPage

    Page = ChromiumPage | FirefoxPage

T = TypeVar("T")
PATIENCE = 60
"""Seconds: only a defect needs them all, also on a busy machine."""
SHOWN = """root.host.matches(":popover-open")
    && root.querySelector("div").checkVisibility({visibilityProperty: true})"""
"""On a part's root: whether a person sees it."""
AT_WORK = "document.querySelector('pitch-in-chip')"
"""On a page: whether the extension looks at it. Its script comes a moment after the page."""


def eventually(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Look again and again until it is true; fail when it never is."""
    until = time.monotonic() + patience
    while True:
        if found := look():
            return found
        assert time.monotonic() < until, f"Waited {patience} s for {what}."
        time.sleep(0.05)


def run_in_frames(function: str) -> str:
    """A function of the extension's own pages that runs `function` in a tab's content scripts.

    It returns the `value` of the first frame whose answer isn't null.
    """
    return f"""async ([tab, given]) => {{
      const target = {{tabId: tab, allFrames: true}};
      const answers = await chrome.scripting.executeScript({{target, func: {function}, args: given}});
      const failed = answers.find(({{error}}) => error);
      if (failed) throw new Error(String(failed.error));
      return answers.find(({{result}}) => result)?.result.value;
    }}"""


def _call(devtools: CDPSession, root: str, body: str, arguments: tuple[object, ...]) -> list[Any] | None:
    """The value of a function body, alone in a list; None where the root's host was taken off its page."""
    answer = devtools.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": f"""function (...given) {{
                const root = this;
                return root.host.isConnected ? [(() => {{ {body} }})()] : null;
            }}""",
            "objectId": root,
            "arguments": [{"value": argument} for argument in arguments],
            "returnByValue": True,
        },
    )
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    found: list[Any] | None = answer["result"].get("value")
    return found


class _Part:
    """One of our hosts on a page."""

    tag: str
    drawn: str
    """The class of what is drawn."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self._devtools: CDPSession | None = None
        self._root: str | None = None
        """By what name Chromium's debugging protocol knows the shadow root that was found last."""

    def ask(self, body: str, *arguments: object) -> Any:
        """The value of a function body in JavaScript, where `root` is the shadow root; None without one."""
        if isinstance(self.page, ChromiumPage):
            return self._ask_chromium(self.page, body, arguments)
        return self.page.script(
            f"""const host = document.querySelector("{self.tag}");
            if (!host) return null;
            const root = host.openOrClosedShadowRoot;
            return (() => {{ {body} }})();""",
            *arguments,
            rights="system",
        )

    def _ask_chromium(self, page: ChromiumPage, body: str, arguments: tuple[object, ...]) -> Any:
        devtools = self._devtools = self._devtools or page.context.new_cdp_session(page)
        if self._root:
            with suppress(Error):  # of a page that isn't there any more
                if answer := _call(devtools, self._root, body, arguments):
                    return answer[0]
        self._root = self._find_root(devtools)
        answer = _call(devtools, self._root, body, arguments) if self._root else None
        return answer[0] if answer else None

    def _find_root(self, devtools: CDPSession) -> str | None:
        # Not the whole document: a host of ours is a child of its root element.
        document = devtools.send("DOM.getDocument", {"depth": 1})["root"]
        found = devtools.send("DOM.querySelector", {"nodeId": document["nodeId"], "selector": self.tag})
        if not found["nodeId"]:
            return None
        host = devtools.send("DOM.describeNode", {"nodeId": found["nodeId"], "depth": 1, "pierce": True})
        [shadow] = host["node"]["shadowRoots"]
        root = devtools.send("DOM.resolveNode", {"backendNodeId": shadow["backendNodeId"]})
        return str(root["object"]["objectId"])

    def is_shown(self) -> bool:
        """Whether a person sees it."""
        return bool(self.ask(f"return {SHOWN}"))

    def box(self) -> dict[str, float]:
        """Where it stands in the window, in CSS pixels."""
        return dict(self.ask(f"return root.querySelector('.{self.drawn}').getBoundingClientRect().toJSON()"))

    def press(self, label: str) -> None:
        """Click the button or link with this label, once it stands still."""
        place: list[float] | None = None

        def still() -> list[float] | None:
            nonlocal place
            earlier, place = place, self._middle_of(label)
            return place if place == earlier else None

        self.page.mouse.click(*eventually(still, f"“{label}” in <{self.tag}>"))

    def _middle_of(self, label: str) -> list[float] | None:
        return self.ask(
            """
            const named = [...root.querySelectorAll("button, a")].filter(
              (one) => [one.textContent.trim(), one.getAttribute("aria-label")].includes(given[0])
                && one.checkVisibility());
            if (!named.length || !root.host.matches(":popover-open")) return null;
            named[0].scrollIntoView({block: "nearest"});
            const box = named[0].getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            return named[0].contains(root.elementFromPoint(x, y)) ? [x, y] : null;
            """,
            label,
        )


class Chip(_Part):
    """The chip beside the composer."""

    tag = "pitch-in-chip"
    drawn = "chip"

    def text(self) -> str:
        """The word that the chip shows, or "" where none is seen."""
        return str(self.ask(f"return {SHOWN} ? root.querySelector('.label').textContent : ''") or "")

    def turns_to(self, word: str) -> None:
        """Wait until the chip shows this word."""
        shown = ""

        def look() -> bool:
            nonlocal shown
            shown = self.text()
            return shown == word

        try:
            eventually(look, f"the chip to say “{word}”")
        except AssertionError as error:
            raise AssertionError(f"{error} It says “{shown}”.") from None

    def goes(self) -> None:
        """Wait until no chip is seen."""
        eventually(lambda: not self.is_shown(), "the chip to go")

    def open_panel(self) -> "Panel":
        """Click on the chip."""
        self.press(str(self.ask("return root.querySelector('.chip-main').getAttribute('aria-label')")))
        panel = Panel(self.page)
        eventually(panel.is_shown, "the panel to open")
        return panel


class Panel(_Part):
    """The panel with the review."""

    tag = "pitch-in-panel"
    drawn = "panel"

    def headline(self) -> str:
        """The review in one sentence."""
        return str(self.ask("return root.querySelector('h2').textContent"))

    def text(self) -> str:
        """All that can be read in it."""
        return str(self.ask("return root.querySelector('.panel').innerText"))

    def marked(self) -> list[str]:
        """The marked words of the draft."""
        return list(self.ask("return [...root.querySelectorAll('mark')].map((mark) => mark.textContent)"))

    def suggestions(self) -> list[str]:
        """The suggested texts, their blanks as the hints that stand in them."""
        return list(
            self.ask(
                """return [...root.querySelectorAll(".rewrite")].map((rewrite) => [...rewrite.children].map(
                   (part) => part.value || (part.placeholder ? `[${part.placeholder}]` : part.textContent)
                   ).join(""))"""
            )
        )

    def focused(self) -> str:
        """The label of what has the focus inside the panel."""
        return str(
            self.ask(
                """const on = root.activeElement;
                   return on ? on.getAttribute("aria-label") || on.textContent.trim() : ''"""
            )
        )

    def tab_to(self, label: str) -> None:
        """Press Tab until this control has the focus."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.focused().startswith(label):
                return
        raise AssertionError(f"Tab never came to “{label}”; last was “{self.focused()}”.")

    def closes(self) -> None:
        """Wait until it is gone."""
        eventually(lambda: not self.is_shown(), "the panel to close")
