"""What goes wrong is told on a page of the same look, in one sentence, with what to do."""

import sqlite3

import pytest

from agent.services import Services
from tests.agent.viewer.reading import HOST, Viewer, read, words_of


def test_an_address_that_does_not_exist(viewer: Viewer) -> None:
    page = viewer.get("/nowhere")
    assert page.status == 404
    assert "There is nothing here" in page.words
    assert "/history" in page.links()


def test_a_method_that_a_page_does_not_take(viewer: Viewer) -> None:
    answer = viewer.client.put("/history", headers={"Host": HOST, "Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 405
    assert "can't be used that way" in words_of(read(answer.get_data(as_text=True)))


def test_something_unexpected_shows_no_trace_of_the_program_or_the_draft(
    viewer: Viewer, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("xylophone9")

    monkeypatch.setattr(type(services.reviewing), "review", fail)
    page = viewer.send("/draft", {"draft": "xylophone9"})
    assert page.status == 500
    assert "Something went wrong" in page.words
    assert "xylophone9" not in page.html
    assert "Traceback" not in page.html


def test_a_log_that_cannot_be_read(
    viewer: Viewer, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise sqlite3.DatabaseError("file is not a database")

    monkeypatch.setattr(type(services.history), "page", fail)
    page = viewer.get("/history")
    assert page.status == 500
    assert "-m agent doctor" in page.words


@pytest.mark.parametrize("stored", ["{", '"pink"'])
def test_a_look_that_cannot_be_read(viewer: Viewer, services: Services, stored: str) -> None:
    with services.log.writing() as db:
        db.execute("INSERT INTO settings VALUES ('theme', ?)", [stored])
    page = viewer.get("/history")
    assert page.status == 500
    assert "-m agent doctor" in page.html


def test_a_body_that_is_no_form(viewer: Viewer) -> None:
    answer = viewer.client.post(
        "/draft",
        data=b"\xff\xfe\x00",
        headers={"Host": HOST, "Sec-Fetch-Site": "same-origin", "Content-Type": "multipart/form-data"},
    )
    assert answer.status_code in (400, 422)
    assert "Traceback" not in answer.get_data(as_text=True)
