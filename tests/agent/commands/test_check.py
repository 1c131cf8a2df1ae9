"""`check`: a draft from a file or a pipe, an answer for a person or a script, an exit code for a queue."""

import json
from pathlib import Path

import pytest

import nlp
from agent.services.settings import Settings
from agent.store import Log
from tests.agent.command_line import Done, Run

FINE = "We hit the same wall at 40 builds a day: the cache key was wrong. Which store do you use for it?"
FLAGGED = "Great post!"


@pytest.fixture
def check(run: Run, tmp_path: Path) -> Run:
    """Runs `check` with no log, unless told otherwise."""

    def check(*arguments: str, typed: str | bytes = b"", data_dir: Path = tmp_path / "none") -> Done:
        typed = typed.encode() if isinstance(typed, str) else typed
        return run("check", *arguments, "--data-dir", str(data_dir), typed=typed)

    return check


def test_a_draft_that_brings_something_ends_with_0(check: Run) -> None:
    done = check("-", typed=FINE)
    assert done.code == 0
    assert "contributes" in done.stdout
    assert done.stderr == ""


def test_a_flagged_draft_ends_with_1_and_says_why_and_what_else(check: Run) -> None:
    done = check(typed=FLAGGED)
    assert done.code == 1
    for word in ("me_too", "praise", "“Great", "Suggestion 1", "[…"):
        assert word in done.stdout


def test_a_file_is_read_like_a_pipe(check: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"\xef\xbb\xbf" + FLAGGED.encode() + b"\r\n")
    assert check(str(draft)).stdout == check("-", typed=FLAGGED).stdout


def test_what_it_answers_counts(check: Run, reviewer: nlp.Reviewer) -> None:
    parent = "Which port does it listen on?"
    shown = check("--answering", parent, "--json", typed=FLAGGED)
    expected = reviewer.review(FLAGGED, nlp.Context(parent_text=parent))
    assert json.loads(shown.stdout) == expected.model_dump(mode="json")


def test_a_suggestion_with_open_blanks_is_not_finished(check: Run, reviewer: nlp.Reviewer) -> None:
    suggestion = reviewer.review(FLAGGED).suggestions[0]
    assert suggestion.blanks
    assert check(typed=suggestion.text).code == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (b"", "the draft is empty"),
        (b" \n\t\n", "the draft is empty"),
        (b"caf\xe9", "not a text in UTF-8"),
        (b"a" * 100_001, "too long"),
        ("😀".encode() * 50_001, "too long"),
    ],
)
def test_what_can_not_be_read_ends_with_2(check: Run, typed: bytes, said: str) -> None:
    done = check(typed=typed)
    assert done.code == 2
    assert said in done.stderr


def test_what_it_answers_is_read_as_carefully(check: Run) -> None:
    assert check("--answering", "", typed=FLAGGED).code == 1
    for answering in ("caf\udce9", "a" * 100_001):
        done = check("--answering", answering, typed=FLAGGED)
        assert (done.code, "This" in done.stderr) == (2, True)


def test_it_makes_no_log_for_a_mere_question(check: Run, tmp_path: Path) -> None:
    check(typed=FLAGGED, data_dir=tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_it_keeps_to_the_settings_of_the_log(check: Run, log: Log) -> None:
    Settings(log).set("suggestions_shown", 0)
    assert "Suggestion" in check(typed=FLAGGED).stdout
    assert "Suggestion" not in check(typed=FLAGGED, data_dir=log.path.parent).stdout


@pytest.mark.parametrize("stored", ["{", '"merciless"'])
def test_a_damaged_setting_is_said_in_a_sentence(check: Run, log: Log, stored: str) -> None:
    with log.writing() as db:
        db.execute("INSERT INTO settings VALUES ('strictness', ?)", [stored])
    done = check(typed=FLAGGED, data_dir=log.path.parent)
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr.startswith("The setting strictness in ")


def test_a_draft_can_not_command_the_terminal(check: Run) -> None:
    shown = check(typed="Great\x1b[2J post!\x9b31m").stdout
    assert "\x1b" not in shown
    assert "\x9b" not in shown
