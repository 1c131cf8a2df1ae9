"""`import` on the command line: what came of it, or one sentence where nothing can be read."""

from pathlib import Path

from agent.only_one import announce, only_agent
from agent.store.folder import prepare
from tests.agent.command_line import Run
from tests.agent.importers import test_linkedin, test_wordpress, test_x
from tests.agent.importers.exports import as_csv, zipped


def test_it_says_what_was_imported_left_out_and_not_read(run: Run, tmp_path: Path) -> None:
    done = run("import", str(zipped(tmp_path, test_linkedin.SAMPLE)), "--data-dir", str(tmp_path / "data"))
    lines = done.stdout.splitlines()
    assert done.code == 0
    assert lines[0] == "LinkedIn: 4 posts imported, 0 known already."
    assert "Left out: 1. It repeats somebody else's post without a word added." in lines
    assert "Problems: 1 have no date. For example:" in lines
    assert any(line.startswith("  Comments_155800000.csv, line 5: LinkedIn left out when") for line in lines)
    assert "-m agent serve" in lines[-1]


def test_it_does_not_say_to_start_a_pitch_in_that_runs(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    prepare(data)
    with only_agent(data):
        announce(data, "http://127.0.0.1:8642")
        done = run("import", str(zipped(tmp_path, test_linkedin.SAMPLE)), "--data-dir", str(data))
    last = done.stdout.splitlines()[-1]
    assert "4 posts imported" in done.stdout
    assert "-m agent serve" not in done.stdout
    assert last == "Pitch In runs at http://127.0.0.1:8642: it begins to review them within a minute."


def test_a_second_time_brings_nothing_new(run: Run, tmp_path: Path) -> None:
    line = ("import", str(zipped(tmp_path, test_x.SAMPLE)), "--data-dir", str(tmp_path / "data"))
    assert run(*line).stdout.splitlines()[1] == "What came back is known for 3 posts."
    assert run(*line).stdout.splitlines()[0] == "X (Twitter): 0 posts imported, 3 known already."
    listed = run("history", "--data-dir", str(tmp_path / "data"))
    assert len(listed.stdout.splitlines()) == 3


def test_what_is_no_export_ends_with_a_sentence_and_makes_no_log(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.zip", zipped(tmp_path, {"a.txt": "hello"})):
        done = run("import", str(path), "--data-dir", str(tmp_path / "data"))
        assert (done.code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert not (tmp_path / "data").exists()


def test_questions_are_answered_by_options(run: Run, tmp_path: Path) -> None:
    shared = {
        "site.xml": test_wordpress.export(
            test_wordpress.item("a"), test_wordpress.item("b", author="pine"), authors=("otter", "pine")
        )
    }
    line = ("import", str(zipped(tmp_path, shared)), "--data-dir", str(tmp_path / "data"))
    asked = run(*line)
    assert asked.code == 1
    assert "say which of them you are" in asked.stdout
    assert "Answer with --me NAME" in asked.stdout
    assert run(*line, "--me", "pine").stdout.startswith("WordPress: 1 post imported")


def test_a_table_is_read_by_the_columns_that_the_person_names(run: Run, tmp_path: Path) -> None:
    table = zipped(tmp_path, {"t.csv": as_csv("Beitrag,Wann", "Hallo,2024-05-01")})
    line = ("import", str(table), "--data-dir", str(tmp_path / "data"))
    done = run(*line, "--site", "threads", "--column", "text=Beitrag", "--column", "date=Wann")
    assert done.stdout.startswith("a table (CSV): 1 post imported")
    wrong = run(*line, "--column", "Beitrag")
    assert (wrong.code, "fact=name of the column" in wrong.stderr) == (2, True)


def test_a_column_of_what_no_table_tells_is_refused_with_those_that_can_be_told(
    run: Run, tmp_path: Path
) -> None:
    table = zipped(tmp_path, {"t.csv": as_csv("text,date,site", "Hallo,2024-05-01,x")})
    wrong = run("import", str(table), "--data-dir", str(tmp_path / "data"), "--column", "foo=b")
    assert (wrong.code, "“foo”" in wrong.stderr, "text, date, permalink" in wrong.stderr) == (2, True, True)
    assert not (tmp_path / "data").exists()


def test_names_in_an_archive_are_shown_not_obeyed(run: Run, tmp_path: Path) -> None:
    files = {**test_x.SAMPLE, "\x1b[2J/tweets-part3.js": "window.YTD.tweets.part3 = [7]"}
    done = run("import", str(zipped(tmp_path, files)), "--data-dir", str(tmp_path / "data"))
    assert "\x1b" not in done.stdout
    assert "[2J/tweets-part3.js, record 1" in done.stdout
