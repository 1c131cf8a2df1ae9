"""Chooses which rewrites of a draft are shown: the best of each move that pass the gate and differ."""

from collections.abc import Callable, Iterator

from nlp import gate
from nlp.blanks import BLANK, spans_in
from nlp.inventions import QUOTATION, Known
from nlp.moves import Material, Move, Rewrite, glue, rewrites
from nlp.moves._wording import opening
from nlp.review import Context, Suggestion

TRIES = 3
"""Rewrites of a move that are reviewed before the next move has its turn."""
ENOUGH = 2
"""Suggestions from which no line is added that would fit under any post."""
MOST_REVIEWED = 9
"""Rewrites of a draft that are reviewed in all, so that a stubborn draft costs no more than others."""


class Choice:
    """The suggestions for one draft. `contributes` says whether a text in the draft's place does."""

    def __init__(self, material: Material, context: Context, contributes: Callable[[str], bool]) -> None:
        self._material = material
        self._site = context.site
        self._known = Known(material.draft, context, glue())
        self._contributes = contributes
        self._left = MOST_REVIEWED
        self._kept = material.stays
        self._shown = [material.draft]
        self._whole: list[str] = []
        self._openings: set[str] = set()
        self._asked_for: list[set[str]] = []
        self._taken: set[int] = set()

    def suggestions(self) -> Iterator[Suggestion]:
        """What passes, best first: each move once, then once more each; last what would fit anywhere."""
        offered = []
        for move, made in rewrites(self._material):  # the worse moves make theirs only where they are needed
            offered.append((move, made))
            yield from self._made_by(move, made, self._fits_here)
        for move, made in offered:
            yield from self._made_by(move, made, self._fits_here)
        for move, made in offered:
            if len(self._whole) < ENOUGH:
                yield from self._made_by(move, made, self._is_new)

    def _made_by(
        self, move: Move, made: tuple[Rewrite, ...], fits: Callable[[Rewrite], bool]
    ) -> Iterator[Suggestion]:
        if (text := self._best(made, fits)) is not None:
            yield Suggestion(move=move.name, text=text, blanks=spans_in(text), why=move.why)

    def _best(self, made: tuple[Rewrite, ...], fits: Callable[[Rewrite], bool]) -> str | None:
        """The first rewrite that fits and passes; one about something that no other takes up, if there is."""
        tries = TRIES
        for rewrite in sorted(made, key=lambda each: each.about in self._taken):
            if self._left <= 0 or tries <= 0:
                return None
            if not (fits(rewrite) and self._is_new(rewrite) and self._is_clean(rewrite.text)):
                continue
            self._left, tries = self._left - 1, tries - 1
            if self._contributes(gate.filled(rewrite.text)):
                self._take(rewrite)
                return rewrite.text
        return None

    def _fits_here(self, rewrite: Rewrite) -> bool:
        """Whether it takes up something of the draft or of what that answers."""
        return rewrite.about is not None or rewrite.apt or self._known.is_in(self._added(rewrite.text))

    def _is_clean(self, text: str) -> bool:
        return gate.may_be_shown(text, self._material.draft, self._site, self._known)

    def _is_new(self, rewrite: Rewrite) -> bool:
        """Whether it differs from draft and siblings, also in its beginning and in what it asks for."""
        added = self._added(rewrite.text)
        if opening(added) in self._openings or gate.repeats(added, self._shown):
            return False
        if rewrite.about in self._taken and QUOTATION.search(added):
            return False
        asked_for = _asked_for(added)
        if rewrite.about is None and asked_for and asked_for in self._asked_for:
            return False
        return not gate.repeats(rewrite.text, self._whole)

    def _added(self, text: str) -> str:
        """What a rewrite adds to the sentences that stay in all of them."""
        return text.removeprefix(self._kept).strip()

    def _take(self, rewrite: Rewrite) -> None:
        self._whole.append(rewrite.text)
        self._shown.append(self._added(rewrite.text))
        self._openings.add(opening(self._added(rewrite.text)))
        self._asked_for.append(_asked_for(self._added(rewrite.text)))
        if rewrite.about is not None:
            self._taken.add(rewrite.about)


def _asked_for(text: str) -> set[str]:
    """What its blanks ask the writer for."""
    return set(BLANK.findall(text))
