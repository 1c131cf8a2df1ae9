import pytest

from agent.services import Services
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Viewer


def test_with_nothing_to_follow_the_page_says_what_can_be(viewer: Viewer) -> None:
    page = viewer.get("/following")
    assert "None of the sites that you posted to can be asked." in page.words
    assert "No machine but this one has heard from Pitch In." in page.words


def test_a_site_is_off_until_it_is_switched_on_and_off_again(
    viewer: Viewer, services: Services, log_post: LogPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A test talks to no other machine, so nothing is asked once the site is on.
    monkeypatch.setattr(services.collecting, "start", lambda: None)
    log_post(permalink="https://social.example/@me/113", context={"site": "mastodon", "kind": "post"})
    page = viewer.get("/following")
    box = page.named("on")
    assert box.get("value") == "social.example"
    assert box.get("checked") is None
    assert "Asks social.example." in page.words

    after = viewer.follow(viewer.send("/following", {"on": ["social.example"]}))
    assert "Saved." in after.words
    assert after.named("on").get("checked") is not None
    viewer.send("/following", {})
    assert viewer.get("/following").named("on").get("checked") is None


def test_a_site_that_can_not_be_asked_is_refused(viewer: Viewer) -> None:
    page = viewer.send("/following", {"on": ["evil.example"]})
    assert page.status == 422
    assert "evil.example" in page.words


def test_every_request_stands_on_the_page(viewer: Viewer, services: Services, log_post: LogPost) -> None:
    log_post(permalink="https://social.example/@me/113", context={"site": "mastodon", "kind": "post"})
    with services.log.writing() as db:
        db.execute(
            "INSERT INTO collector_requests "
            "(post, asked_at, host, address, status, outcome, bytes, sentence) "
            "SELECT 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'social.example', "
            "'https://social.example/api/v1/statuses/113', 429, 'slow_down', 20, 'It asked for <rest>.'"
        )
    page = viewer.get("/following")
    assert "https://social.example/api/v1/statuses/113" in page.words
    assert "Asked for a rest (429)" in page.words
    assert "It asked for <rest>." in page.words
