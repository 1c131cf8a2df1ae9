"""What there is to see of a draft, its parent and a rewrite that says how likely the rewrite gets posted."""

import re
from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.moves._material import SUBJECT, Material
from nlp.moves._phrases import (
    AGREES,
    CIVIL,
    DENIES,
    INTERJECTION,
    POINTS_BACK,
    PRAISES,
    STATING,
    THANKS,
    TROUBLE,
)
from nlp.moves._rewrite import Piece, Rewrite
from nlp.realising.deeds import Deed
from nlp.realising.matter import Matter
from nlp.realising.quotes import Quote
from nlp.realising.things import Thing
from nlp.text import WRITTEN_LINK

WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
REMARKS = {
    "states": STATING, "praises": PRAISES, "denies": DENIES, "is civil": CIVIL, "tells of trouble": TROUBLE,
    "is of me": re.compile(r"\b(?:i|me|my|we|i['\u2019]?m)\b", re.I),
    "is to you": re.compile(r"\b(?:you|your|u|ur)\b", re.I),
}  # fmt: skip
START, EARLY = 3, 25
"""Tokens up to which a piece stands at the start of its parent, or early in it."""
MANY = (1, 2, 4, 8, 16)
"""Up to how many words are counted alike."""


class Traits:
    """The traits of one draft, and of the rewrites that are made of it; each is a few words."""

    def __init__(self, material: Material) -> None:
        self._own = own_words(material.draft)
        self.of_draft = tuple(_of_draft(material, self._own))
        self._dropping = f"drops {_how_many(len(self._own))} own words"
        self._of_pieces: dict[int, tuple[str, ...]] = {}

    def of(self, rewrite: Rewrite) -> tuple[str, ...]:
        """What there is to see of one rewrite, beside its wording."""
        keeps = rewrite.before or "{own}" in rewrite.wording
        found = () if keeps else (self._dropping,)
        piece = rewrite.about
        if piece is None:
            return found
        if piece.start not in self._of_pieces:
            self._of_pieces[piece.start] = tuple(_of_piece(piece, self._own))
        return found + self._of_pieces[piece.start]


def _of_draft(material: Material, own: frozenset[str]) -> Iterator[str]:
    yield from (f"flag {name}" for name in sorted(material.flags))
    yield from (name for name, held in _stance(material).items() if held)
    yield from _of_what_stays(material)
    yield f"draft of {_how_many(len(WORD.findall(material.draft)))} words"
    yield f"{_how_many(len(own))} own words"
    parent = material.parent
    if parent is None:
        yield "no parent"
        return
    yield _kind(parent)
    spelled = [word.lower() for word in WORD.findall(parent.text)]
    yield f"parent of {_how_many(len(spelled) // 8)} times eight words"
    if TROUBLE.search(parent.text):
        yield "parent in trouble"
    if parent.titled and not parent.only_title:
        yield "parent under a title"
    if not own.isdisjoint(spelled):
        yield "draft shares words with its parent"


def _of_piece(piece: Piece, own: frozenset[str]) -> Iterator[str]:
    yield _where(piece)
    said = _said(piece)
    if said is None:
        return
    spelled = [word.lower() for word in WORD.findall(said)]
    yield f"about {_how_many(len(spelled))} words"
    if TROUBLE.search(said):
        yield "about trouble"
    if not own.isdisjoint(spelled):
        yield "about words of the draft"
    if isinstance(piece, Thing):
        named = "a name" if said[0].isupper() else "a thing"
        yield f"about {'a thing of theirs' if piece.owned else named}"
        yield "about a subject" if piece.worth >= SUBJECT else "about a side matter"
    if isinstance(piece, Quote) and piece.claims:
        yield "about a claim"
    if isinstance(piece, Deed):
        yield from (f"about something {kind}" for kind in sorted(piece.kinds))


def _where(piece: Piece) -> str:
    if piece.start < START:
        return "about the start"
    return "about early words" if piece.start < EARLY else "about late words"


def own_words(draft: str) -> frozenset[str]:
    """The words of a draft that say something of their own, in small letters."""
    spelled = (word.lower() for word in WORD.findall(WRITTEN_LINK.sub(" ", draft)))
    return frozenset(word for word in spelled if word not in STOP_WORDS and not _says_little(word))


def _says_little(word: str) -> bool:
    return bool(CIVIL.fullmatch(word) or AGREES.fullmatch(word) or INTERJECTION.fullmatch(word))


def _stance(material: Material) -> dict[str, bool]:
    return {
        "sells": material.selling, "has a link": bool(material.links), "only links": material.only_links,
        "has own thing": material.own_thing is not None, "agrees": material.agrees,
        "disagrees": material.disagrees, "asks": material.asks, "wishes": material.wishes,
        "has it too": material.has_it_too, "own thread": material.own_thread, "passes on": material.passes_on,
        "thanks": bool(THANKS.search(material.draft)),
    }  # fmt: skip


def _of_what_stays(material: Material) -> Iterator[str]:
    remark = material.remark
    if material.kept:
        yield "keeps a statement" if material.goes_on else "keeps a sentence"
        yield f"keeps {_how_many(len(WORD.findall(' '.join(material.kept))))} words"
    if remark is None:
        return
    yield f"remark of {_how_many(len(WORD.findall(remark)))} words"
    yield from (f"remark {name}" for name, form in REMARKS.items() if form.search(remark))
    if INTERJECTION.fullmatch(remark):
        yield "remark only calls out"
    if POINTS_BACK.match(remark):
        yield "remark points back"
    if material.bids:
        yield "remark bids"


def _kind(parent: Matter) -> str:
    if parent.question:
        return f"parent asks {parent.question.asks}"
    if parent.only_title:
        named = "work" if parent.work else "lesson" if parent.teaches or parent.skill else "headline"
        return f"title of a {named}"
    return (
        "parent tells a story"
        if parent.story
        else "parent is personal"
        if parent.personal
        else "parent explains"
    )


def _said(piece: object) -> str | None:
    for name in ("text", "past", "thing"):
        if isinstance(said := getattr(piece, name, None), str):
            return said
    return None


def _how_many(count: int) -> str:
    return next((f"up to {most}" for most in MANY if count <= most), "many") if count else "no"
