from agent.services import Services
from nlp import Context
from tests.agent.viewer.reading import Viewer, words_of

DRAFT = "Great post, Quokka Kettles!"


def test_the_page_is_empty_until_something_was_said(viewer: Viewer) -> None:
    assert "None yet." in viewer.get("/learnt").words


def test_a_flag_that_was_called_wrong_is_listed_and_can_be_undone(viewer: Viewer, services: Services) -> None:
    made = services.learning.dismiss("praise", DRAFT, Context(site="isso"))
    page = viewer.get("/learnt")
    assert "on isso" in page.words
    assert "Quokka" not in page.words
    after = viewer.follow(viewer.send(f"/learnt/dismissals/{made}/undo"))
    assert "Undone" in after.words
    assert services.learning.dismissals() == []


def test_the_draft_is_shown_only_where_the_person_agreed_to_keep_it(
    viewer: Viewer, services: Services
) -> None:
    services.learning.dismiss("praise", DRAFT, None, DRAFT)
    assert "Quokka" in viewer.get("/learnt").words


def test_mutes_are_listed_where_they_hold_and_can_be_undone(viewer: Viewer, services: Services) -> None:
    services.learning.mute("praise", "isso")
    services.learning.mute("bump", None)
    page = viewer.get("/learnt")
    assert [words_of(place) for place in page.all(".//*[@aria-labelledby='mutes']//p")] == [
        "Everywhere",
        "On isso",
    ]
    after = viewer.follow(viewer.send("/learnt/mutes/undo", {"signal": "praise", "site": "isso"}))
    assert "again" in after.words
    viewer.send("/learnt/mutes/undo", {"signal": "bump"})
    assert services.learning.mutes() == []


def test_what_was_undone_already_is_said(viewer: Viewer) -> None:
    page = viewer.send("/learnt/dismissals/none/undo")
    assert page.status == 404
    assert "undone already" in page.words
