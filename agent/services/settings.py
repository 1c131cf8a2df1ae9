"""The settings, as one table: each one does something, unknown ones are refused, defaults aren't stored."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypedDict

from sqlite_utils import Database

from agent.problems import Invalid
from agent.services.balance import PRESETS, Balance
from agent.smoothing.address import NotLocalError, read_address
from agent.store import Log
from agent.store import settings as rows
from agent.trouble import Trouble
from nlp.review import Strictness
from nlp.strictness import STRICTNESSES, false_flags

Value = bool | int | str | list[str]
LONGEST_WORDS = 100
"""Characters of a setting of kind `words`."""


@dataclass(frozen=True)
class Setting:
    """One line of the table; `section` is the title of those that stand together.

    `choices` are for kind `choice`, each with its words; `lowest` and `highest` for kind `number`.
    """

    section: str
    name: str
    kind: Literal["yes_no", "number", "choice", "names", "address", "words"]
    default: Value
    title: str
    help: str
    choices: Mapping[str, str] = field(default_factory=dict)
    lowest: int = 0
    highest: int = 0

    def accept(self, value: object) -> Value:
        """`value` where it fits; raises `Invalid` where it doesn't."""
        match self.kind, value:
            case "yes_no", bool():
                return value
            case "number", int() if not isinstance(value, bool) and self.lowest <= value <= self.highest:
                return value
            case "choice", str() if value in self.choices:
                return value
            case "names", list() | tuple() if _all_names(value):
                return sorted(set(value))
            case "address", str() if _is_local(value.strip()):
                return value.strip()
            case "words", str() if 0 < len(value.strip()) <= LONGEST_WORDS:
                return value.strip()
        raise Invalid(f"“{self.title}” takes {self._takes}.")

    @property
    def _takes(self) -> str:
        return {
            "yes_no": "yes or no",
            "number": f"a whole number from {self.lowest} to {self.highest}",
            "choice": f"one of {', '.join(self.choices)}",
            "names": "a list of names of signals",
            "address": "an address on this machine such as http://127.0.0.1:11434, or nothing",
            "words": f"one to {LONGEST_WORDS} characters",
        }[self.kind]


_REVIEWS = "Reviews"
_PROMOTION = "When you promote your own things"
_LOG = "The log"
_MODEL = "A language model of your own"
_PAGES = "These pages"

TABLE = (
    Setting(
        section=_REVIEWS,
        name="suggestions_shown",
        kind="number",
        default=3,
        lowest=0,
        highest=3,
        title="Suggestions shown",
        help="How many suggestions come with a review at most.",
    ),
    Setting(
        section=_REVIEWS,
        name="strictness",
        kind="choice",
        default="normal",
        choices={
            name: f"{name.capitalize()}: flags {1000 * share:.0f} of 1,000 posts that contribute"
            for name, share in false_flags().items()
        },
        title="Strictness",
        help="How readily a draft is flagged. A stricter review misses less, and is wrong more often.",
    ),
    Setting(
        section=_REVIEWS,
        name="muted_signals",
        kind="names",
        default=[],
        title="Muted flags",
        help="Flags that you don't want to hear about: they aren't shown and don't count.",
    ),
    Setting(
        section=_PROMOTION,
        name="balance",
        kind="choice",
        default="lobsters",
        choices={
            "lobsters": "When most of your last 20 posts on the site promoted (as on Lobsters)",
            "reddit": "When one in ten of your last 100 did (as Reddit's old rule)",
            "contextmod": "When one in ten did, unless you mostly answer others (as ContextMod)",
            "own": "By my own two numbers below",
            "off": "Never",
        },
        title="When is one more too many?",
        help="From then on, a draft that promotes is flagged as asking more than it gives.",
    ),
    Setting(
        section=_PROMOTION,
        name="balance_posts",
        kind="number",
        default=20,
        lowest=10,
        highest=500,
        title="Posts that count",
        help="For your own numbers: how many of your last posts on the site count.",
    ),
    Setting(
        section=_PROMOTION,
        name="balance_percent",
        kind="number",
        default=51,
        lowest=1,
        highest=100,
        title="How many in a hundred",
        help="For your own numbers: from how many promoting posts in a hundred on one more is flagged.",
    ),
    Setting(
        section=_LOG,
        name="keep_parent_text",
        kind="yes_no",
        default=True,
        title="Keep what you answered",
        help="Whether the log keeps the text that a post answers. It was written by somebody else.",
    ),
    Setting(
        section=_MODEL,
        name="smoothing_address",
        kind="address",
        default="",
        title="Language model on this machine",
        help="Address of an Ollama or OpenAI-compatible server that runs here, to smooth the wording of "
        "suggestions: http://127.0.0.1:11434 for Ollama, or an address that ends in /v1. Empty: off.",
    ),
    Setting(
        section=_MODEL,
        name="smoothing_model",
        kind="words",
        default="llama3.2",
        title="Name of the language model",
        help="As that server calls it.",
    ),
    Setting(
        section=_MODEL,
        name="smoothing_seconds",
        kind="number",
        default=8,
        lowest=1,
        highest=60,
        title="Patience with the language model",
        help="How many seconds a wording may take; after that the suggestion stays as it is.",
    ),
    Setting(
        section=_PAGES,
        name="theme",
        kind="choice",
        default="auto",
        choices={"auto": "As the system", "light": "Light", "dark": "Dark"},
        title="Colours",
        help="Light or dark pages.",
    ),
)


class Wishes(TypedDict):
    """What the settings say of reviews, as `Reviewer.review` takes it."""

    muted: list[str]
    suggestions: int
    strictness: Strictness


class StoredSettings:
    """The settings as one transaction on the log at `path` sees them."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def get(self, name: str) -> Value:
        """The value of the setting, or its default.

        Raises `Trouble` where what is stored doesn't fit, as after a change by hand.
        """
        setting = _named(name)
        stored = rows.find(self._db, name)
        try:
            return setting.default if stored is None else setting.accept(json.loads(stored))
        except (Invalid, ValueError):
            raise Trouble(
                f"The setting {name} in {self._path} is damaged: delete its row from the table `settings`, "
                "and it has its default again."
            ) from None

    def set(self, name: str, value: object) -> None:
        """Store a value; raises `Invalid` for an unknown setting or a value that doesn't fit."""
        setting = _named(name)
        accepted = setting.accept(value)
        if accepted == setting.default:
            rows.forget(self._db, name)
        else:
            rows.keep(self._db, name, json.dumps(accepted))

    def change_names(self, name: str, added: Iterable[str] = (), dropped: Iterable[str] = ()) -> None:
        """Add to a setting of kind `names`, and drop from it; whatever else it holds stays."""
        self.set(name, list({*_names(self.get(name)), *added}.difference(dropped)))


class Settings:
    """Reads and writes the settings of one log."""

    table = TABLE

    def __init__(self, log: Log) -> None:
        self._log = log

    @contextmanager
    def changing(self) -> Iterator[StoredSettings]:
        """The settings to change: all of it is stored when the block ends, or nothing where it raises."""
        with self._log.writing() as db:
            yield StoredSettings(db, self._log.path)

    def get(self, name: str) -> Value:
        """The value of the setting, or its default; raises `Trouble` where what is stored doesn't fit."""
        with self._log.reading() as db:
            return StoredSettings(db, self._log.path).get(name)

    def yes(self, name: str) -> bool:
        """The value of a setting of kind `yes_no`."""
        return bool(self.get(name))

    def number(self, name: str) -> int:
        """The value of a setting of kind `number`."""
        return _number(self.get(name))

    def text(self, name: str) -> str:
        """The value of a setting of kind `address` or `words`."""
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def names(self, name: str) -> list[str]:
        """The value of a setting of kind `names`."""
        return _names(self.get(name))

    def wishes(self) -> Wishes:
        """What the person wants of reviews."""
        return _wishes(self.get)

    def balance(self) -> Balance | None:
        """From when on one more pitch is too many; None for never."""
        rule = str(self.get("balance"))
        if rule == "own":
            return Balance(self.number("balance_posts"), self.number("balance_percent") / 100)
        return PRESETS.get(rule)

    def set(self, name: str, value: object) -> None:
        """Store one value; raises `Invalid` for an unknown setting or a value that doesn't fit."""
        with self.changing() as settings:
            settings.set(name, value)

    def check(self) -> None:
        """Raise `Trouble` where a stored value doesn't fit."""
        for setting in TABLE:
            self.get(setting.name)


_BY_NAME: Final = {setting.name: setting for setting in TABLE}


def _named(name: str) -> Setting:
    if name not in _BY_NAME:
        raise Invalid(f"There is no such setting. There are: {', '.join(_BY_NAME)}.")
    return _BY_NAME[name]


def usual_wishes() -> Wishes:
    """What holds for reviews where nothing was set."""
    return _wishes(lambda name: _named(name).default)


def _wishes(value_of: Callable[[str], Value]) -> Wishes:
    strictness = value_of("strictness")
    return Wishes(
        muted=_names(value_of("muted_signals")),
        suggestions=_number(value_of("suggestions_shown")),
        strictness=next(each for each in STRICTNESSES if each == strictness),
    )


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _names(value: Value) -> list[str]:
    return value if isinstance(value, list) else []


def _is_local(value: str) -> bool:
    try:
        return value == "" or bool(read_address(value))
    except NotLocalError:
        return False


def _all_names(values: list[object] | tuple[object, ...]) -> bool:
    return len(values) <= 100 and all(isinstance(value, str) and 0 < len(value) <= 100 for value in values)
