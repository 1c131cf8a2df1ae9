"""English verbs: their forms from their base, and whether a form is one of a base's."""

import re
from functools import cache, lru_cache
from pathlib import Path

DOUBLING = frozenset(
    ("admit", "begin", "commit", "control", "equip", "forget", "occur", "patrol", "permit", "prefer", "refer",
     "regret", "submit", "transfer", "upset", "format", "quit", "swap", "swim", "strip", "plan", "scan")
)  # fmt: skip
"""Verbs of more than one syllable, or with "qu" or a cluster, that double their last letter."""
ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def past(base: str) -> str:
    """The simple past: "moved", "built"."""
    return _irregular()[base][0][0] if base in _irregular() else _with_ed(base)


def participle(base: str) -> str:
    """The past participle: "moved", "written"."""
    return _irregular()[base][1][0] if base in _irregular() else _with_ed(base)


def gerund(base: str) -> str:
    """The form in -ing: "moving", "running", "lying"."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{_doubled(base)}ing"


def third(base: str) -> str:
    """The third person of the present: "moves", "tries", "has"."""
    if base in _THIRD:
        return _THIRD[base]
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"


def is_past(form: str, base: str) -> bool:
    """Whether the form is the simple past of the base."""
    return form in _irregular()[base][0] if base in _irregular() else form in _with_ed_spelled(base)


def is_participle(form: str, base: str) -> bool:
    """Whether the form is the past participle of the base."""
    return form in _irregular()[base][1] if base in _irregular() else form in _with_ed_spelled(base)


@lru_cache(maxsize=4096)
def kinds_of(base: str) -> frozenset[str]:
    """How a verb can be asked about: the classes of `verbs.txt` that it is in."""
    return frozenset(kind for kind, bases in _classes().items() if base in bases)


def base_of(form: str) -> str | None:
    """The base of a form, among the verbs that can be asked about; None where there is none or two."""
    return _bases_by_form().get(form)


@cache
def _bases_by_form() -> dict[str, str | None]:
    """The base of every form of these verbs; None for a form that two of them share."""
    bases: dict[str, str | None] = {}
    for base in set().union(*_classes().values()):
        for form in _forms(base):
            bases[form] = None if form in bases else base
    return bases


def _forms(base: str) -> frozenset[str]:
    ordinary = _with_ed_spelled(base)
    pasts, participles = _irregular().get(base, (ordinary, ordinary))
    return frozenset((base, gerund(base), third(base), *pasts, *participles))


_THIRD = {"have": "has", "be": "is", "do": "does", "go": "goes", "quit": "quits"}


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{_doubled(base)}ed"


def _with_ed_spelled(base: str) -> frozenset[str]:
    """The regular past as British and American English spell it ("travelled", "traveled")."""
    spelled = {_with_ed(base)}
    return frozenset(spelled | {f"{base}{base[-1]}ed"} if base.endswith("l") else spelled)


def _doubled(base: str) -> str:
    doubles = base in DOUBLING or ONE_SYLLABLE.fullmatch(base)
    return base + base[-1] if doubles else base


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    table = {}
    for line in _lines("irregular.txt"):
        base, simple, perfect = line.split()
        table[base] = (tuple(simple.split("/")), tuple(perfect.split("/")))
    return table


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for line in _lines("verbs.txt"):
        kind, _, bases = line.partition(": ")
        classes[kind] = classes.get(kind, frozenset()) | frozenset(bases.split())
    return classes


def _lines(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
