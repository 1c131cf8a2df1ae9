"""`history`, `export`, `doctor` and `link` on a log, with the agent running or not."""

import json
import sqlite3
import stat
import zipfile
from pathlib import Path

import pytest
import requests

from agent.only_one import announce, only_agent
from agent.schemas.posts import NewPost, Post
from agent.services import Services
from tests.agent.calls import new_id, new_post
from tests.agent.command_line import Run
from tests.agent_process import RunningAgent


@pytest.fixture
def folder(services: Services) -> Path:
    """A data folder whose log holds two posts."""
    texts = ("Great post!", "How do you keep\x1b[2J the cache\nwarm?")
    for hour, text in enumerate(texts):
        put = new_post(text=text, posted_at=f"2026-11-25T0{hour}:30:00Z")
        services.posts.put(new_id(), NewPost.model_validate(put))
    return services.log.path.parent


def test_history_lists_posts_newest_first_a_line_each(run: Run, folder: Path) -> None:
    done = run("history", "--data-dir", str(folder))
    newer, older = done.stdout.splitlines()
    assert newer.startswith("2026-11-25 01:30Z  contributes  isso  How do you keep [2J the cache warm?")
    assert older.startswith("2026-11-25 00:30Z  me_too       isso  Great post!")


def test_history_finds_and_prints_json(run: Run, folder: Path) -> None:
    done = run("history", "--search", "cache", "--json", "--data-dir", str(folder))
    (line,) = done.stdout.splitlines()
    assert Post.model_validate_json(line).text.endswith("warm?")
    assert (
        run("history", "--search", "cache", "--best", "--json", "--data-dir", str(folder)).stdout
        == f"{line}\n"
    )
    assert "No post matches" in run("history", "--site", "x", "--data-dir", str(folder)).stdout


@pytest.mark.parametrize("words", [[], ["--search", " "]])
def test_history_says_that_nothing_matches_best_without_words(
    run: Run, folder: Path, words: list[str]
) -> None:
    done = run("history", "--best", *words, "--data-dir", str(folder))
    assert (done.code, done.stdout) == (2, "")
    assert "add --search WORDS" in done.stderr


def test_export_writes_a_schema_and_every_post(run: Run, folder: Path, services: Services) -> None:
    schema, *lines = map(json.loads, run("export", "--data-dir", str(folder)).stdout.splitlines())
    assert (schema["type"], schema["format"]) == ("schema", "pitch-in-log")
    posts = [line for line in lines if line["type"] == "posts"]
    assert [post["text"] for post in reversed(posts)] == [post.text for post in services.posts.search().items]


@pytest.mark.parametrize(("name", "start"), [("csv", "posted_at,"), ("html", "PK"), ("jsonl", '{"type"')])
def test_export_writes_what_is_asked_for(run: Run, folder: Path, name: str, start: str) -> None:
    done = run("export", "-", "--format", name, "--data-dir", str(folder))
    assert done.stdout.lstrip("\ufeff").startswith(start)
    assert run("export", "--format", "pdf", "--data-dir", str(folder)).code == 2


def test_export_writes_a_file_for_the_person_only_and_never_over_another(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "log.jsonl"
    done = run("export", str(file), "--data-dir", str(folder))
    assert (done.code, done.stdout) == (0, "")
    assert len(file.read_text().splitlines()) == 3
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
    again = run("export", str(file), "--data-dir", str(folder))
    assert (again.code, "exists already" in again.stderr) == (2, True)
    nowhere = run("export", str(tmp_path / "no" / "where"), "--data-dir", str(folder))
    assert (nowhere.code, "can't be written" in nowhere.stderr) == (2, True)


def test_a_web_archive_is_a_zip_by_its_name_and_says_where_to_begin(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    for name in ("mine.html", "mine"):
        wrong = run("export", "--format", "html", str(tmp_path / name), "--data-dir", str(folder))
        assert (wrong.code, wrong.stdout) == (2, "")
        assert "is a zip to unpack: call it mine.zip" in wrong.stderr
        assert not (tmp_path / name).exists()
    file = tmp_path / "mine.ZIP"
    done = run("export", "--format", "html", str(file), "--data-dir", str(folder))
    assert (done.code, done.stdout) == (0, "")
    assert f"The log is in {file}: unpack it, and open index.html first." in done.stderr
    with zipfile.ZipFile(file) as packed:
        assert "index.html" in packed.namelist()
    assert "index.html" in " ".join(run("export", "--help").stdout.split())


@pytest.mark.parametrize("command", ["history", "export", "link"])
def test_without_a_log_they_say_how_to_begin(run: Run, command: str, tmp_path: Path) -> None:
    done = run(command, "--data-dir", str(tmp_path / "none"))
    assert done.code == 2
    assert f'-m agent serve --data-dir "{tmp_path / "none"}"' in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_link_signs_in_to_the_running_agent_once(run: Run, shared_agent: RunningAgent) -> None:
    link = run("link", "--data-dir", str(shared_agent.data_dir)).stdout.strip()
    assert link.startswith(f"{shared_agent.address}/sign-in?token=")
    with requests.Session() as person, requests.Session() as stranger:
        person.get(link, timeout=30)
        stranger.get(link, timeout=30)
        assert person.get(f"{shared_agent.address}/history", timeout=30).status_code == 200
        assert stranger.get(f"{shared_agent.address}/history", timeout=30).status_code == 401


def test_the_doctor_finds_a_sound_installation_well(run: Run, shared_agent: RunningAgent) -> None:
    done = run("doctor", "--data-dir", str(shared_agent.data_dir))
    assert done.code == 0, done.stdout
    assert f"Pitch In answers at {shared_agent.address}" in done.stdout
    assert "The log is sound and holds 0 posts" in done.stdout
    assert "All is well." in done.stdout


def test_the_doctor_names_what_is_wrong(run: Run, folder: Path, services: Services) -> None:
    services.log.close()
    (folder / "pitch-in.db").chmod(0o644)
    pages = bytearray((folder / "pitch-in.db").read_bytes())
    pages[4096 * 2 : 4096 * 8] = bytes(4096 * 6)
    (folder / "pitch-in.db").write_bytes(pages)
    done = run("doctor", "--data-dir", str(folder))
    assert done.code == 1
    assert "Other users of this machine may open your data" in done.stdout
    assert "chmod go=" in done.stdout
    assert "put a backup in its place" in done.stdout
    assert "2 things to put right." in done.stdout


def test_the_doctor_sees_a_newer_log_and_changes_nothing(run: Run, folder: Path, services: Services) -> None:
    services.log.close()
    connection = sqlite3.connect(folder / "pitch-in.db")
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('pitch-in', 'm9999_x', '')"
        )
    connection.close()
    before = (folder / "pitch-in.db").read_bytes()
    assert "written by a newer Pitch In" in run("doctor", "--data-dir", str(folder)).stdout
    assert (folder / "pitch-in.db").read_bytes() == before


def test_the_doctor_names_each_setting_that_keeps_the_agent_from_starting(
    run: Run, folder: Path, services: Services
) -> None:
    with services.log.writing() as db:
        db.execute("INSERT INTO settings VALUES ('strictness', '\"merciless\"'), ('theme', '{')")
    done = run("doctor", "--data-dir", str(folder))
    assert done.code == 1
    assert "The setting strictness in" in done.stdout
    assert "The setting theme in" in done.stdout
    assert "delete its row from the table `settings`" in done.stdout
    assert "2 things to put right." in done.stdout


def test_the_doctor_sees_a_port_that_is_taken(
    run: Run, shared_agent: RunningAgent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.examination.DEFAULT_PORT", int(shared_agent.address.rpartition(":")[2]))
    done = run("doctor", "--data-dir", str(tmp_path / "none"))
    assert f"already running at {shared_agent.address}" in done.stdout
    assert done.code == 1
    assert not (tmp_path / "none").exists()


def test_the_doctor_sees_an_agent_that_does_not_answer(run: Run, folder: Path) -> None:
    with only_agent(folder):
        announce(folder, "http://127.0.0.1:9")
        done = run("doctor", "--data-dir", str(folder))
    assert "doesn't answer at http://127.0.0.1:9" in done.stdout
    assert done.code == 1
