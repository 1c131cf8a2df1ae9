"""How likely a rewrite gets posted, by weights that were learnt from readings."""

import json
from collections.abc import Callable

from nlp.moves import Material, moves, ranked
from nlp.moves._appeal import WEIGHTS
from nlp.moves._kinds import kinds

Gathered = Callable[..., Material]


def chances(material: Material) -> dict[str, float]:
    return {rewrite.text: chance for chance, _, rewrite in ranked(material)}


def test_the_likeliest_come_first(material: Gathered) -> None:
    found = list(chances(material("Great post!", answering="We moved our queue to Postgres.")).values())
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.5


def test_the_advertised_link_is_left_out_under_a_song(material: Gathered) -> None:
    best = list(chances(material("make money now http://win.example.net/x", title="Adele - Hello")))[:3]
    assert not any("win.example" in text for text in best)


def test_a_reason_fits_praise_and_not_a_greeting(material: Gathered) -> None:
    found = chances(material("Lovely song", title="Adele - Hello"))
    praise = found["Lovely song, because [… why]"]
    greeting = chances(material("Merry xmas to all", title="Adele - Hello"))
    assert praise > 0.5
    assert not any(text.startswith("Merry xmas to all, ") for text in greeting)


def test_what_takes_up_nothing_of_the_draft_is_less_likely_than_what_goes_on_from_it(
    material: Gathered,
) -> None:
    found = chances(material("This dance is the best part of it", title="Adele - Hello"))
    own = max(chance for text, chance in found.items() if text.startswith("This dance"))
    assert own > max(chance for text, chance in found.items() if "sound a bit like" in text)


def test_weights_belong_to_moves_and_kinds_that_there_are() -> None:
    names = {move.name for move in moves()}
    known = {"", *names} | {f"{name} {kind}" for name in names for kind in kinds().values()}
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    strangers = weights.keys() - known
    assert not strangers, f"Learn them again (`python -m nlp.training.appeal`): {sorted(strangers)}"
    assert all(abs(value) < 10 for table in weights.values() for value in table.values())
