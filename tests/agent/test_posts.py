"""The log of posts over HTTP: once each, newest first, found again, gone for good."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store import posts as rows
from tests.agent.calls import Caller, new_id, new_post


def put(browser: Caller, **changes: object) -> str:
    post_id = new_id()
    assert browser("PUT", f"/v1/posts/{post_id}", new_post(**changes)).status_code == 201
    return post_id


def texts(browser: Caller, query: str = "") -> list[str]:
    answer = browser("GET", f"/v1/posts?{query}")
    assert answer.status_code == 200, answer.text
    return [post["text"] for post in answer.json["items"]]


def test_a_post_is_logged_with_its_review_and_what_it_answered(browser: Caller) -> None:
    post_id = put(browser, suggestion_taken="ask")
    post = browser("GET", f"/v1/posts/{post_id}").json
    review = browser("POST", "/v1/reviews", {"draft": post["text"], "context": post["context"]}).json
    assert {name: post[name] for name in ("id", "text", "posted_at", "permalink", "suggestion_taken")} == {
        "id": post_id,
        "text": "Great post!",
        "posted_at": "2026-11-25T18:09:15.123Z",
        "permalink": "https://blog.example/builds#comment-7",
        "suggestion_taken": "ask",
    }
    assert post["context"] == new_post()["context"]
    assert post["verdict"] == "me_too"
    for name in ("verdict", "confidence", "headline", "signals"):
        assert post[name] == review[name]


def test_a_repeat_is_harmless(browser: Caller) -> None:
    post_id = put(browser)
    first = browser("GET", f"/v1/posts/{post_id}").json
    again = browser("PUT", f"/v1/posts/{post_id.upper()}", new_post())
    assert (again.status_code, again.json) == (200, first)
    assert texts(browser) == ["Great post!"]


def test_a_repeat_may_bring_the_permalink_that_was_missing(browser: Caller) -> None:
    post_id = put(browser, permalink=None)
    again = browser("PUT", f"/v1/posts/{post_id}", new_post()).json
    assert again["permalink"] == "https://blog.example/builds#comment-7"
    late = browser("PUT", f"/v1/posts/{post_id}", new_post(permalink="https://other.example/")).json
    assert late["permalink"] == again["permalink"]


def test_another_text_under_the_same_id_is_a_conflict_and_changes_nothing(browser: Caller) -> None:
    post_id = put(browser)
    assert browser("PUT", f"/v1/posts/{post_id}", new_post(text="Else")).status_code == 409
    assert texts(browser) == ["Great post!"]


def test_a_permalink_can_be_added_later(browser: Caller) -> None:
    post_id = put(browser, permalink=None)
    answer = browser("PATCH", f"/v1/posts/{post_id}", {"permalink": "http://localhost:8080/#isso-3"})
    assert answer.json["permalink"] == "http://localhost:8080/#isso-3"
    assert browser("PATCH", f"/v1/posts/{new_id()}", {"permalink": "https://a.example"}).status_code == 404


def test_posts_come_newest_first_a_page_at_a_time_each_once(browser: Caller) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for minute in (3, 1, 4, 1, 5, 2):
        put(browser, text=f"at {minute}", posted_at=(start + timedelta(minutes=minute)).isoformat())
    seen, cursor = [], ""
    while cursor is not None:
        page = browser("GET", f"/v1/posts?limit=2{cursor and f'&cursor={cursor}'}").json
        seen += [post["text"] for post in page["items"]]
        cursor = page["next"]
    assert seen == ["at 5", "at 4", "at 3", "at 2", "at 1", "at 1"]


def test_a_post_logged_between_two_pages_shifts_nothing(browser: Caller) -> None:
    for minute in range(4):
        put(browser, text=f"at {minute}", posted_at=f"2026-01-01T00:0{minute}:00Z")
    page = browser("GET", "/v1/posts?limit=2").json
    put(browser, text="newer", posted_at="2026-01-01T00:09:00Z")
    assert texts(browser, f"limit=2&cursor={page['next']}") == ["at 1", "at 0"]


def test_posts_are_found_by_their_words_and_by_what_they_answered(browser: Caller) -> None:
    put(browser, text="The cache key was the Lösung", context={"site": "isso", "parent_text": "Slow builds"})
    put(browser, text="Other", context={"parent_author": "Żaneta", "thread_title": "Kettles"})
    assert texts(browser, "q=cache") == ["The cache key was the Lösung"]
    assert texts(browser, "q=losung+KEY") == ["The cache key was the Lösung"]
    assert texts(browser, "q=build") == ["The cache key was the Lösung"]
    assert texts(browser, "q=zaneta+kett") == ["Other"]
    assert texts(browser, "q=cache+kettles") == []
    assert texts(browser, "q=++") == ["Other", "The cache key was the Lösung"]
    assert texts(browser, "q=%21%21") == []


def test_posts_are_filtered_by_site_and_verdict(browser: Caller, services: Services) -> None:
    put(browser, text="Great post!", context={"site": "isso"})
    put(browser, text="How long does the warm-up of the cache take?", context={"site": "x"})
    assert texts(browser, "site=isso") == ["Great post!"]
    assert texts(browser, "verdict=me_too") == ["Great post!"]
    assert texts(browser, "verdict=contributes&site=isso") == []
    assert services.posts.sites() == ["isso", "x"]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=many",
        "verdict=good",
        "cursor=%00",
        "cursor=AAAA",
        "cursor=MSAx",
        "cursor=5LiA",
        "unknown=1",
        f"q={'a' * 501}",
    ],
)
def test_a_question_that_does_not_fit_is_refused(browser: Caller, query: str) -> None:
    assert browser("GET", f"/v1/posts?{query}").status_code == 422


@pytest.mark.parametrize(
    ("query", "field", "sentence"),
    [
        ("order=best", "order", "without words in `q` nothing matches best"),
        ("order=best&q=++", "order", "without words in `q` nothing matches best"),
        ("order=best&q=cache&cursor=zzz", "cursor", "of the best matches there is one page"),
    ],
)
def test_what_has_no_best_match_or_no_second_page_of_them_is_refused_with_the_reason(
    browser: Caller, query: str, field: str, sentence: str
) -> None:
    refused = browser("GET", f"/v1/posts?{query}")
    assert refused.status_code == 422
    assert field in refused.json["detail"]
    (error,) = refused.json["errors"]
    assert error["field"] == field
    assert sentence in error["message"]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "a" * 100_001},
        {"text": "😀" * 50_001},
        {"text": None},
        {"posted_at": "2026-11-25T18:09:15"},
        {"posted_at": "0001-01-01T00:00:00+14:00"},
        {"posted_at": "9999-12-31T23:59:59-14:00"},
        {"posted_at": 1e300},
        {"permalink": "javascript:alert(1)"},
        {"permalink": "https://"},
        {"permalink": "https://a b"},
        {"permalink": "http://[::1"},
        {"permalink": "https://a.example/" + "a" * 4_000},
        {"context": {"kind": "shout"}},
        {"context": {"unknown": 1}},
        {"context": []},
        {"suggestion_taken": "Ask!"},
        {"suggestion_taken": ""},
        {"verdict": "contributes"},
    ],
)
def test_a_post_that_does_not_fit_is_refused_and_not_logged(
    browser: Caller, changes: dict[str, object]
) -> None:
    assert browser("PUT", f"/v1/posts/{new_id()}", new_post(**changes)).status_code == 422
    assert texts(browser) == []


def test_times_are_kept_in_utc_to_the_millisecond(browser: Caller) -> None:
    post_id = put(browser, posted_at="2026-11-25T19:09:15.1239+01:00")
    post = browser("GET", f"/v1/posts/{post_id}").json
    assert post["posted_at"] == "2026-11-25T18:09:15.123Z"
    assert post["logged_at"].endswith("Z")


def test_the_page_address_is_kept_only_where_it_is_one(browser: Caller) -> None:
    post_id = put(browser, context={"page_url": "javascript:alert(1)"})
    assert browser("GET", f"/v1/posts/{post_id}").json["context"]["page_url"] is None


def test_what_others_wrote_is_left_out_where_the_person_says_so(browser: Caller, services: Services) -> None:
    services.settings.set("keep_parent_text", False)
    post_id = put(browser)
    context = browser("GET", f"/v1/posts/{post_id}").json["context"]
    assert context["parent_text"] is None
    assert context["parent_author"] == "maria"


def test_a_deleted_post_leaves_no_byte_behind(browser: Caller, services: Services) -> None:
    put(browser, text="The kettle stays")
    post_id = put(browser, text="Zanzibar " * 3_000, context={"parent_text": "Quokkas"})
    assert browser("DELETE", f"/v1/posts/{post_id}").status_code == 204
    assert browser("GET", f"/v1/posts/{post_id}").status_code == 404
    assert browser("DELETE", f"/v1/posts/{post_id}").status_code == 404
    assert texts(browser, "q=zanzibar") == []
    left = b"".join(path.read_bytes().lower() for path in services.log.path.parent.iterdir())
    assert b"kettle" in left
    assert b"zanzibar" not in left
    assert b"quokka" not in left


def test_a_post_that_is_sent_many_times_at_once_is_logged_and_reviewed_once(services: Services) -> None:
    post_id, new = new_id(), NewPost.model_validate(new_post())
    created: list[bool] = []

    def send() -> None:
        created.append(services.posts.put(post_id, new)[1])
        services.waiting.review_all()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(created) == [False] * 7 + [True]
    (post,) = services.posts.search().items
    assert post.signals == services.reviewing.review(new.text, new.context).signals


def test_all_posts_can_be_walked_however_many(services: Services) -> None:
    with services.log.writing() as db:
        for number in range(405):
            rows.insert(
                db,
                {
                    "id": new_id(),
                    "text": str(number),
                    "posted_at": f"2026-01-01T00:00:00.{number % 7:03d}Z",
                    "logged_at": "2026-01-01T00:00:00.000Z",
                },
            )
    texts = [int(post.text) for post in services.posts.every()]
    assert sorted(texts) == list(range(405))
    assert texts == sorted(texts, key=lambda number: (number % 7, number), reverse=True)


def test_an_edited_post_has_its_new_text_reviewed_and_nothing_stays_of_the_old(
    browser: Caller, services: Services
) -> None:
    post_id = put(browser, text="Great post! zanzibar")
    answer = browser(
        "PATCH", f"/v1/posts/{post_id}", {"text": "How do you keep the cache warm over the weekend?"}
    )
    assert (answer.status_code, answer.json["verdict"]) == (200, "contributes")
    assert answer.json["edited_at"]
    assert texts(browser, "q=zanzibar") == []
    assert len(texts(browser, "q=weekend")) == 1
    left = b"".join(path.read_bytes().lower() for path in services.log.path.parent.iterdir())
    assert b"zanzibar" not in left
    assert services.earlier.same_text("How do you keep the cache warm over the weekend?")


def test_a_post_that_was_taken_back_is_marked_and_kept(browser: Caller) -> None:
    post_id = put(browser)
    for moment in ("2026-11-25T19:00:00Z", "2026-11-25T20:00:00Z"):
        answer = browser("PATCH", f"/v1/posts/{post_id}", {"gone_at": moment})
    assert (answer.status_code, answer.json["gone_at"]) == (200, "2026-11-25T19:00:00.000Z")
    assert browser("PATCH", f"/v1/posts/{post_id}", {}).status_code == 422
    assert browser("PATCH", f"/v1/posts/{new_id()}", {"text": "x"}).status_code == 404
