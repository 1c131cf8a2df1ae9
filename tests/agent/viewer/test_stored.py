from datetime import timedelta
from pathlib import Path

import pytest

from agent.exporters import Exporter, exporters
from agent.services import Services
from agent.store.clock import now
from agent.store.folder import ASIDE_NAME
from agent.viewer.pages.stored import TABLES
from tests.agent.services.test_retention import apply
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Page, Viewer


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
    log_post(posted_at=days_ago(10))
    after = viewer.follow(viewer.send("/stored/retention", {"site": ["*", "isso"], "months": ["24", ""]}))
    assert "Saved." in after.words
    assert services.retention.rules() == {"*": 24}
    viewer.send("/stored/retention", {"site": ["*", "isso"], "months": ["", "6"]})
    assert services.retention.rules() == {"isso": 6}


def test_a_page_that_was_opened_earlier_stores_only_the_rules_that_were_changed_on_it(
    viewer: Viewer, services: Services
) -> None:
    services.retention.keep_all({"isso": 6, "x": 12})
    earlier: dict[str, list[str]] = {}
    for field in viewer.get("/stored").all(".//section[@aria-labelledby='retention']//input"):
        earlier.setdefault(field.get("name", ""), []).append(field.get("value", ""))
    services.retention.keep_all({"*": 24, "isso": None})
    months = [
        "36" if site == "x" else text for site, text in zip(earlier["site"], earlier["months"], strict=True)
    ]
    viewer.follow(viewer.send("/stored/retention", earlier | {"months": months}))
    assert services.retention.rules() == {"*": 24, "x": 36}


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


def days_ago(days: int) -> str:
    return (now() - timedelta(days=days)).isoformat()


def texts(services: Services) -> set[str]:
    return {post.text for post in services.posts.search().items}


def confirmed(viewer: Viewer, question: Page) -> Page:
    """Answer yes, as the form of the question says."""
    (form,) = question.all(".//main//form")
    sent: dict[str, list[str]] = {}
    for field in form.iter("input"):
        sent.setdefault(field.get("name", ""), []).append(field.get("value", ""))
    return viewer.send(form.get("action", ""), sent)


@pytest.fixture
def ages(log_post: LogPost) -> None:
    """Posts of each age on two sites."""
    for site in ("isso", "x"):
        for days in (10, 100, 1_000):
            log_post(text=f"{site} {days}", posted_at=days_ago(days), context={"site": site})


@pytest.mark.usefixtures("ages")
def test_a_rule_that_deletes_posts_says_how_many_and_waits_for_a_yes(
    viewer: Viewer, services: Services
) -> None:
    services.retention.keep("x", 1_200)
    question = viewer.send("/stored/retention", {"site": ["*", "isso", "x"], "months": ["2", "", "12"]})
    assert question.status == 422
    assert "Delete 3 posts?" in question.words
    assert "Every site, kept for 2 months: 2 posts" in question.words
    assert "X, kept for 12 months: 1 post" in question.words
    assert "/stored#retention" in question.links(), "There is a way out."
    apply(services)
    assert services.retention.rules() == {"x": 1_200}
    assert len(texts(services)) == 6
    assert "Saved." in viewer.follow(confirmed(viewer, question)).words
    assert services.retention.rules() == {"*": 2, "x": 12}
    apply(services)
    assert texts(services) == {"isso 10", "x 10", "x 100"}


@pytest.mark.usefixtures("ages")
def test_a_yes_to_fewer_posts_than_go_by_now_is_asked_again(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    question = viewer.send("/stored/retention", {"site": ["*"], "months": ["12"]})
    assert "Delete 2 posts?" in question.words
    log_post(text="older still", posted_at=days_ago(2_000))
    again = confirmed(viewer, question)
    assert "Delete 3 posts?" in again.words
    assert services.retention.rules() == {}


@pytest.mark.usefixtures("ages")
def test_posts_that_fall_back_to_the_rule_of_every_site_are_asked_for_too(
    viewer: Viewer, services: Services
) -> None:
    services.retention.keep_all({"*": 2, "x": 1_200})
    apply(services)
    question = viewer.send("/stored/retention", {"site": ["x"], "months": [""]})
    assert "Every site, kept for 2 months: 2 posts" in question.words
    assert services.retention.rules() == {"*": 2, "x": 1_200}


@pytest.mark.usefixtures("ages")
def test_what_keeps_posts_longer_is_saved_at_once(viewer: Viewer, services: Services) -> None:
    services.retention.keep_all({"*": 12, "x": 2})
    apply(services)
    kept = texts(services)
    viewer.send("/stored/retention", {"site": ["*", "x"], "months": ["", "12"]})
    assert services.retention.rules() == {"x": 12}
    apply(services)
    assert texts(services) == kept


def test_the_page_says_when_older_posts_go(viewer: Viewer) -> None:
    assert (
        "Older posts are deleted for good soon after you save, then every day." in viewer.get("/stored").words
    )


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
