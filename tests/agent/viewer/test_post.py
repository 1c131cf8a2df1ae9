import xml.etree.ElementTree as ET
from uuid import uuid4

import pytest

from agent.schemas.engagement import Count, Counts
from agent.schemas.posts import PostChange
from agent.services import Services
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Viewer, words_of


def test_counts_typed_by_hand_are_kept_and_an_empty_field_stays_unknown(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post()
    sent = {"likes": "1,204", "replies": " 3 ", "shares": "", "views": ""}
    after = viewer.follow(viewer.send(f"/history/{post.id}/counts", sent))
    assert "The counts are kept." in after.words
    (row,) = after.all(".//section[@id='back']//tbody/tr")
    assert [words_of(cell) for cell in row.findall("td")] == ["1,204", "3", "unknown", "unknown", "you"]
    assert services.engagement.of(post.id).now.shares is None


@pytest.mark.parametrize("number", ["-1", "1.5", "many", "٣", "1e3", "9" * 40])
def test_what_is_no_number_is_refused_at_its_field(viewer: Viewer, log_post: LogPost, number: str) -> None:
    post = log_post()
    page = viewer.send(f"/history/{post.id}/counts", {"likes": "2", "views": number})
    assert page.status == 422
    assert "whole number" in words_of(page.all(".//*[@id='views-error']")[0])
    assert page.named("likes").get("value") == "2", "what was typed is not lost"


def test_nothing_typed_keeps_nothing(viewer: Viewer, services: Services, log_post: LogPost) -> None:
    post = log_post()
    assert viewer.send(f"/history/{post.id}/counts", {}).status == 422
    assert not services.engagement.of(post.id).snapshots


def test_what_came_back_is_drawn_as_it_grew(viewer: Viewer, services: Services, log_post: LogPost) -> None:
    post = log_post()
    for likes in (1, 5, 9):
        services.engagement.add_by_hand(
            post.id, Counts(likes=Count(value=likes), views=Count(value=likes * 100))
        )
    picture = ET.fromstring(viewer.get(f"/history/{post.id}/engagement.svg?scheme=dark&width=narrow").html)  # noqa: S314
    words = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert "Likes" in words
    assert "Views" in words
    assert "Shares" not in words, "unknown is not drawn as 0"


def test_the_review_then_stands_beside_the_review_now(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post(text="Great post!")
    services.reviewing.review("Ready?")
    assert "The verdict is the same." in viewer.get(f"/history/{post.id}").words
    with services.log.writing() as db:
        db.execute("UPDATE posts SET verdict = 'contributes'")
        db.execute("UPDATE signals SET name = 'gone_since'")
    page = viewer.get(f"/history/{post.id}")
    assert "Then it was “Contributes”." in page.words
    assert "Seen then and not today: Gone since." in page.words


def test_a_post_is_no_repetition_of_itself(viewer: Viewer, services: Services, log_post: LogPost) -> None:
    text = "We moved our nightly jobs to two machines under the desk: the queue fell from 40 minutes to 6."
    first, again = log_post(text=text), log_post(text=text, posted_at="2026-11-26T19:05:00Z")
    services.reviewing.review("Ready?")
    assert "Posted before" not in viewer.get(f"/history/{first.id}").words
    assert "Posted before" in viewer.get(f"/history/{again.id}").words


def test_a_text_posted_before_leads_to_that_post_as_long_as_it_is_there(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    text = "We moved our nightly jobs to two machines under the desk: the queue fell from 40 minutes to 6."
    first, again = log_post(text=text), log_post(text=text, posted_at="2026-11-26T19:05:00Z")
    links = viewer.get(f"/history/{again.id}").links()
    assert links.count(f"/history/{first.id}") >= 1
    services.posts.delete(first.id)
    page = viewer.get(f"/history/{again.id}")
    assert "Posted before" in page.words
    assert f"/history/{first.id}" not in page.links()


def test_a_post_that_a_flag_was_likelier_for_is_not_said_to_have_contributed(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post(text="We keep ours on a disk, and read it back at night.")
    with services.log.writing() as db:
        db.execute("UPDATE posts SET verdict = 'contributes', confidence = 0.3")
    assert words_of(viewer.get(f"/history/{post.id}").all(".//*[@class='judged-verdict']")[0]) == "Can't tell"
    with services.log.writing() as db:
        db.execute("UPDATE posts SET confidence = 0.6")
    said = words_of(viewer.get(f"/history/{post.id}").all(".//*[@class='judged-verdict']")[0])
    assert said == "Contributes"


def test_an_edit_on_the_site_and_a_post_taken_back_are_told(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post()
    assert "Taken back" not in viewer.get(f"/history/{post.id}").words
    services.posts.change(post.id, PostChange(text="We keep ours on a disk.", gone_at="2026-11-26T08:00:00Z"))
    words = viewer.get(f"/history/{post.id}").words
    assert "Edited" in words
    assert "Taken back" in words


def test_answers_that_were_only_counted_are_told(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post()
    assert "No answer to this post is known." in viewer.get(f"/history/{post.id}").words
    services.engagement.add_by_hand(post.id, Counts(replies=Count(value=0), likes=Count(value=1)))
    page = viewer.get(f"/history/{post.id}")
    assert "No answer to this post is known." in page.words
    assert "1 like" in page.words
    assert not page.all(".//picture"), "what was seen once has no course"


def test_its_conversation_stands_on_its_page(viewer: Viewer, services: Services, log_post: LogPost) -> None:
    post = log_post()
    with services.log.writing() as db:
        db.execute(
            "INSERT INTO replies (post, address, permalink, author, written_at, mine, text, seen_at) VALUES "
            "(1, 'blog.example/1', 'https://blog.example/1', '<b>maria</b>', '2026-11-25T19:00:00.000Z', 0, "
            "'How warm?', '2026-11-25T19:00:00.000Z'), "
            "(1, 'blog.example/2', 'javascript:alert(1)', 'me', '2026-11-25T20:00:00.000Z', 1, 'Very.', "
            "'2026-11-25T20:00:00.000Z')"
        )
    page = viewer.get(f"/history/{post.id}")
    assert "<b>maria</b> 25 Nov 2026" in page.words
    assert "How warm?" in page.words
    assert "You 25 Nov 2026" in page.words
    link = next(link for link in page.all(".//a") if link.get("href") == "https://blog.example/1")
    assert link.get("rel") == "noreferrer noopener"
    assert "javascript:alert(1)" not in page.links()


def test_other_posts_in_its_thread_are_a_click_away(viewer: Viewer, log_post: LogPost) -> None:
    first = log_post(text="Which caches do you keep warm?", permalink="https://blog.example/builds#comment-1")
    second = log_post(text="We keep ours on a disk.", permalink="https://blog.example/builds#comment-2")
    page = viewer.get(f"/history/{second.id}")
    assert "You in the same thread" in page.words
    assert f"/history/{first.id}" in page.links()


def test_a_post_that_is_not_there_has_no_counts(viewer: Viewer) -> None:
    assert viewer.send(f"/history/{uuid4()}/counts", {"likes": "1"}).status == 404
    assert viewer.get(f"/history/{uuid4()}/engagement.svg").status == 404
