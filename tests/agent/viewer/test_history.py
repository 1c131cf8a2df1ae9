from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from agent.services import Services
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Page, Viewer, words_of


def texts(page: Page) -> list[str]:
    return [words_of(text) for text in page.all(".//ol//*[@class='post-text']")]


def test_an_empty_log_says_how_to_begin(viewer: Viewer) -> None:
    page = viewer.get("/history")
    assert "Nothing here yet" in page.words
    assert {"/browsers", "/imports", "/draft"} <= set(page.links())


def test_posts_are_listed_newest_first(viewer: Viewer, log_post: LogPost) -> None:
    log_post(text="The older one", posted_at="2026-11-24T08:00:00Z")
    log_post(text="The newer one", posted_at="2026-11-25T08:00:00Z")
    page = viewer.get("/history")
    assert texts(page) == ["The newer one", "The older one"]
    assert "Answered maria · What our build queue taught us" in page.words


def test_each_line_shows_its_verdict_in_words(viewer: Viewer, log_post: LogPost) -> None:
    log_post(text="Great post!")
    page = viewer.get("/history")
    assert words_of(page.all(".//ol//*[@class='chip chip-me_too']")[0]) == "Me too"


def test_posts_are_found_by_their_words_and_by_what_they_answered(viewer: Viewer, log_post: LogPost) -> None:
    log_post(text="We keep the cache on its own disk.")
    log_post(text="Great post!")
    assert texts(viewer.get("/history?q=cache")) == ["We keep the cache on its own disk."]
    assert len(texts(viewer.get("/history?q=machines"))) == 2


def test_what_was_looked_for_stays_in_the_form(viewer: Viewer, log_post: LogPost) -> None:
    log_post()
    page = viewer.get("/history?q=%22great+post%22&site=isso&verdict=me_too")
    assert page.named("q").get("value") == '"great post"'
    chosen = [option.get("value") for option in page.all(".//option[@selected]")]
    assert chosen == ["isso", "me_too"]


def test_posts_are_filtered_by_site_and_verdict(viewer: Viewer, log_post: LogPost) -> None:
    log_post(text="Great post!")
    log_post(text="Which scheduler do you use?", context={"site": "wordpress", "kind": "comment"})
    assert texts(viewer.get("/history?site=wordpress")) == ["Which scheduler do you use?"]
    assert texts(viewer.get("/history?verdict=me_too")) == ["Great post!"]
    assert texts(viewer.get("/history?verdict=nonsense&site=")) == texts(viewer.get("/history"))


def test_nothing_found_says_so_and_leads_back(viewer: Viewer, log_post: LogPost) -> None:
    log_post()
    page = viewer.get("/history?q=zanzibar")
    assert "No post matches" in page.words
    assert "/history" in page.links()


def test_odd_search_words_find_nothing_instead_of_failing(viewer: Viewer, log_post: LogPost) -> None:
    log_post()
    for words in ['"', "*", "AND", "a OR", "NEAR(", "^", "-", "%25", "'; DROP TABLE posts", "%00"]:
        assert viewer.get(f"/history?q={words}").status == 200, words


def test_older_posts_are_a_page_away_and_the_filter_goes_along(viewer: Viewer, log_post: LogPost) -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    for number in range(60):
        log_post(text=f"Port {8000 + number}.", posted_at=(start + timedelta(hours=number)).isoformat())
    page = viewer.get("/history?site=isso")
    seen = texts(page)
    while older := [link for link in page.links() if "cursor=" in link]:
        assert "site=isso" in older[0]
        page = viewer.get(older[0])
        seen += texts(page)
    assert seen == [f"Port {8000 + number}." for number in reversed(range(60))]
    assert "Newest posts" in page.words


def test_a_cursor_of_another_log_is_refused_in_one_sentence(viewer: Viewer, log_post: LogPost) -> None:
    log_post()
    page = viewer.get("/history?cursor=nonsense")
    assert page.status == 422
    assert "cursor" in page.words


def test_a_post_has_its_own_page_with_all_that_is_known(viewer: Viewer, log_post: LogPost) -> None:
    post = log_post(text="Great post!", suggestion_taken="ask")
    page = viewer.get(f"/history/{post.id}")
    assert "Great" in words_of(page.all(".//mark")[0])
    for known in (
        "Me too",
        "maria",
        "What our build queue taught us",
        "under the desk",
        "Ask (taken)",
        "Isso",
    ):
        assert known in page.words
    assert "https://blog.example/builds#comment-7" in page.links()
    assert "/signals/praise" in page.links()


def test_a_post_of_which_little_is_known_has_a_page_too(viewer: Viewer, log_post: LogPost) -> None:
    post = log_post(text="Port 8080.", permalink=None, context=None)
    page = viewer.get(f"/history/{post.id}")
    assert page.status == 200
    assert "Your post of" in page.words
    assert "None taken" in page.words


def test_a_signal_that_no_longer_exists_is_still_shown(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post()
    with services.log.writing() as db:
        db.execute("UPDATE signals SET name = 'gone_since'")
    page = viewer.get(f"/history/{post.id}")
    assert "Gone since" in page.words
    assert "/signals/gone_since" not in page.links()


def test_deleting_asks_first_and_then_leaves_no_trace(
    viewer: Viewer, log_post: LogPost, tmp_path: Path
) -> None:
    post = log_post(text="xylophone9 slipped out")
    question = viewer.get(f"/history/{post.id}/delete")
    assert "Delete this post?" in question.words
    assert "xylophone9 slipped out" in question.words
    assert viewer.get(f"/history/{post.id}").status == 200, "asking deletes nothing"

    after = viewer.follow(viewer.send(f"/history/{post.id}/delete"))
    assert "deleted for good" in after.words
    assert viewer.get(f"/history/{post.id}").status == 404
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"xylophone9" in path.read_bytes()]


def test_a_post_that_is_not_there_says_so(viewer: Viewer) -> None:
    for path in (f"/history/{uuid4()}", f"/history/{uuid4()}/delete", "/history/not-an-id"):
        page = viewer.get(path)
        assert page.status == 404
        assert "There is nothing here" in page.words
    assert viewer.send(f"/history/{uuid4()}/delete").status == 404
