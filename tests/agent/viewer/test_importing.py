from pathlib import Path

from agent.services import Services
from tests.agent.viewer.reading import Page, Viewer
from tests.agent_process import wait_for

TABLE = "Message,Date\nWe keep the cache on its own disk.,2026-11-02T10:00:00Z\n"


def finished(services: Services) -> bool:
    return all(each.state in ("done", "failed", "stopped") for each in services.import_runs.all())


def test_an_export_is_imported_from_where_it_lies_and_asks_what_it_must(
    viewer: Viewer, services: Services, tmp_path: Path
) -> None:
    table = tmp_path / "posts.csv"
    table.write_text(TABLE)
    viewer.follow(viewer.send("/imports/start", {"path": str(table)}))
    wait_for(lambda: finished(services), "the import")
    page = viewer.get("/imports")
    assert "posts.csv" in page.words
    assert "Not finished" in page.words

    viewer.send(page.form_to("/run"), {"site": "x", "text": "Message", "date": "Date"})
    wait_for(lambda: finished(services), "the import")
    assert "Done. 1 new post" in viewer.get("/imports").words
    assert "own disk" in viewer.get("/history").words


def test_a_table_is_not_finished_until_each_question_has_its_answer(
    viewer: Viewer, services: Services, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b\nWe keep the cache on its own disk.,2026-11-02T10:00:00Z\n")
    viewer.send("/imports/start", {"path": str(table)})
    which = "Not finished: say which column holds the text and which the date; there are “a”, “b”."
    for said in ({}, {"site": "x"}):
        page = after(viewer, services, said)
        assert which in page.words
        assert "Done" not in page.words
        assert open_fields(page) == ["text", "date"]
    assert page.named("site").get("value") == "x"

    page = after(viewer, services, {"text": "a", "date": "b"})
    assert "Not finished: it can't be told which site this was posted on" in page.words
    assert open_fields(page) == ["site"]
    assert [page.named(name).get("value") for name in ("text", "date")] == ["a", "b"]

    page = after(viewer, services, {"text": "a", "date": "b", "site": "x"})
    assert "Done. 1 new post" in page.words


def after(viewer: Viewer, services: Services, said: dict[str, str]) -> Page:
    """The page once the first import is over, gone on with by what is said."""
    wait_for(lambda: finished(services), "the import")
    viewer.send(viewer.get("/imports").form_to("/run"), said)
    wait_for(lambda: finished(services), "the import")
    return viewer.get("/imports")


def open_fields(page: Page) -> list[str]:
    """Names of the fields for an answer that stand there without a click."""
    (form,) = (form for form in page.all(".//form") if form.get("action", "").endswith("/run"))
    folded = set(form.findall(".//details//input"))
    return [each.get("name", "") for each in form.iter("input") if each not in folded]


def test_a_path_that_is_none_is_refused_at_its_field(viewer: Viewer) -> None:
    page = viewer.send("/imports/start", {"path": "downloads/twitter.zip"})
    assert page.status == 422
    assert "whole path" in page.words
    assert page.named("path").get("value") == "downloads/twitter.zip"


def test_a_path_in_the_home_of_a_user_who_is_not_there_is_refused_at_its_field(viewer: Viewer) -> None:
    page = viewer.send("/imports/start", {"path": "~nobody-of-this-name/twitter.zip"})
    assert page.status == 422
    assert "no home folder of that name" in page.words
    assert page.named("path").get("value") == "~nobody-of-this-name/twitter.zip"


def test_an_import_that_fails_says_why_and_is_taken_off_the_list(
    viewer: Viewer, services: Services, tmp_path: Path
) -> None:
    viewer.send("/imports/start", {"path": str(tmp_path / "nothing.zip")})
    wait_for(lambda: finished(services), "the import")
    page = viewer.get("/imports")
    assert "It did not work." in page.words
    viewer.send(page.form_to("/forget"))
    assert "nothing.zip" not in viewer.get("/imports").words


def test_an_import_that_is_not_there_says_so(viewer: Viewer) -> None:
    nothing = "/imports/00000000-0000-4000-8000-000000000000"
    for wish in ("stop", "run", "forget"):
        assert viewer.send(f"{nothing}/{wish}").status == 404
