from typing import Any

import pytest

from agent.services import Services
from agent.services.settings import TABLE
from tests.agent.viewer.reading import Page, Viewer, words_of

# The form as it is sent when nothing was changed in it.
AS_THEY_ARE = {
    setting.name: "yes" if setting.default is True else str(setting.default)
    for setting in TABLE
    if setting.default not in (False, [])
}


def test_every_setting_of_the_table_is_on_the_page_with_its_help(viewer: Viewer, services: Services) -> None:
    page = viewer.get("/settings")
    for setting in services.settings.table:
        assert setting.title in page.words
        assert setting.help in page.words
        page.named(setting.name)


def test_what_was_chosen_is_saved_and_shown(viewer: Viewer, services: Services) -> None:
    chosen = {"suggestions_shown": 1, "strictness": "relaxed", "theme": "dark", "balance": "reddit"}
    sent = AS_THEY_ARE | {name: str(value) for name, value in chosen.items()}
    del sent["keep_parent_text"]
    after = viewer.follow(viewer.send("/settings", sent | {"muted_signals": ["praise", "thanks"]}))
    assert "Saved." in after.words
    assert {setting.name: services.settings.get(setting.name) for setting in TABLE} == {
        **{setting.name: setting.default for setting in TABLE},
        **chosen,
        "keep_parent_text": False,
        "muted_signals": ["praise", "thanks"],
    }
    assert after.named("suggestions_shown").get("value") == "1"
    assert after.named("keep_parent_text").get("checked") is None
    checked = {box.get("value") for box in after.all(".//input[@checked]")}
    assert {"dark", "praise", "reddit", "relaxed", "thanks"} <= checked


@pytest.mark.parametrize("number", ["4", "-1", "", "two", "1.5", "٣", "9" * 5000])
def test_a_number_that_does_not_fit_is_refused_at_its_field(
    viewer: Viewer, services: Services, number: str
) -> None:
    page = viewer.send("/settings", AS_THEY_ARE | {"theme": "dark", "suggestions_shown": number})
    assert page.status == 422
    error = page.all(".//*[@id='suggestions_shown-error']")[0]
    assert "a whole number from 0 to 3" in words_of(error)
    field = page.named("suggestions_shown")
    assert "suggestions_shown-error" in field.get("aria-describedby", "")
    assert services.settings.get("theme") == "auto", "nothing is saved while one doesn't fit"


@pytest.mark.parametrize("changed", [{"theme": "pink"}, {"theme": ""}, {"muted_signals": ["x" * 101]}])
def test_other_values_that_do_not_fit_are_refused(
    viewer: Viewer, services: Services, changed: dict[str, Any]
) -> None:
    page = viewer.send("/settings", AS_THEY_ARE | {"suggestions_shown": "1"} | changed)
    assert page.status == 422
    assert page.all(".//*[@class='error']")
    assert services.settings.get("suggestions_shown") == 3


def test_where_one_setting_can_not_be_stored_none_is(viewer: Viewer, services: Services) -> None:
    with services.log.writing() as db:
        db.execute(
            "CREATE TRIGGER full BEFORE INSERT ON settings WHEN new.name = 'theme' "
            "BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    sent = {"suggestions_shown": "1", "theme": "dark", "muted_signals": ["praise"]}
    assert viewer.send("/settings", AS_THEY_ARE | sent).status == 500
    with services.log.reading() as db:
        assert db.table("settings").count == 0


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_the_colours_hold_for_every_page(viewer: Viewer, theme: str) -> None:
    viewer.send("/settings", AS_THEY_ARE | {"theme": theme})
    for path in ("/", "/history", "/nowhere"):
        assert viewer.get(path).tree.get("data-theme") == theme


def test_a_muted_flag_is_not_heard_of(viewer: Viewer) -> None:
    assert "Praise that fits any post" in viewer.send("/draft", {"draft": "Great post!"}).words
    viewer.send("/settings", AS_THEY_ARE | {"muted_signals": ["praise"]})
    assert "Praise that fits any post" not in viewer.send("/draft", {"draft": "Great post!"}).words


def sent_with(page: Page, muted: set[str]) -> dict[str, Any]:
    """The form of a page as it was shown, sent with these flags muted and nothing else changed."""
    shown = [field.get("value") for field in page.all(".//input[@name='muted_signals-shown']")]
    return AS_THEY_ARE | {"muted_signals": sorted(muted), "muted_signals-shown": shown}


def test_a_page_that_was_opened_earlier_takes_back_no_newer_mute_and_brings_none_back(
    viewer: Viewer, services: Services
) -> None:
    services.settings.set("muted_signals", ["praise", "thanks"])
    earlier = viewer.get("/settings")
    services.learning.mute("bump", None)
    services.learning.unmute("thanks", None)
    viewer.send("/settings", sent_with(earlier, {"praise", "thanks"}))
    assert services.settings.names("muted_signals") == ["bump", "praise"]
    viewer.send("/settings", sent_with(earlier, {"thanks", "agreement"}))
    assert services.settings.names("muted_signals") == ["agreement", "bump"]


def form_of(page: Page) -> dict[str, Any]:
    """The form of a page, to be sent as it was shown."""
    (form,) = (each for each in page.all(".//form") if each.get("action") == "/settings")
    sent: dict[str, Any] = {}
    for field in form.iter("input"):
        if field.get("type") not in ("checkbox", "radio") or field.get("checked") is not None:
            sent.setdefault(field.get("name", ""), []).append(field.get("value", ""))
    return sent


def test_a_page_that_was_opened_earlier_stores_only_what_was_changed_on_it(
    viewer: Viewer, services: Services
) -> None:
    earlier = form_of(viewer.get("/settings"))
    newer = {"theme": "dark", "keep_parent_text": False, "balance_posts": 30, "smoothing_model": "mine"}
    for name, value in newer.items():
        services.settings.set(name, value)
    viewer.follow(viewer.send("/settings", earlier | {"suggestions_shown": "1"}))
    assert services.settings.number("suggestions_shown") == 1
    assert {name: services.settings.get(name) for name in newer} == newer

    wrong = viewer.send("/settings", earlier | {"balance_posts": "many", "theme": "light"})
    assert wrong.status == 422
    again = form_of(wrong) | {"balance_posts": "40"}
    viewer.follow(viewer.send("/settings", again))
    assert services.settings.number("balance_posts") == 40
    assert services.settings.get("theme") == "light"
    assert services.settings.get("smoothing_model") == "mine"
    assert not services.settings.yes("keep_parent_text")


def test_a_box_that_was_unticked_is_stored(viewer: Viewer, services: Services) -> None:
    sent = form_of(viewer.get("/settings"))
    del sent["keep_parent_text"]
    viewer.follow(viewer.send("/settings", sent))
    assert not services.settings.yes("keep_parent_text")
    assert services.settings.get("theme") == "auto"


def test_a_mute_of_what_the_page_does_not_list_stays(viewer: Viewer, services: Services) -> None:
    services.settings.set("muted_signals", ["a_flag_of_another_version", "praise"])
    viewer.send("/settings", sent_with(viewer.get("/settings"), set()))
    assert services.settings.names("muted_signals") == ["a_flag_of_another_version"]


def test_a_page_that_was_refused_still_knows_what_it_showed(viewer: Viewer, services: Services) -> None:
    services.settings.set("muted_signals", ["praise", "thanks"])
    wrong = sent_with(viewer.get("/settings"), {"thanks"}) | {"suggestions_shown": "many"}
    refused = viewer.send("/settings", wrong)
    assert refused.status == 422
    viewer.send("/settings", sent_with(refused, {"thanks"}))
    assert services.settings.names("muted_signals") == ["thanks"]


def test_each_flag_that_can_be_muted_leads_to_its_page(viewer: Viewer) -> None:
    page = viewer.get("/settings")
    flags = {box.get("value") for box in page.all(".//input[@name='muted_signals']")}
    assert flags
    assert {f"/signals/{flag}" for flag in flags} <= set(page.links())


def test_each_choice_is_said_in_words(viewer: Viewer) -> None:
    page = viewer.get("/settings")
    for setting in TABLE:
        for words in setting.choices.values():
            assert words in page.words


def test_the_page_says_where_the_log_is_and_how_to_take_it_out_or_away(
    viewer: Viewer, services: Services
) -> None:
    page = viewer.get("/settings")
    assert str(services.log.path) in page.words
    assert {"/stored", "/learnt", "/signals"} <= set(page.links())
    assert "delete the folder" in page.words
