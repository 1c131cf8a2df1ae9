from pathlib import Path

import pytest

from agent.exporters import Exporter, exporters
from agent.services import Services
from agent.store.folder import ASIDE_NAME
from agent.viewer.pages.stored import TABLES
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Viewer


def test_every_table_of_the_log_is_explained(services: Services) -> None:
    with services.log.reading() as db:
        tables = {
            name for name in db.table_names() if not name.startswith(("sqlite_", "_sqlite_", "posts_fts_"))
        }
    assert tables == set(TABLES), "say in TABLES (agent/viewer/pages/stored.py) what each table holds"


def test_a_damaged_log_that_is_kept_is_named(viewer: Viewer, services: Services) -> None:
    assert "A damaged log is kept" not in viewer.get("/stored").words
    aside = services.log.path.with_name(ASIDE_NAME)
    aside.touch()
    assert f"A damaged log is kept at {aside}" in viewer.get("/stored").words


def test_rows_are_counted_table_by_table(viewer: Viewer, log_post: LogPost) -> None:
    log_post()
    log_post()
    page = viewer.get("/stored")
    rows = {
        row.findtext("th/code"): [cell.text for cell in row.findall("td")] for row in page.all(".//tbody/tr")
    }
    assert rows["posts"][0] == "2"
    assert "mutes" not in rows, "a table without a row holds nothing"


def test_a_new_format_is_offered_and_given(viewer: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    new = Exporter("quokka", "Quokka: nothing but smiles", "txt", "text/plain", lambda _: iter([b"a smile"]))
    monkeypatch.setitem(exporters(), "quokka", new)
    page = viewer.get("/stored")
    assert "Quokka: nothing but smiles" in page.words
    assert "/stored/export/quokka" in page.links()
    for address in ("/stored/export/quokka", "/v1/export?format=quokka"):
        headers = {"Host": "127.0.0.1:8642", "Sec-Fetch-Site": "same-origin", "X-Pitch-In": "1"}
        with viewer.client.get(address, headers=headers) as answer:
            assert answer.get_data() == b"a smile"
            assert answer.headers["Content-Disposition"].endswith('.txt"')


@pytest.mark.parametrize("name", exporters())
def test_everything_can_be_taken_out(viewer: Viewer, log_post: LogPost, name: str) -> None:
    log_post(text="xylophone9 was here")
    with viewer.client.get(
        f"/stored/export/{name}", headers={"Host": "127.0.0.1:8642", "Sec-Fetch-Site": "same-origin"}
    ) as answer:
        assert answer.status_code == 200
        assert "attachment" in answer.headers["Content-Disposition"]
        body = answer.get_data()
    assert name == "html" or b"xylophone9" in body


def test_how_long_posts_are_kept_is_said_by_site(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    log_post()
    after = viewer.follow(viewer.send("/stored/retention", {"site": ["*", "isso"], "months": ["24", ""]}))
    assert "Saved." in after.words
    assert services.retention.rules() == {"*": 24}
    viewer.send("/stored/retention", {"site": ["*", "isso"], "months": ["", "6"]})
    assert services.retention.rules() == {"isso": 6}


@pytest.mark.parametrize("months", ["0", "-3", "soon", "1.5", "99999"])
def test_a_time_that_is_none_changes_nothing(viewer: Viewer, services: Services, months: str) -> None:
    page = viewer.send("/stored/retention", {"site": ["*"], "months": [months]})
    assert page.status == 422
    assert "whole number of months" in page.words
    assert services.retention.rules() == {}


def test_where_one_site_is_none_no_rule_is_stored(viewer: Viewer, services: Services) -> None:
    page = viewer.send("/stored/retention", {"site": ["*", "isso", "x" * 101], "months": ["24", "6", "1"]})
    assert page.status == 422
    assert services.retention.rules() == {}


def test_which_posts_were_deleted_is_said_and_forgotten(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    assert "Posts that you deleted" not in viewer.get("/stored").words
    services.posts.delete(log_post().id)
    assert "1 deleted post stays away" in viewer.get("/stored").words
    after = viewer.follow(viewer.send("/stored/deletions", {}))
    assert "Forgotten." in after.words
    assert "Posts that you deleted" not in after.words
    assert services.posts.deletions() == 0


@pytest.mark.parametrize("typed", ["", "yes", "delete", "delete everthing"])
def test_everything_stays_until_the_words_are_typed(
    viewer: Viewer, services: Services, log_post: LogPost, typed: str
) -> None:
    log_post()
    page = viewer.send("/stored/delete", {"confirm": typed})
    assert page.status == 422
    assert "Nothing was deleted" in page.words
    assert services.posts.search().items


def test_deleting_everything_leaves_none_of_it_in_the_file(
    viewer: Viewer, services: Services, log_post: LogPost, tmp_path: Path
) -> None:
    log_post(text="xylophone9 was here", context={"site": "isso", "parent_text": "platypus7 asked"})
    services.posts.delete(log_post().id)
    viewer.get("/people"), viewer.get("/insights")
    after = viewer.follow(viewer.send("/stored/delete", {"confirm": " Delete Everything "}))
    assert "Everything is deleted for good." in after.words
    assert "Try a draft first" in viewer.get("/").words
    assert services.posts.deletions() == 0
    left = [
        path.name
        for path in tmp_path.rglob("*")
        if path.is_file()
        for word in (b"xylophone9", b"platypus7")
        if word in path.read_bytes()
    ]
    assert left == []
