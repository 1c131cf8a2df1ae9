"""Posts as training text: their lines, with what the teacher reads in them in place of an annotator's labels.

The teacher's doubts are kept: of each token's head, tag and relation the likeliest choices with their
chances, from which the student learns more than from the best alone (Hinton, Vinyals and Dean 2015).
"""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray

from nlp.language import DraftLanguage, identify_language
from nlp.language.syntax_pipe import CLOSES_SENTENCE
from nlp.language.tokenizer import SocialEnglish
from nlp.training.batches import Batch, batched, spellings, within_sentences
from nlp.training.labels import NONE
from nlp.training.styles import Style
from nlp.training.teacher import Teacher, TeacherTensors
from nlp.training.units import LONGEST, Token, Unit

LEARNT = ("arcs", "tags", "deprels")  # not lemmas: the teacher, which reads no capitals, is worse at them
SHORTEST = 4  # tokens in a line that is worth reading
TOKENS_AT_ONCE = 3000
CHOICES = 4
ROOT = -1
Arrays = dict[str, NDArray[np.generic]]


@dataclass
class Reading:
    """A line of a post as the teacher reads it.

    `arrays` has, a line per token: `starts`, the chance that a sentence begins; `heads`, the likeliest head
    (`ROOT` for none); and for `arcs`, `tags` and `deprels` choices and `…_chances`.
    """

    forms: list[str]
    glued: list[bool]
    arrays: Arrays

    def __len__(self) -> int:
        """Tokens."""
        return len(self.forms)

    def tokens(self) -> Unit:
        """The line without what was read in it."""
        return [
            Token(form, "", "", "", "", "", glued) for form, glued in zip(self.forms, self.glued, strict=True)
        ]

    def typed(self, styles: Iterable[tuple[Style, float]], rng: random.Random) -> "Reading":
        """The same reading of the line in other letters; the styles may neither add nor take tokens."""
        unit = self.tokens()
        for style, share in styles:
            if rng.random() < share:
                unit = style(unit, rng)
        return replace(self, forms=[token.form for token in unit])


def lines_of_posts(path: Path, words: int, seed: int) -> Iterator[Unit]:
    """Lines of English posts, picked at random until there are so many words, as tokens without labels."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(row)["text"] for row in file]
    random.Random(seed).shuffle(texts)  # noqa: S311 - no secret
    tokenizer = SocialEnglish().tokenizer
    count = 0
    for text in texts:
        if count >= words:
            return
        if identify_language(text) is not DraftLanguage.ENGLISH:
            continue
        for line in text.splitlines():
            unit: Unit = []
            glued = False
            for token in tokenizer(line.strip()):
                if not token.is_space:
                    unit.append(Token(token.text, "", "", "", "", "", glued))
                glued = not token.is_space and not token.whitespace_
            for part in _parts(unit):
                if SHORTEST <= len(part) <= LONGEST:
                    count += len(part)
                    yield part


def _parts(unit: Unit) -> Iterator[Unit]:
    """A long line in pieces that end where a sentence may end."""
    part: Unit = []
    for token in unit:
        part.append(token)
        if len(part) > LONGEST // 2 and CLOSES_SENTENCE.fullmatch(token.form):
            yield part
            part = []
    if part:
        yield part


def read_lines(teacher: Teacher, tensors: TeacherTensors, units: list[Unit]) -> Iterator[Reading]:
    """What the teacher reads in each, not in the order of `units`."""
    teacher.eval()
    done = 0
    for batch in batched(units, TOKENS_AT_ONCE, random.Random(0)):  # noqa: S311
        with torch.inference_mode():
            found = _read(teacher, tensors.with_pieces(spellings(batch), batch))
        for line, unit in enumerate(batch):
            arrays = {name: array[line, : len(unit)] for name, array in found.items()}
            yield Reading([token.form for token in unit], [token.glued for token in unit], arrays)
        done += len(batch)
        click.echo(f"\r  {done / len(units):4.0%} of {len(units)} lines of posts read", nl=False)
    click.echo()


def _read(teacher: Teacher, batch: Batch) -> Arrays:
    vectors = teacher.encode(batch)
    mask = batch["mask"].bool()
    length = mask.shape[1]
    heads = torch.full(mask.shape, length)
    anywhere = within_sentences(torch.where(mask, 0, NONE))
    starts = teacher.heads(vectors, anywhere, heads).starts.sigmoid()
    sentences = torch.where(mask, (starts > 0.5).cumsum(1), NONE)
    allowed = within_sentences(sentences)
    scores = teacher.heads(vectors, allowed, heads)
    heads = scores.arcs.argmax(-1)
    scores.deprels = teacher.heads(vectors, allowed, heads).deprels
    found: Arrays = {"starts": starts.numpy().astype(np.float16), "heads": _places(heads, length)}
    for name in LEARNT:
        likeliest = getattr(scores, name).softmax(-1).topk(CHOICES)
        possible = torch.where(likeliest.values > 0, likeliest.indices, length if name == "arcs" else 0)
        found[name] = _places(possible, length if name == "arcs" else NONE)
        found[f"{name}_chances"] = likeliest.values.numpy().astype(np.float16)
    return found


def _places(numbers: torch.Tensor, root: int) -> NDArray[np.int16]:
    return torch.where(numbers == root, ROOT, numbers).numpy().astype(np.int16)


def save_readings(readings: Iterable[Reading], path: Path) -> None:
    """Write readings to an .npz file."""
    kept = list(readings)
    arrays = {name: np.concatenate([reading.arrays[name] for reading in kept]) for name in kept[0].arrays}
    forms = "\n".join(form for reading in kept for form in reading.forms).encode()
    glued = np.concatenate([reading.glued for reading in kept])
    unfinished = path.with_suffix(".part.npz")
    np.savez(
        unfinished,
        forms=np.frombuffer(forms, dtype=np.uint8),
        glued=glued,
        lengths=np.array([len(reading) for reading in kept]),
        **arrays,
    )
    unfinished.replace(path)


def load_readings(path: Path) -> list[Reading]:
    """Read what `save_readings` wrote."""
    stored = dict(np.load(path))
    forms = stored.pop("forms").tobytes().decode().split("\n")
    glued = stored.pop("glued").tolist()
    ends = np.cumsum(stored.pop("lengths")).tolist()
    return [
        Reading(
            forms[start:end], glued[start:end], {name: array[start:end] for name, array in stored.items()}
        )
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def as_tensors(readings: list[Reading]) -> Batch:
    """What `nlp.training.batches.as_tensors` makes of treebank units, for readings."""
    batch = spellings([reading.tokens() for reading in readings])
    length = batch["mask"].shape[1]
    for name in readings[0].arrays:
        lines = [torch.from_numpy(reading.arrays[name]) for reading in readings]
        padded = torch.nn.utils.rnn.pad_sequence(lines, batch_first=True)
        batch[name] = padded.float() if padded.is_floating_point() else padded.long()
    batch["lemmas"] = torch.zeros_like(batch["tags"])
    batch["lemmas_chances"] = torch.zeros_like(batch["tags_chances"])
    padding = batch["mask"] == 0
    batch["heads"] = batch["heads"].masked_fill((batch["heads"] == ROOT) | padding, length)
    batch["arcs"] = batch["arcs"].masked_fill(batch["arcs"] == ROOT, length)
    # The first token of a line begins a sentence, whatever the teacher thinks.
    sentences = (batch["starts"] > 0.5).cumsum(1)
    batch["allowed"] = within_sentences(sentences.masked_fill(padding, NONE))
    return batch
