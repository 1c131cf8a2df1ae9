"""A person at an editor: types and undoes with real keys; the extension's own code reads and applies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.extension.either import Page, Person
from tests.extension.reach import eventually

PLACES = ("light", "shadow", "frame")
# In the frame that has the focus, on the field that has it; null elsewhere.
AT_HAND = """async (job, text) => {
  if (typeof fieldOf !== "function") return null;
  const field = document.hasFocus() && fieldOf(focusedElement());
  if (!field) return null;
  const {signal} = new AbortController();
  const fromPanel = async (act) => {
    const panel = document.createElement("button"); // it has the focus when a person presses Apply
    document.documentElement.append(panel);
    panel.focus();
    panel.remove();
    return act();
  };
  const jobs = {
    name: () => editorOf(field).name,
    read: () => editorOf(field).read(field),
    selected: () => isAllSelected(field),
    apply: () => fromPanel(() => replaceDraft(field, text, signal)),
    fail: () => fromPanel(async () => {
      const real = {insertText, insertLines, paste, announceText, writePastUndo};
      const cut = (way) => (to, put, ...more) => way(to, put === text ? put.slice(0, 7) : put, ...more);
      insertText = cut(real.insertText);
      const short = text.slice(0, 7);
      paste = (to, put, ...as) =>
        put === text ? real.paste(to, short, "text/plain", short) : real.paste(to, put, ...as);
      insertLines = cut(real.insertLines);
      announceText = cut(real.announceText);
      writePastUndo = () => {};
      const done = await replaceDraft(field, text, signal);
      ({insertText, insertLines, paste, announceText, writePastUndo} = real);
      return done;
    }),
    restore: () => fromPanel(() => restoreDraft(field, text, signal)),
  };
  return {value: await jobs[job]()};
}"""

# A frame's body is active in it also where the frame has not the focus.
HAS_FOCUS = """place => {
  for (let at = editors[place].field(); at; at = at.ownerDocument.defaultView.frameElement)
    if (at.getRootNode().activeElement !== at) return false;
  return true;
}"""


@dataclass
class Desk:
    """One editor in one place."""

    person: Person
    page: Page
    place: str

    def click(self) -> None:
        """Put the caret into the field with the mouse; again where the page moved under it."""

        def clicked() -> bool:
            self._click_once()
            return bool(self.page.evaluate(HAS_FOCUS, self.place))

        try:
            eventually(clicked, "the field to have the focus")
        except AssertionError as error:
            hit = self.page.evaluate("([x, y]) => document.elementFromPoint(x, y)?.outerHTML", self._place())
            raise AssertionError(f"{error} The mouse hits {hit}.") from None

    def _click_once(self) -> None:
        self.page.mouse.click(*self._place())

    def _place(self) -> tuple[float, float]:
        x, y = self.page.evaluate(
            """place => {
                 const {field, window: inner} = editors[place];
                 field().scrollIntoView({block: "start"}); // it may be higher than its frame
                 inner.frameElement?.scrollIntoView({block: "center"});
                 const box = field().getBoundingClientRect();
                 let [x, y] = [box.x + Math.min(box.width, 60) / 2, box.y + Math.min(box.height, 40) / 2];
                 for (let view = field().ownerDocument.defaultView; view !== window; view = view.parent) {
                   const around = view.frameElement.getBoundingClientRect();
                   x += around.x + view.frameElement.clientLeft;
                   y += around.y + view.frameElement.clientTop;
                 }
                 return [x, y];
               }""",
            self.place,
        )
        return x, y

    def type(self, text: str) -> None:
        """Press its keys, at a person's speed at the line breaks: Trix makes three of two quick ones."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
                self.pass_time(80)
            self.page.keyboard.type(line)

    def type_lines(self, text: str) -> str:
        """Press its keys; what the editor's model made of them."""
        self.type(text)
        last = text.split("\n")[-1]
        eventually(lambda: self.model().endswith(last), f"{text!r} to be written", patience=20)
        return self.model()

    def clear(self) -> None:
        """Take everything out, as a person does: once more where the editor wasn't ready for the keys."""

        def is_empty() -> bool:
            if self.model():
                self.page.keyboard.press("Control+a")
                self.page.keyboard.press("Delete")
            return not self.model()

        eventually(is_empty, "the field to be empty")

    def pass_time(self, milliseconds: int) -> None:
        """Let the page's own time go by: nothing tells from outside that a history closes its step."""
        self.page.evaluate(f"new Promise((done) => setTimeout(done, {milliseconds}))")

    def model(self) -> str:
        """The text in the editor's own model."""
        return str(self.page.evaluate("place => editors[place].model()", self.place))

    def undo_with_keys(self, text: str) -> None:
        """Bring the text back as a person does, and wait until a key would not take all of it."""
        self.page.keyboard.press("Control+z")
        assert self.becomes(text), self.model()
        eventually(lambda: not self.extension("selected"), "the caret", patience=10)

    def becomes(self, text: str) -> bool:
        """Wait until the model holds the text; says whether it ever did."""
        return self._ever(lambda: self.model() == text)

    def reads(self, text: str) -> bool:
        """Wait until the extension reads the text, which may be drawn late; says whether it ever did."""
        return self._ever(lambda: self.extension("read") == text)

    @staticmethod
    def _ever(look: Callable[[], bool]) -> bool:
        try:
            return eventually(look, "the text", patience=10)
        except AssertionError:
            return False

    def extension(self, job: str, text: str = "") -> Any:
        """What the extension's own code makes of the field at hand: name, read, selected, apply, restore.

        Or fail: it applies, while the browser hands the editor only seven characters of the text.
        """
        return self.person.in_content_script(self.page, AT_HAND, job, text)
