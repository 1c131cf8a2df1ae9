"""What the person says of flags is kept on this machine, obeyed, listed, and taken back."""

import threading
from pathlib import Path

import pytest

from agent.services import Services
from agent.services.sketches import likeness, sketch
from tests.agent.calls import Caller

DRAFT = "Great post, Quokka Kettles!"
FLAG = "praise"
KEY = bytes(32)


def flags(browser: Caller, draft: str, **context: str) -> set[str]:
    review = browser("POST", "/v1/reviews", {"draft": draft, "context": context or None}).json
    return {signal["name"] for signal in review["signals"] if signal["kind"] == "flag"}


def dismiss(browser: Caller, **more: object) -> str:
    made = browser("POST", "/v1/dismissals", {"signal": FLAG, "draft": DRAFT, **more})
    assert made.status_code == 201
    return str(made.json["id"])


def test_a_flag_that_was_wrong_is_not_raised_on_nearly_the_same_draft_until_that_is_undone(
    browser: Caller,
) -> None:
    assert FLAG in flags(browser, DRAFT)
    made = dismiss(browser)
    assert FLAG not in flags(browser, DRAFT)
    assert FLAG not in flags(browser, "great post, quokka kettles")
    assert FLAG in flags(browser, "Awesome video!")
    assert browser("DELETE", f"/v1/dismissals/{made}").status_code == 204
    assert FLAG in flags(browser, DRAFT)
    assert browser("DELETE", f"/v1/dismissals/{made}").status_code == 404


def test_what_was_called_wrong_is_listed_once_and_without_its_text(browser: Caller) -> None:
    made = dismiss(browser, context={"site": "isso", "parent_text": "Anything"})
    assert dismiss(browser, context={"site": "isso"}) == made
    (one,) = browser("GET", "/v1/dismissals").json["dismissals"]
    assert (one["id"], one["signal"], one["site"], one["text"]) == (made, FLAG, "isso", None)


def test_the_draft_is_not_on_disk_unless_the_person_agrees(
    browser: Caller, services: Services, tmp_path: Path
) -> None:
    dismiss(browser)
    services.log.forget_deleted()
    assert not holds(tmp_path, b"quokka")
    made = dismiss(browser, keep_text=True)
    services.log.forget_deleted()
    assert holds(tmp_path, b"quokka")
    assert browser("GET", "/v1/dismissals").json["dismissals"][0]["text"] == DRAFT
    browser("DELETE", f"/v1/dismissals/{made}")
    assert not holds(tmp_path, b"quokka")


def holds(folder: Path, word: bytes) -> bool:
    return any(word in path.read_bytes().lower() for path in folder.rglob("*") if path.is_file())


def test_a_flag_is_muted_on_one_site_only(browser: Caller) -> None:
    assert browser("PUT", "/v1/mutes", {"signal": FLAG, "site": "isso"}).status_code == 204
    assert FLAG not in flags(browser, "Great post!", site="isso")
    assert FLAG in flags(browser, "Great post!", site="discourse")
    browser("PUT", "/v1/mutes", {"signal": FLAG, "site": "blog.example"})
    assert FLAG not in flags(browser, "Great post!", page_url="https://blog.example/builds")
    listed = browser("GET", "/v1/mutes").json["mutes"]
    assert listed == [{"signal": FLAG, "site": "blog.example"}, {"signal": FLAG, "site": "isso"}]
    assert browser("DELETE", "/v1/mutes", {"signal": FLAG, "site": "isso"}).status_code == 204
    assert FLAG in flags(browser, "Great post!", site="isso")


def test_a_flag_that_is_muted_everywhere_is_the_setting(browser: Caller, services: Services) -> None:
    browser("PUT", "/v1/mutes", {"signal": FLAG, "site": None})
    assert services.settings.names("muted_signals") == [FLAG]
    assert browser("GET", "/v1/mutes").json["mutes"] == [{"signal": FLAG, "site": None}]
    assert FLAG not in flags(browser, "Great post!")
    browser("DELETE", "/v1/mutes", {"signal": FLAG, "site": None})
    assert FLAG in flags(browser, "Great post!")


def test_flags_that_are_muted_at_once_are_all_muted(services: Services) -> None:
    many = ["agreement", "broadcast", "bump", "praise", "reaction", "thanks"]
    together = threading.Barrier(len(many))

    def mute(flag: str) -> None:
        together.wait(30)
        services.learning.mute(flag, None)

    threads = [threading.Thread(target=mute, args=[flag]) for flag in many]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert services.settings.names("muted_signals") == many


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/dismissals", {"signal": "question", "draft": DRAFT}),
        ("POST", "/v1/dismissals", {"signal": FLAG}),
        ("POST", "/v1/dismissals", {"signal": FLAG, "draft": "a" * 100_001}),
        ("DELETE", "/v1/dismissals/1", None),
        ("PUT", "/v1/mutes", {"signal": "nagging", "site": None}),
        ("PUT", "/v1/mutes", {"signal": FLAG}),
        ("PUT", "/v1/mutes", {"signal": FLAG, "site": ""}),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    browser: Caller, method: str, path: str, body: object
) -> None:
    refused = browser(method, path, body)
    assert refused.status_code == 422
    assert refused.json["detail"]


def test_near_texts_are_alike_and_others_are_not() -> None:
    told = "The depot closes at two on Fridays, so bring the forms before lunch and ask for Ana."
    near = "the depot closes at two on fridays so bring the forms before lunch and ask for Ben"
    other = "We moved our queue from Redis to Postgres, and the timeouts have stopped since then."
    assert likeness(sketch(told, KEY), sketch(told, KEY)) == 1
    assert likeness(sketch(told, KEY), sketch(near, KEY)) > 0.8
    assert likeness(sketch(told, KEY), sketch(other, KEY)) < 0.1
    assert sketch(told, KEY).isdisjoint(sketch(told, b"another key"))


@pytest.mark.parametrize("text", ["", " ", "😂😂", "\x00", "\ud800", "a" * 100_000, "!?"])
def test_any_text_has_a_sketch(text: str) -> None:
    assert 0 < len(sketch(text, KEY)) <= 128
