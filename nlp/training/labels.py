"""The labels that the network chooses from, counted in the treebanks."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from nlp.training.units import Token, Unit

RARE = 3  # a label seen less often is not learnt
NONE = -1  # no label to learn from
TABLED = ("ADJ", "ADV", "AUX", "NOUN", "VERB")  # parts of speech whose lemmas are kept in a table
UNANIMOUS = 0.9


@dataclass
class Labels:
    """Tags (`UPOS`, `XPOS` and features in one), dependency relations, and lemma rules."""

    tags: list[str] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = {
            kind: {label: number for number, label in enumerate(labels)}
            for kind, labels in asdict(self).items()
        }

    def number(self, kind: str, label: str) -> int:
        """The number of a label, or `NONE`."""
        return self._numbers[kind].get(label, NONE)

    def save(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


def tag_of(token: Token) -> str:
    """Universal tag, Penn tag and features as one label."""
    return f"{token.upos} {token.xpos} {token.feats}"


def count_labels(units: Iterable[Unit]) -> Labels:
    """The labels of the training sentences that are not rare, most frequent first."""
    tags: Counter[str] = Counter()
    deprels: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    for unit in units:
        for token in unit:
            tags[tag_of(token)] += 1
            deprels[token.deprel] += 1
            lemmas[token.rule] += 1
    # What people put into posts, and the treebanks hardly have.
    for tag in ("X ADD _", "SYM NFP _", "PROPN NNP Number=Sing"):
        tags[tag] = max(tags[tag], RARE)
    counters = (tags, deprels, lemmas)
    return Labels(
        *([label for label, count in counter.most_common() if count >= RARE] for counter in counters)
    )


def known_lemmas(units: Iterable[Unit]) -> dict[str, dict[str, str]]:
    """The lemma of each form of a part of speech that was seen twice with it and hardly ever with another."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for unit in units:
        for token in unit:
            if token.upos in TABLED:
                counts.setdefault((token.upos, token.form.lower()), Counter())[token.lemma] += 1
    known: dict[str, dict[str, str]] = {upos: {} for upos in TABLED}
    for (upos, form), lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count > 1 and count > UNANIMOUS * lemmas.total():
            known[upos][form] = lemma
    return known
