"""A tab of Firefox, with those of Playwright's words that the tests use."""

from typing import Any

from tests.extension.firefox.locator import FIND, Locator
from tests.extension.firefox.marionette import Marionette

# WebDriver's code points for keys without a character.
KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "Backspace": "\ue003",
    "Delete": "\ue017",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Home": "\ue011",
    "End": "\ue010",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Alt": "\ue00a",
}


class Page:
    """One tab."""

    def __init__(self, marionette: Marionette, window: str) -> None:
        self._marionette = marionette
        self.window = window
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)

    def command(self, name: str, **parameters: object) -> Any:
        """A command about this tab."""
        self._marionette.look_at(self.window)
        return self._marionette(name, **parameters)

    def script(self, body: str, *arguments: object, rights: str | None = None) -> Any:
        """What an async function body returns in this tab."""
        self._marionette.look_at(self.window)
        return self._marionette.script(body, *arguments, rights=rights)

    @property
    def url(self) -> str:
        """Its address now."""
        return str(self.command("WebDriver:GetCurrentURL"))

    def goto(self, address: str) -> None:
        """Load another page in it."""
        self.command("WebDriver:Navigate", url=address)

    def evaluate(self, expression: str, argument: object = None) -> Any:
        """The value of an expression in the page; a function is called with the argument."""
        body = f"const made = ({expression}\n); return typeof made === 'function' ? made(given[0]) : made;"
        return self.script(body, argument)

    def locator(self, css: str) -> Locator:
        """Elements by selector, also inside open shadow roots."""
        return Locator(self, "css(document, {0})", [css])

    def get_by_text(self, text: str) -> Locator:
        """The innermost elements that show this text."""
        return Locator(self, "byText({0})", [text])

    def get_by_label(self, text: str) -> Locator:
        """The fields with this label."""
        return Locator(self, "byLabel({0})", [text])

    def get_by_role(self, role: str, name: str = "") -> Locator:
        """Elements of a role whose text or label holds the name."""
        return Locator(self, "byRole({0}, {1})", [role, name])

    def wait_for_function(self, expression: str) -> None:
        """Wait until the page says so."""
        body = f"while (!({expression})) await new Promise((wake) => setTimeout(wake, 30));"
        self.script(body)

    def bring_to_front(self) -> None:
        """Show this tab."""
        self._marionette.look_at(self.window, focus=True)

    def close(self) -> None:
        """Close this tab."""
        left = self.command("WebDriver:CloseWindow")
        self._marionette.look_at(left[0], focus=True)

    def place_to_click(self, locator: Locator) -> list[float] | None:
        """The middle of its first element, once that stands still and nothing covers it; else None."""
        return self.script(
            f"""{FIND}
            const [element] = {locator.code};
            element.scrollIntoView({{block: "nearest"}});
            const place = () => {{
              const box = element.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }};
            const before = place();
            if (!document.hidden) await new Promise((drawn) => requestAnimationFrame(
              () => requestAnimationFrame(drawn)));
            const [x, y] = place();
            const hit = element.getRootNode().elementFromPoint(x, y);
            return element.contains(hit) && before[0] === x && before[1] === y ? [x, y] : null;""",
            *locator.arguments,
        )


class Keyboard:
    """The keys, pressed as a person does: the focused element gets trusted events."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def type(self, text: str, *, delay: float = 0) -> None:
        """One key after the other, `delay` milliseconds between them."""
        pause = [{"type": "pause", "duration": int(delay)}] if delay else []
        self._act([step for key in text for step in [*_stroke("Enter" if key == "\n" else key), *pause]])

    def press(self, keys: str) -> None:
        """A key, or several held together, as in "Control+z"."""
        *held, last = keys.split("+")
        if "Shift" in held and len(last) == 1:
            last = last.upper()
        down = [{"type": "keyDown", "value": KEYS[key]} for key in held]
        up = [{"type": "keyUp", "value": KEYS[key]} for key in reversed(held)]
        self._act([*down, *_stroke(last), *up])

    def _act(self, steps: list[dict[str, Any]]) -> None:
        keys = {"type": "key", "id": "keyboard", "actions": steps}
        self._page.command("WebDriver:PerformActions", actions=[keys])


def _stroke(key: str) -> list[dict[str, Any]]:
    value = KEYS.get(key, key)
    return [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]


class Mouse:
    """The mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def click(self, x: float, y: float) -> None:
        """Press the main button at this place of the window."""
        pointer = {
            "type": "pointer",
            "id": "mouse",
            "parameters": {"pointerType": "mouse"},
            "actions": [
                {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0},
                {"type": "pointerDown", "button": 0},
                {"type": "pointerUp", "button": 0},
            ],
        }
        self._page.command("WebDriver:PerformActions", actions=[pointer])
