"""An imported post: the same id whenever it is read, clean words, and no address that leads nowhere."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from agent.importers import ImportedPost, LeftOut
from agent.importers._record import misshapen
from agent.schemas.engagement import Count, Counts

WHEN = datetime(2024, 3, 5, 14, 2, 11, tzinfo=UTC)


def post(**more: object) -> ImportedPost:
    return ImportedPost.model_validate(
        {"site": "x", "text": "hello", "posted_at": WHEN, "kind": "post"} | more
    )


def test_the_site_s_own_id_decides_whatever_else_changes() -> None:
    assert post(source_id="1").id == post(source_id="1", text="edited", permalink="https://x.com/1").id
    assert post(source_id="1").id != post(source_id="2").id
    assert post(source_id="1").id != post(source_id="1", site="mastodon").id


def test_without_an_id_the_address_decides_and_else_moment_and_words() -> None:
    assert post(permalink="https://a.example/1").id == post(permalink="https://a.example/1", text="edited").id
    assert post().id == post().id
    assert post().id != post(text="else").id
    assert post().id != post(posted_at=WHEN.replace(second=12)).id


def test_ids_stay_the_same_in_every_version() -> None:
    assert str(post(source_id="1765012345678900001").id) == "79e643a6-224c-5d33-afa7-3c193abfb5bc"


def test_words_are_clean_and_never_empty() -> None:
    assert post(text=" a\r\nb\x00 ").text == "a\nb"
    with pytest.raises(ValidationError):
        post(text=" \n ")


def test_an_address_that_leads_nowhere_is_unknown() -> None:
    for address in ("javascript:alert(1)", "/relative", "https://", "https://a b", "", 7):
        assert post(permalink=address).permalink is None
    assert post(permalink="https://a.example/ü").permalink == "https://a.example/ü"


def test_long_names_and_titles_are_cut_and_empty_ones_unknown() -> None:
    long = post(parent_author="n" * 500, thread_title="t\n" * 2_000)
    assert len(long.parent_author or "") == 300
    assert len(long.thread_title or "") == 1_000
    assert post(parent_author=" ").parent_author is None


def test_counts_are_unknown_until_told() -> None:
    assert post().counts == Counts()
    assert not Counts().known
    assert Counts(likes=Count(value=0)).known


def test_a_problem_names_what_is_wrong_in_one_sentence_without_the_words_of_the_post() -> None:
    with pytest.raises(ValidationError) as error:
        post(text="secret" * 20_000)
    problem = misshapen("a.json, record 3", error.value)
    assert problem.sentence.startswith("Left out, since text can't be read: ")
    assert "secret" not in problem.sentence
    assert problem.sentence.endswith(".")


def test_every_reason_to_leave_out_is_told_in_a_sentence() -> None:
    for why in LeftOut.model_fields["why"].annotation.__args__:  # type: ignore[union-attr]
        assert LeftOut(why=why, where="x").sentence.endswith("."), (
            f"_record.py: say in a sentence what {why} means."
        )
