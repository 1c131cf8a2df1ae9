"""An import in the running agent: by path or in slices, followed, stopped, gone on with, never doubled."""

import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from agent.services import Services, imports
from tests.agent.calls import Caller
from tests.agent.importers import test_wordpress, test_x
from tests.agent.importers.exports import folder, zipped
from tests.agent_process import wait_for

TWO_AUTHORS = {
    "site.xml": test_wordpress.export(
        test_wordpress.item("a"), test_wordpress.item("b", author="pine"), authors=("otter", "pine")
    )
}


@pytest.fixture(autouse=True)
def nothing_stays(services: Services) -> Iterator[None]:
    """Every import has ended before the log is closed."""
    yield
    services.import_runs.end()


def over(page: Caller, run_id: str) -> dict[str, Any]:
    """The import, once it has come to an end."""
    path = f"/v1/imports/{run_id}"
    wait_for(lambda: page("GET", path).json["state"] not in ("waiting", "running"), "the import")
    found: dict[str, Any] = page("GET", path).json
    return found


def send(page: Caller, run_id: str, offset: int, data: bytes) -> TestResponse:
    headers = {"Host": "127.0.0.1:8642", "X-Pitch-In": "1", **page.headers}
    return page.client.put(
        f"/v1/imports/{run_id}/content?offset={offset}",
        data=data,
        headers=headers,
        content_type="application/octet-stream",
    )


def announce(page: Caller, name: str, size: int, **said: object) -> str:
    answer = page("POST", "/v1/imports", {"name": name, "size": size, **said})
    assert (answer.status_code, answer.json["state"]) == (201, "receiving")
    return str(answer.json["id"])


def kept_uploads(services: Services) -> list[Path]:
    return [path for path in (services.log.path.parent / "imports").rglob("*") if path.is_file()]


def test_an_export_is_imported_from_where_it_lies(page: Caller, tmp_path: Path) -> None:
    path = zipped(tmp_path, test_x.SAMPLE)
    begun = page("POST", "/v1/imports", {"path": str(path)})
    assert (begun.status_code, begun.json["name"]) == (201, "export.zip")
    done = over(page, begun.json["id"])
    assert (done["state"], done["titles"], done["new"], done["counted"]) == ("done", ["X (Twitter)"], 3, 3)
    assert done["read"] == done["size"] > 0
    assert [(each["why"], each["number"]) for each in done["left_out"]] == [("repost", 1)]
    again = over(page, page("POST", "/v1/imports", {"path": str(path)}).json["id"])
    assert (again["new"], again["known"]) == (0, 3)
    assert [each["id"] for each in page("GET", "/v1/imports").json["items"]] == [again["id"], done["id"]]


@pytest.mark.skipif(sys.platform != "linux", reason="Only there a name may be any bytes.")
def test_a_name_that_is_no_text_is_told_all_the_same(page: Caller, tmp_path: Path) -> None:
    export = folder(tmp_path, test_x.SAMPLE)
    (export / os.fsdecode(b"\xff\xfe")).symlink_to("/etc/hostname")
    done = over(page, page("POST", "/v1/imports", {"path": str(export)}).json["id"])
    assert (done["state"], done["new"]) == ("done", 3)
    assert [each["where"] for each in done["problems"][0]["examples"]] == ["??"]


def test_a_file_is_sent_in_slices_kept_to_the_person_and_gone_when_it_was_read(
    page: Caller, services: Services, tmp_path: Path
) -> None:
    content = zipped(tmp_path, test_x.SAMPLE).read_bytes()
    half = len(content) // 2
    run_id = announce(page, "../../my twitter.zip", len(content))
    first = send(page, run_id, 0, content[:half])
    assert (first.json["state"], first.json["read"], first.json["size"]) == ("receiving", half, len(content))
    (kept,) = kept_uploads(services)
    assert kept.name == "my twitter.zip"
    assert kept.is_relative_to(services.log.path.parent / "imports")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert send(page, run_id, half, content[half:]).status_code == 200
    assert (over(page, run_id)["state"], over(page, run_id)["new"]) == ("done", 3)
    assert kept_uploads(services) == []
    assert send(page, run_id, len(content), b"x").status_code == 409


def test_a_slice_out_of_order_or_too_much_is_refused_with_the_place_to_go_on_from(page: Caller) -> None:
    run_id = announce(page, "a.zip", 10)
    assert send(page, run_id, 0, b"1234").status_code == 200
    skipped = send(page, run_id, 6, b"xx")
    assert (skipped.status_code, "begins at byte 4" in skipped.json["detail"]) == (409, True)
    assert send(page, run_id, 4, b"1234567").status_code == 409
    assert page("GET", f"/v1/imports/{run_id}").json["read"] == 4


def test_what_asks_a_question_goes_on_with_the_answer(
    page: Caller, services: Services, tmp_path: Path
) -> None:
    content = zipped(tmp_path, TWO_AUTHORS).read_bytes()
    run_id = announce(page, "site.zip", len(content))
    send(page, run_id, 0, content)
    asked = over(page, run_id)
    assert (asked["state"], asked["asks"], asked["new"]) == ("done", ["me"], 0)
    assert asked["problems"][0]["sentence"] == "wait for an answer of yours"
    assert "say which of them you are" in asked["problems"][0]["examples"][0]["sentence"]
    assert page("POST", f"/v1/imports/{run_id}/run", {"me": "pine"}).status_code == 200
    answered = over(page, run_id)
    assert (answered["state"], answered["asks"], answered["new"]) == ("done", [], 1)
    assert (answered["me"], answered["site"], answered["columns"]) == ("pine", None, {})
    assert kept_uploads(services) == []


def test_an_import_stops_between_two_batches_and_goes_on_without_doubles(
    page: Caller, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "_BATCH", 1)
    write, may_write = services.imports._write, threading.Semaphore(1)

    def held_back(*batch: Any) -> imports.Report:
        may_write.acquire()
        return write(*batch)

    monkeypatch.setattr(services.imports, "_write", held_back)
    run_id = page("POST", "/v1/imports", {"path": str(zipped(tmp_path, test_x.SAMPLE))}).json["id"]
    waits = page("POST", "/v1/imports", {"path": str(zipped(tmp_path, TWO_AUTHORS, "b.zip"))}).json["id"]
    wait_for(lambda: page("GET", f"/v1/imports/{run_id}").json["new"], "the first batch")
    assert page("GET", f"/v1/imports/{run_id}").json["seconds_left"] is not None
    assert page("POST", f"/v1/imports/{run_id}/run", {}).status_code == 409
    assert page("GET", f"/v1/imports/{waits}").json["state"] == "waiting"
    for each in (waits, run_id):
        assert page("POST", f"/v1/imports/{each}/stop", {}).status_code == 200
    may_write.release(100)
    stopped = over(page, run_id)
    assert (stopped["state"], over(page, waits)["state"]) == ("stopped", "stopped")
    assert len(services.posts.search().items) == stopped["new"] < 3
    page("POST", f"/v1/imports/{run_id}/run", {})
    done = over(page, run_id)
    assert (done["state"], done["new"], done["known"]) == ("done", 3 - stopped["new"], stopped["new"])


def test_a_forgotten_import_leaves_no_byte_of_its_file(page: Caller, services: Services) -> None:
    run_id = announce(page, "a.zip", 10)
    send(page, run_id, 0, b"1234")
    assert page("DELETE", f"/v1/imports/{run_id}").status_code == 204
    assert page("GET", f"/v1/imports/{run_id}").status_code == 404
    assert kept_uploads(services) == []


def test_what_was_sent_goes_when_the_agent_ends(page: Caller, services: Services) -> None:
    announce(page, "a.zip", 10)
    assert kept_uploads(services) != []
    services.import_runs.end()
    assert not (services.log.path.parent / "imports").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 and then nothing", "is cut off or damaged"),
        (b"hello", "isn't a zip, though it is called one"),
    ],
)
def test_what_can_not_be_read_fails_with_a_sentence(page: Caller, content: bytes, said: str) -> None:
    run_id = announce(page, "a.zip", len(content))
    send(page, run_id, 0, content)
    failed = over(page, run_id)
    assert (failed["state"], said in failed["trouble"]) == ("failed", True)
    assert failed["ended_at"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"path": "export.zip"},
        {"path": "/a\0b"},
        {"path": "~a\0b/export.zip"},
        {"path": "~nobody-of-this-name/export.zip"},
        {"path": "/a.zip", "name": "a.zip", "size": 3},
        {"name": "a.zip"},
        {"name": "a.zip", "size": 0},
        {"path": "/a.zip", "columns": {"text": 7}},
        {"path": "/a.zip", "columns": {"foo": "b"}},
    ],
)
def test_what_is_no_import_is_refused(page: Caller, body: dict[str, object]) -> None:
    assert page("POST", "/v1/imports", body).status_code == 422
    assert page("GET", "/v1/imports").json["items"] == []


def test_a_file_that_the_disk_has_no_room_for_is_refused_at_once(page: Caller) -> None:
    refused = page("POST", "/v1/imports", {"name": "a.zip", "size": 1 << 40})
    assert (refused.status_code, "give its path instead" in refused.json["detail"]) == (507, True)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/imports"),
        ("GET", "/v1/imports"),
        ("GET", "/v1/imports/0192f3a4-0000-7000-8000-000000000000"),
        ("PUT", "/v1/imports/0192f3a4-0000-7000-8000-000000000000/content?offset=0"),
    ],
)
def test_a_paired_browser_gets_at_no_file_of_the_machine(browser: Caller, method: str, path: str) -> None:
    body = {"path": "/etc/passwd"} if method == "POST" else None
    assert browser(method, path, body).status_code == 403


def test_bytes_must_say_that_they_are_bytes(page: Caller) -> None:
    run_id = announce(page, "a.zip", 10)
    assert page("PUT", f"/v1/imports/{run_id}/content?offset=0", {}).status_code == 415
