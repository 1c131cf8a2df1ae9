"""Chooses which rewrites of a draft are shown: the likeliest to be posted that pass the gate and differ."""

import zlib
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
ENOUGH = 2
"""Suggestions from which no second one of the same move is shown that takes up nothing by name."""
CHEAP_HINTS = frozenset(("[… why]", "[… one thing]", "[… the other]"))
"""Blanks that many rewrites share and that make no two of them alike."""
MOST_REVIEWED = 9
"""Rewrites of a draft that are reviewed in all, so that a stubborn draft costs no more than others."""
CLOSE = 0.8
"""How likely a wording must be, beside the likeliest of its kind, to take its place."""

Weighed = tuple[float, Move, Rewrite]


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
        self._asked_for: list[frozenset[str]] = []
        self._taken: set[int] = set()
        self._kinds: Counter[tuple[str, ...] | str] = Counter()
        self._open: Counter[str] = Counter()

    def suggestions(self) -> Iterator[Suggestion]:
        """What passes, the likeliest to be posted first."""
        found = _in_turn(ranked(self._material), self._material.draft)
        aside: list[Weighed] = []
        for chance, move, rewrite in found:
            if self._is_open(rewrite) and self._open[move.name]:
                aside.append((chance, move, rewrite))
            elif self._may_be_taken(chance, move, rewrite):
                yield self._taken_in(move, rewrite)
        for chance, move, rewrite in aside:
            if len(self._whole) < ENOUGH and self._may_be_taken(chance, move, rewrite):
                yield self._taken_in(move, rewrite)

    def _may_be_taken(self, chance: float, move: Move, rewrite: Rewrite) -> bool:
        if self._left <= 0 or chance < BARS[min(len(self._whole), len(BARS) - 1)]:
            return False
        return self._is_of_a_new_kind(move, rewrite) and self._passes(rewrite)

    def _is_open(self, rewrite: Rewrite) -> bool:
        """Whether it takes up nothing by name, so that the writer has to say what is meant."""
        return rewrite.about is None and bool(BLANK.search(rewrite.text))

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
        if rewrite.about is None and any(map(_asked_for(rewrite.text).intersection, self._asked_for)):
            return False
        return not gate.repeats(rewrite.text, self._whole)

    def _added(self, text: str) -> str:
        """What a rewrite adds to the sentences that stay in all of them."""
        return text.removeprefix(self._kept).strip()

    def _taken_in(self, move: Move, rewrite: Rewrite) -> Suggestion:
        self._kinds.update((rewrite.wordings, move.name))
        self._open[move.name] += self._is_open(rewrite)
        self._whole.append(rewrite.text)
        self._shown.append(self._added(rewrite.text))
        self._openings.add(opening(self._added(rewrite.text)))
        if rewrite.about is None:
            self._asked_for.append(_asked_for(rewrite.text))
        if rewrite.place is not None:
            self._taken.add(rewrite.place)
        return Suggestion(move=move.name, text=rewrite.text, blanks=spans_in(rewrite.text), why=move.why)


def _in_turn(found: list[Weighed], draft: str) -> list[Weighed]:
    """The same with another first wording of each kind, where several are about as likely.

    The draft and the kind decide which, so that not every draft is gone on from in the same words.
    """
    groups: dict[tuple[tuple[str, ...], int | None], list[int]] = {}
    for place, (_, _, rewrite) in enumerate(found):
        groups.setdefault((rewrite.wordings, rewrite.place), []).append(place)
    turned = list(found)
    for (wordings, _), places in groups.items():
        near = [place for place in places if found[place][0] >= CLOSE * found[places[0]][0]]
        picked = near[zlib.crc32(f"{draft}\n{wordings[0]}".encode("utf-8", "replace")) % len(near)]
        turned[near[0]], turned[picked] = found[picked], found[near[0]]
    return turned


def _asked_for(text: str) -> frozenset[str]:
    """What its blanks ask the writer for, beside reasons."""
    return frozenset(BLANK.findall(text)) - CHEAP_HINTS
