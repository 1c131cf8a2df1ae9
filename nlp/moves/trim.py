"""Trim: take the hype, the capitals, the begging, the tags and the link bait out of what is fine."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite

ALONE = ("",)
WITH_AN_EXAMPLE = ("For example, {example}.", "To make it plain: {example}.", "Take {example}.")

FRAME = "example plain"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """Where a draft has something in it that stands by itself."""
    return bool(material.trimmed)


def make(material: Material) -> Iterator[Rewrite]:
    """What is left, and what is left with an example; a link of the draft's own comes last."""
    left = " ".join(material.trimmed)
    link = f" {material.links[0]}" if material.links else ""
    yield from material.write(ALONE, before=left, after=link)
    yield from material.write(WITH_AN_EXAMPLE, before=left, after=link, example=blank("one example"))


move = Move(
    name="trim",
    frame=FRAME,
    why="It keeps what you have to say and leaves out what pushes.",
    fits=fits,
    make=make,
)
