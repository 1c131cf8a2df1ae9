"""A signal as the pipeline uses it: its page, the verdict that it speaks for, and how it is seen."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from nlp.review import EarlierPost, History
from nlp.signals._page import SignalPage

if TYPE_CHECKING:  # the viewer reads the pages without waiting for spaCy
    from spacy.tokens import Doc, Span

Leads = Literal["me_too", "promotion"]


@dataclass(frozen=True)
class Phrases:
    """What a rule looks for, by when it counts."""

    phrases: tuple[str, ...] = ()
    """Wherever they stand."""
    unless_asked: tuple[str, ...] = ()
    """Only where the parent asks nothing ("yes")."""
    opening: tuple[str, ...] = ()
    """Only where an imperative may stand: "Sign up" and "This!", not "I had to sign up" or "Love this"."""
    in_company: tuple[str, ...] = ()
    """Only beside a link or another phrase of the verdict that the rule leads to ("whatsapp")."""

    def every(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.phrases, *self.unless_asked, *self.opening, *self.in_company)


@dataclass(frozen=True)
class Rule:
    """One signal. A flag has the verdict that it leads to and a headline for it; a strength has neither.

    It is seen by its phrases; or by `see`, which finds what phrases can't say once they were looked for; or
    only by the judge, in drafts that lean to its verdict although no other flag tells why. A rule that is
    `from_log` flags whatever else the draft says: what it sees is no guess about the words. Where that is one
    earlier post, `rests_on` finds it.
    """

    page: SignalPage
    leads_to: Leads | None = None
    headline: str = ""
    phrases: Phrases = Phrases()
    see: "Callable[[Doc], Iterable[Span]] | None" = None
    by_judge: bool = False
    from_log: bool = False
    rests_on: Callable[[History], EarlierPost | None] | None = None

    def __post_init__(self) -> None:
        is_flag = self.page.kind == "flag"
        if is_flag and not (self.leads_to and self.headline):
            raise ValueError(f"{self.page.name}: a flag needs leads_to (me_too or promotion) and a headline")
        if not is_flag and (self.leads_to or self.headline):
            raise ValueError(
                f"{self.page.name}: a strength leads to no verdict and has no headline of its own"
            )
        if [bool(self.phrases.every()), bool(self.see), self.by_judge].count(True) != 1:
            raise ValueError(
                f"{self.page.name}: give either phrases, or a function that sees it, or `by_judge`"
            )


def read_phrase_rule(file: Path) -> Rule:
    """The rule in a TOML file; `ValueError` says which file and what is wrong in it."""
    try:
        parts = tomllib.loads(file.read_text(encoding="utf-8"))
        phrases = Phrases(**{when.name: tuple(parts.pop(when.name, ())) for when in fields(Phrases)})
        leads_to, headline = parts.pop("leads_to", None), parts.pop("headline", "")
        page = SignalPage(name=file.stem, **parts)
        return Rule(page, leads_to, headline, phrases)
    except (tomllib.TOMLDecodeError, ValidationError, ValueError) as error:
        raise ValueError(f"{file.name}: {error}") from error


def rule_in(module: ModuleType) -> Rule:
    """The `rule` of a Python signal; `ValueError` when it has none or another name than its file."""
    rule = getattr(module, "rule", None)
    file_name = module.__name__.rpartition(".")[2]
    if not isinstance(rule, Rule):
        raise ValueError(f"{file_name}.py: a signal's file ends with `rule = Rule(...)`")
    if rule.page.name != file_name:
        raise ValueError(f"{file_name}.py: the rule is named {rule.page.name!r}; name it like its file")
    return rule
