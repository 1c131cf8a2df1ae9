"""Chooses which rewrites of a draft are shown: the likeliest to be posted that pass the gate and differ."""

from collections import Counter
from collections.abc import Callable, Iterator

from nlp import gate
from nlp.blanks import BLANK, spans_in
from nlp.inventions import QUOTATION, Known
from nlp.moves import Material, Move, Rewrite, glue, ranked
from nlp.moves._wording import opening
from nlp.review import Context, Suggestion

BARS = (0.05, 0.15, 0.55)
"""How likely its writer must be to post the first, the second and any further suggestion."""
MOST_OF_A_MOVE = 2
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
        self._kinds: Counter[tuple[str, ...] | str] = Counter()

    def suggestions(self) -> Iterator[Suggestion]:
        """What passes, the likeliest to be posted first."""
        for chance, move, rewrite in ranked(self._material):
            if self._left <= 0 or chance < BARS[min(len(self._whole), len(BARS) - 1)]:
                return
            if self._is_of_a_new_kind(move, rewrite) and self._passes(rewrite):
                self._take(move, rewrite)
                yield Suggestion(
                    move=move.name, text=rewrite.text, blanks=spans_in(rewrite.text), why=move.why
                )

    def _is_of_a_new_kind(self, move: Move, rewrite: Rewrite) -> bool:
        return not self._kinds[rewrite.wordings] and self._kinds[move.name] < MOST_OF_A_MOVE

    def _passes(self, rewrite: Rewrite) -> bool:
        if not (self._is_new(rewrite) and self._is_clean(rewrite.text)):
            return False
        self._left -= 1
        return self._contributes(gate.filled(rewrite.text))

    def _is_clean(self, text: str) -> bool:
        return gate.may_be_shown(text, self._material.draft, self._site, self._known)

    def _is_new(self, rewrite: Rewrite) -> bool:
        """Whether it differs from draft and siblings, also in its beginning and in what it asks for."""
        added = self._added(rewrite.text)
        if opening(added) in self._openings or gate.repeats(added, self._shown):
            return False
        if rewrite.place in self._taken and QUOTATION.search(added):
            return False
        asked_for = _asked_for(added)
        if rewrite.about is None and asked_for and asked_for in self._asked_for:
            return False
        return not gate.repeats(rewrite.text, self._whole)

    def _added(self, text: str) -> str:
        """What a rewrite adds to the sentences that stay in all of them."""
        return text.removeprefix(self._kept).strip()

    def _take(self, move: Move, rewrite: Rewrite) -> None:
        self._kinds.update((rewrite.wordings, move.name))
        self._whole.append(rewrite.text)
        self._shown.append(self._added(rewrite.text))
        self._openings.add(opening(self._added(rewrite.text)))
        self._asked_for.append(_asked_for(self._added(rewrite.text)))
        if rewrite.place is not None:
            self._taken.add(rewrite.place)


def _asked_for(text: str) -> set[str]:
    """What its blanks ask the writer for."""
    return set(BLANK.findall(text))
