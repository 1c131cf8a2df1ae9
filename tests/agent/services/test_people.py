"""People are noted by handle, from what was really posted, and forgotten for good where that is wanted."""

from typing import Any

import pytest

from agent.services import Services
from agent.store import people
from tests.agent.calls import Caller, new_id, new_post
from tests.agent.services.following import ago, post, replied

X = "https://x.com/me/status/7"


def listed(browser: Caller, query: str = "") -> list[dict[str, Any]]:
    answer = browser("GET", f"/v1/people{query}")
    assert answer.status_code == 200, answer.json
    found: list[dict[str, Any]] = answer.json["items"]
    return found


def sees(services: Services, number: int, name: str, words: str) -> None:
    """The review sees `name` at `words` in the post with this number."""
    with services.log.writing() as db:
        (text,) = db.execute("SELECT text FROM posts WHERE number = ?", [number]).fetchone()
        signal = db.execute(
            "INSERT INTO signals (post, name, kind, reason) VALUES (?, ?, 'strength', '')", [number, name]
        ).lastrowid
        start = len(text[: text.index(words)].encode("utf-16-le")) // 2
        end = start + len(words.encode("utf-16-le")) // 2
        db.execute('INSERT INTO spans (signal, start, "end") VALUES (?, ?, ?)', [signal, start, end])


def test_whom_a_post_answers_is_noted_once_per_site(browser: Caller, services: Services) -> None:
    for days, handle in ((3, "@Maria"), (2, "maria"), (1, "jonas")):
        post(services, days, kind="reply", parent_author=handle, permalink=f"https://x.com/me/status/{days}")
    post(services, 5, kind="reply", parent_author="maria", permalink="https://fosstodon.org/@me/112233445566")
    met = [(each["handle"], each["site"], each["answered"]) for each in listed(browser)]
    assert met == [("jonas", "x.com", 1), ("maria", "x.com", 2), ("maria", "fosstodon.org", 1)]
    assert ago(2.1) < listed(browser, "?q=mar&site=x.com")[0]["last_at"] < ago(1.9)


def test_people_met_under_any_page_of_a_site_are_of_its_host(browser: Caller, services: Services) -> None:
    places = ("/?p=12#comment-3", "/?p=13#comment-4", "/#comment-5", "/?p=14", "/builds/#comment-7")
    for place in places:
        post(services, 1, parent_author="maria", permalink=f"https://www.blog.example:8443{place}")
    met = [(each["handle"], each["site"], each["answered"]) for each in listed(browser)]
    assert met == [("maria", "blog.example:8443", len(places))]


def test_thanks_go_to_who_is_named_in_them_or_else_to_who_was_answered(
    browser: Caller, services: Services
) -> None:
    thanks = "Thanks @jonas, the tip about WAL mode cut our p95 in half."
    post(services, 2, kind="reply", parent_author="maria", text=f"🦘 Well. {thanks}", permalink=X)
    sees(services, 1, "specific_thanks", thanks)
    post(services, 1, kind="reply", parent_author="kim", text="Thank you for the warning about CASCADE.")
    sees(services, 2, "specific_thanks", "Thank you for the warning about CASCADE.")
    assert {each["handle"] for each in listed(browser, "?did=thanked")} == {"jonas", "kim"}
    assert {each["handle"] for each in listed(browser, "?did=answered")} == {"maria", "kim"}


def test_who_is_recommended_by_handle_is_noted(browser: Caller, services: Services) -> None:
    text = "Mail me@blog.example. Try @caddy@fosstodon.org. It handles certificates; see x.com/@nobody."
    post(services, 1, text=text, permalink=X)
    sees(services, 1, "recommendation", text.removeprefix("Mail me@blog.example. "))
    assert [(each["handle"], each["recommended"]) for each in listed(browser)] == [("caddy@fosstodon.org", 1)]


def test_a_review_that_comes_later_is_searched_too(browser: Caller, services: Services) -> None:
    post(services, 1, text="Try @caddy for that.", permalink=X)
    assert listed(browser) == []
    sees(services, 1, "recommendation", "Try @caddy for that.")
    assert [each["handle"] for each in listed(browser)] == ["caddy"]


def test_the_real_review_notes_whom_a_post_thanks(browser: Caller) -> None:
    told = new_post(text="Thanks @maria, the tip about WAL mode cut our p95 in half")
    assert browser("PUT", f"/v1/posts/{new_id()}", told).status_code == 201
    assert [(each["handle"], each["thanked"]) for each in listed(browser)] == [("maria", 1)]


def test_a_deleted_post_takes_along_whom_only_it_knew(browser: Caller, services: Services) -> None:
    first = post(services, 2, parent_author="maria", permalink=X)
    second = post(services, 1, parent_author="maria", permalink="https://x.com/me/status/8")
    assert listed(browser)[0]["answered"] == 2
    services.posts.delete(second)
    (maria,) = listed(browser)
    assert (maria["answered"], maria["last_at"] < ago(1.9)) == (1, True)
    services.posts.delete(first)
    assert listed(browser) == []


def test_who_is_forgotten_stays_forgotten(browser: Caller, services: Services) -> None:
    asked = post(services, 5, permalink=X)
    replied(services, asked, 4, "Quokkahandle", text="It worked in Quokkaland.")
    with services.log.writing() as db:
        people.tie(db, 1, "x.com", "Quokkahandle", "quokkahandle", "answered_you", ago(4))
        people.tie(db, 1, "x.com", "jonas", "jonas", "answered_you", ago(4))
    person = next(each["id"] for each in listed(browser) if each["handle"] == "Quokkahandle")
    assert browser("DELETE", f"/v1/people/{person}").status_code == 204
    assert browser("DELETE", f"/v1/people/{person}").status_code == 404
    with services.log.writing() as db:
        people.tie(db, 1, "x.com", "quokkahandle", "quokkahandle", "answered_you", ago(4))
    assert [each["handle"] for each in listed(browser)] == ["jonas"]
    (waits,) = browser("GET", "/v1/conversations").json["items"]
    assert (waits["waiting"], waits["people"]) == (1, [])
    kept = b"".join(file.read_bytes() for file in services.log.path.parent.glob("pitch-in.db*"))
    assert b"uokkaland" not in kept
    assert b"uokkahandle" not in kept


@pytest.mark.parametrize("wrong", ["?did=hated", "?limit=0", "?cursor=x", "?who=me"])
def test_what_can_not_be_asked_is_refused(browser: Caller, wrong: str) -> None:
    assert browser("GET", f"/v1/people{wrong}").status_code == 422
    assert browser("DELETE", "/v1/people/99999999999999999999").status_code == 422


def test_pages_follow_one_another(browser: Caller, services: Services) -> None:
    for day in range(1, 6):
        post(services, day, parent_author=f"person{day}", permalink=f"https://x.com/me/status/{day}")
    cursor, seen = "", []
    for _ in range(3):
        page = browser("GET", f"/v1/people?limit=2{cursor}").json
        seen += [each["handle"] for each in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert (seen, page["next"]) == ([f"person{day}" for day in range(1, 6)], None)
