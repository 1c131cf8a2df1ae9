"""How well nearly the same text is known again: after edits people make, and beside texts that look alike.

Texts are made of words as frequent as words are, or read from a file, a text a line. Each is edited in every
way of `EDITS` and of `LOOKALIKES`, and looked for in the log as a draft is.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import click

from agent.services import Services
from agent.store import Log
from tests.agent.calls import new_id

FEWEST_FOUND = 0.95
MOST_WRONG = 0.01
_SYLLABLES = [f"{first}{second}" for first in "bdfgklmnprstvz" for second in ("a", "e", "i", "or", "un")]
_WORDS = [first + second for first in ("", *_SYLLABLES) for second in _SYLLABLES]
_FREQUENCIES = [1 / (rank + 2) for rank in range(len(_WORDS))]
"""As Zipf found: a few words make up half of all that is said."""
_MOMENT = "2026-01-01T00:00:00.000Z"

Edit = Callable[[str, Random], str]


def _one_word(text: str, chance: Random) -> str:
    said = text.split()
    said[chance.randrange(len(said))] = "something"
    return " ".join(said)


def _typo(text: str, chance: Random) -> str:
    at = chance.randrange(1, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _sentences_moved(text: str, _: Random) -> str:
    first, dot, rest = text.partition(". ")
    return f"{rest} {first}{dot}".strip() if rest else text


EDITS: dict[str, Edit] = {
    "as it was": lambda text, _: text,
    "another address": lambda text, _: f"{text} https://blog.example/a?utm_source=x",
    "a name before": lambda text, _: f"@maria {text}",
    "hashtags after": lambda text, _: f"{text} #builds #cache",
    "a greeting before": lambda text, _: f"Hi all! {text}",
    "thanks after": lambda text, _: f"{text} Thanks!",
    "capitals and marks": lambda text, _: text.upper().replace(".", "!!"),
    "a word changed": _one_word,
    "two words changed": lambda text, chance: _one_word(_one_word(text, chance), chance),
    "three typos": lambda text, chance: _typo(_typo(_typo(text, chance), chance), chance),
    "sentences moved": _sentences_moved,
    "an emoji in front": lambda text, _: f"🎉 {text}",
}


def _same_beginning(text: str, chance: Random) -> str:
    said = text.split()
    return " ".join(said[: len(said) // 2]) + " " + _post(chance)


LOOKALIKES: dict[str, Edit] = {
    "the same beginning": _same_beginning,
    "the first half alone": lambda text, _: " ".join(text.split()[: len(text.split()) // 2]),
    "the same twice as long": lambda text, chance: f"{text} {_post(chance)} {_post(chance)}",
}


def _post(chance: Random) -> str:
    """Three sentences of made-up words."""
    drawn = iter(chance.choices(_WORDS, _FREQUENCIES, k=60))
    sentences = ([next(drawn) for _ in range(chance.randint(6, 18))] for _ in range(3))
    return " ".join(f"{' '.join(sentence).capitalize()}." for sentence in sentences)


def share_found(services: Services, texts: list[str], change: Edit, chance: Random) -> float:
    """How many of these texts are known again after a change."""
    return statistics.fmean(bool(services.earlier.same_text(change(text, chance))) for text in texts)


def fill(services: Services, texts: list[str]) -> None:
    """Log texts, and keep their hashes."""
    with services.log.writing() as db:
        rows = ({"id": new_id(), "text": text, "posted_at": _MOMENT, "logged_at": _MOMENT} for text in texts)
        db.table("posts").insert_all(rows)
    while services.earlier.catch_up():
        pass


@click.command()
@click.option("--posts", default=20_000, show_default=True, help="Half of them in the log.")
@click.option("--tried", default=300, show_default=True, help="Texts that are edited in every way.")
@click.option("--texts", "file", type=click.Path(path_type=Path), help="Other texts, one a line.")
def main(posts: int, tried: int, file: Path | None) -> None:
    """Measure."""
    chance = Random(3)  # noqa: S311 (nothing secret)
    texts = [_post(chance) for _ in range(posts)] if file is None else _lines(file)[:posts]
    # Half of the texts stay out of the log, to be looked for in vain.
    known, others = texts[::2], texts[1::2]
    with tempfile.TemporaryDirectory() as folder, closing(Log(Path(folder))) as log:
        services = Services.on(log, "")
        begun = time.process_time()
        fill(services, known)
        each = 1e6 * (time.process_time() - begun) / len(known)
        click.echo(f"{len(known):,} posts in the log, {each:.0f} µs each to log it and keep its hashes")
        some = chance.sample(known, min(tried, len(known)))
        found = {name: share_found(services, some, edit, chance) for name, edit in EDITS.items()}
        wrong = {name: share_found(services, some, edit, chance) for name, edit in LOOKALIKES.items()}
        wrong["another text"] = share_found(services, others[:tried], EDITS["as it was"], chance)
    for name, share in found.items():
        click.echo(f"  found after “{name}”: {share:.1%}")
    for name, share in wrong.items():
        click.echo(f"  wrongly found, “{name}”: {share:.1%}")
    recall, false = statistics.fmean(found.values()), statistics.fmean(wrong.values())
    click.echo(
        f"recall {recall:.1%} (at least {FEWEST_FOUND:.0%}), wrong {false:.1%} (at most {MOST_WRONG:.0%})"
    )
    sys.exit(recall < FEWEST_FOUND or false > MOST_WRONG)


def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(line for line in lines if len(line.split()) >= 8))


if __name__ == "__main__":
    main()
