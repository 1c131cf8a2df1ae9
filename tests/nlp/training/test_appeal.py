"""What was read of rewrites, from which their appeal is learnt."""

import re

from nlp.moves._kinds import kinds
from nlp.training.appeal.readings import read_drafts


def test_thousands_of_rewrites_were_read_and_many_would_not_be_posted() -> None:
    said = [reading.yes for draft in read_drafts() for reading in draft.readings]
    assert len(said) > 3_000
    assert 0.25 < sum(said) / len(said) < 0.75


def test_what_was_read_is_what_the_moves_still_write() -> None:
    by_name: dict[str, set[str]] = {}
    for wordings, kind in kinds().items():
        by_name.setdefault(kind, set()).update(wordings)
    read = {(each.kind, each.wording) for draft in read_drafts() for each in draft.readings}
    gone = [(kind, wording) for kind, wording in read if wording not in by_name.get(kind, ())]
    assert not gone, "Take these out of readings.json and learn again."


def test_readings_hold_ids_and_traits_and_no_text_of_a_post() -> None:
    for draft in read_drafts():
        assert re.fullmatch(r"[\w:@./-]+|\w+, \w+", draft.post), draft.post
        assert all(len(trait) < 60 for trait in draft.traits)
