"""The settings' one table."""

import pytest

from agent.problems import Invalid
from agent.services import Services
from agent.services.settings import TABLE, usual_wishes
from agent.store import Log
from agent.trouble import Trouble
from nlp.strictness import false_flags

OTHERS = {
    "yes_no": False,
    "names": ["praise", "bump"],
    "address": "http://127.0.0.1:11434",
    "words": "mistral",
}


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.name)
def test_every_setting_says_what_it_does_and_takes_its_default(setting: object) -> None:
    assert setting.title
    assert setting.help.endswith("."), f"{setting.name} needs a help sentence."
    assert setting.accept(setting.default) == setting.default


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.name)
def test_every_setting_is_kept(services: Services, setting: object) -> None:
    assert services.settings.get(setting.name) == setting.default
    of_choices = next((choice for choice in setting.choices if choice != setting.default), None)
    other = of_choices or OTHERS.get(setting.kind, setting.lowest)
    services.settings.set(setting.name, other)
    assert services.settings.get(setting.name) == (sorted(other) if setting.kind == "names" else other)
    services.settings.set(setting.name, setting.default)
    with services.log.reading() as db:
        assert db.table("settings").count == 0, "Defaults aren't stored."


def test_where_there_is_no_log_reviews_go_by_the_defaults_of_the_table(services: Services) -> None:
    assert usual_wishes() == services.settings.wishes()
    services.settings.set("strictness", "relaxed")
    assert usual_wishes() != services.settings.wishes()


def test_strictness_says_how_often_its_flags_were_wrong() -> None:
    (setting,) = [each for each in TABLE if each.name == "strictness"]
    shares = false_flags()
    assert shares["relaxed"] < shares["normal"] < shares["strict"]
    for name, share in shares.items():
        assert f"flags {1000 * share:.0f} of 1,000" in setting.choices[name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("suggestions_shown", 4),
        ("suggestions_shown", -1),
        ("suggestions_shown", True),
        ("suggestions_shown", "1"),
        ("suggestions_shown", 1.0),
        ("keep_parent_text", 1),
        ("keep_parent_text", "yes"),
        ("strictness", "merciless"),
        ("theme", "pink"),
        ("theme", None),
        ("muted_signals", "praise"),
        ("muted_signals", [1]),
        ("muted_signals", [""]),
        ("muted_signals", ["a" * 101]),
        ("muted_signals", ["a"] * 101),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_would(
    services: Services, name: str, value: object
) -> None:
    before = services.settings.get(name)
    with pytest.raises(Invalid, match="takes"):
        services.settings.set(name, value)
    assert services.settings.get(name) == before


def test_an_unknown_setting_is_refused(services: Services) -> None:
    with pytest.raises(Invalid, match="theme"):
        services.settings.set("colour", "dark")
    with pytest.raises(Invalid, match="theme"):
        services.settings.get("colour")


@pytest.mark.parametrize("stored", ["", "{", "7", '"seven"', "null"])
def test_a_damaged_setting_is_named_with_its_cure(log: Log, services: Services, stored: str) -> None:
    with log.writing() as db:
        db.execute("INSERT INTO settings VALUES ('suggestions_shown', ?)", [stored])
    for ask in (services.settings.check, services.settings.wishes):
        with pytest.raises(Trouble, match=r"suggestions_shown.* delete its row"):
            ask()
