import pytest

import nlp.signals
from agent.services import Services
from nlp.signals import SignalPage
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Viewer

PAGES = nlp.signals.reference()


def test_every_signal_is_listed_under_its_kind(viewer: Viewer) -> None:
    page = viewer.get("/signals")
    for kind, section in (("flag", "flags"), ("strength", "strengths")):
        listed = {link.get("href") for link in page.all(f".//section[@aria-labelledby='{section}']//a")}
        assert listed == {f"/signals/{signal.name}" for signal in PAGES if signal.kind == kind}


@pytest.mark.parametrize("signal", PAGES, ids=lambda signal: signal.name)
def test_a_signal_tells_all_about_itself(viewer: Viewer, signal: SignalPage) -> None:
    words = viewer.get(f"/signals/{signal.name}").words
    for part in (signal.title, signal.what, signal.why, signal.wrong_when, signal.source):
        assert " ".join(part.split()) in words
    for example in (*signal.bad, *signal.good):
        assert " ".join(example.draft.split()) in words


def test_an_unknown_signal_says_so(viewer: Viewer) -> None:
    assert viewer.get("/signals/nothing").status == 404


def test_a_signal_says_how_often_it_was_seen_and_where(viewer: Viewer, log_post: LogPost) -> None:
    assert "Seen in no post of yours yet." in viewer.get("/signals/praise").words
    log_post(text="Great post!")
    page = viewer.get("/signals/praise")
    assert "Seen in 1 post of yours" in page.words
    assert "/history?signal=praise" in page.links()
    assert "In 1 post of yours" in viewer.get("/signals").words


def test_a_flag_is_muted_and_heard_again_on_its_page(viewer: Viewer, services: Services) -> None:
    after = viewer.follow(viewer.send("/signals/praise/mute"))
    assert "It is muted" in after.words
    assert services.settings.names("muted_signals") == ["praise"]
    assert "Praise that fits any post" not in viewer.send("/draft", {"draft": "Great post!"}).words
    viewer.send("/signals/praise/unmute")
    assert services.settings.names("muted_signals") == []


def test_a_strength_can_not_be_muted(viewer: Viewer, services: Services) -> None:
    assert "Mute this flag" not in viewer.get("/signals/question").words
    assert viewer.send("/signals/question/mute").status == 422
    assert viewer.send("/signals/nothing/mute").status == 404
    assert services.settings.names("muted_signals") == []
