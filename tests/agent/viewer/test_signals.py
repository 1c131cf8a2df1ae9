import pytest

import nlp.signals
from nlp.signals import SignalPage
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
