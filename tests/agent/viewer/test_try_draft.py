from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

import nlp
from agent.app import create_app
from agent.services import Services
from agent.store import Log
from agent.viewer.pages.try_draft import EXAMPLE
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Page, Viewer, words_of

NOTICE = "The reading room is open late on Thursdays from now on, and the side door stays locked."
PARENT = "We moved our builds to two small machines under the desk. The queue went from 40 minutes to 6."


def marks(page: Page) -> list[str]:
    return [words_of(mark) for mark in page.all(".//mark")]


def draft_box(page: Page) -> str:
    return page.named("draft").text or ""


def suggestions(page: Page) -> list[str]:
    return [button.get("value", "") for button in page.all(".//article//button[@name='use']")]


def test_the_first_visit_offers_an_example_to_try(viewer: Viewer) -> None:
    page = viewer.get("/draft")
    assert EXAMPLE.draft in page.words
    example = next(form for form in page.all(".//form") if form.findall(".//input[@type='hidden']"))
    sent = {field.get("name", ""): field.get("value", "") for field in example.findall(".//input")}
    review = viewer.send("/draft", sent)
    assert "Me too" in review.words
    assert draft_box(review) == EXAMPLE.draft


def test_a_draft_gets_a_verdict_a_headline_and_a_reason_with_its_words_marked(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "Great post!", "parent_text": PARENT, "parent_author": "maria"})
    assert page.status == 200
    assert words_of(page.all(".//*[@class='judged-verdict']")[0]) == "Me too"
    assert words_of(page.all(".//h2[@id='review-title']")[0]).endswith(".")
    assert "Great" in marks(page)[0]
    assert "/signals/praise" in page.links()


def test_what_a_draft_brings_is_said_too(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "Which scheduler do you use for the nightly jobs?"})
    assert "Contributes" in page.words
    assert "What it brings" in page.words


def test_what_is_let_pass_though_a_flag_is_likelier_is_not_said_to_contribute(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "Well said, caches matter a lot", "parent_text": PARENT})
    assert words_of(page.all(".//*[@class='judged-verdict']")[0]) == "Can't tell"
    assert "Pitch In can't tell" in words_of(page.all(".//h2[@id='review-title']")[0])


def test_a_text_posted_before_leads_to_that_post(viewer: Viewer, log_post: LogPost) -> None:
    before = log_post(text=NOTICE)
    page = viewer.send("/draft", {"draft": NOTICE})
    assert f"/history/{before.id}" in page.links()


def test_a_suggestion_can_be_put_into_the_box_and_taken_back(viewer: Viewer) -> None:
    first = viewer.send("/draft", {"draft": "Great post!", "parent_text": PARENT})
    suggestion = next(text for text in suggestions(first) if "[… " in text)

    used = viewer.send("/draft", {"draft": "Great post!", "parent_text": PARENT, "use": suggestion})
    assert draft_box(used) == suggestion
    assert "Fill in what stands in" in used.words
    assert words_of(used.named("parent_text")) == PARENT, "what it answers stays"

    back = next(button for button in used.all(".//form//button[@name='use']"))
    assert draft_box(viewer.send("/draft", {"draft": suggestion, "use": back.get("value")})) == "Great post!"


def test_a_draft_with_an_open_blank_is_not_finished(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "We tried it too: [… what came of it]."})
    assert words_of(page.all(".//*[@class='judged-verdict']")[0]) == "Not finished"
    assert words_of(page.all(".//p/span[@class='blank']")[0]) == "[… what came of it]"


def test_while_the_model_loads_the_page_is_there_and_says_so(log: Log, reviewer: nlp.Reviewer) -> None:
    may_load = Event()

    def load() -> nlp.Reviewer:
        may_load.wait()
        return reviewer

    services = Services.on(log, "http://127.0.0.1:8642", load=load)
    person = Viewer(create_app(services).test_client())
    person.get(services.sessions.new_link().removeprefix(services.address))
    services.reviewing.start()
    assert "still loading" in person.get("/draft").words

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(person.send, "/draft", {"draft": "Great post!"})
        may_load.set()
        assert "Me too" in waiting.result(60).words
    assert "still loading" not in person.get("/draft").words


def test_no_more_suggestions_are_shown_than_the_settings_say(viewer: Viewer, services: Services) -> None:
    services.settings.set("suggestions_shown", 1)
    assert len(suggestions(viewer.send("/draft", {"draft": "Great post!", "parent_text": PARENT}))) == 1
    services.settings.set("suggestions_shown", 0)
    without = viewer.send("/draft", {"draft": "Great post!", "parent_text": PARENT})
    assert "Ways to add something" not in without.words


def test_lines_stay_lines_and_marks_stay_on_their_words(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "🎉🎉\r\n\r\nGreat post!\r\n"})
    assert draft_box(page) == "🎉🎉\n\nGreat post!\n"
    assert any(mark.startswith("Great") for mark in marks(page))


def test_a_draft_that_begins_with_an_empty_line_keeps_it(viewer: Viewer) -> None:
    assert draft_box(viewer.send("/draft", {"draft": "\n\nGreat post!"})) == "\n\nGreat post!"


@pytest.mark.parametrize("draft", ["", " \n\t ", "\x00 Great \x00", "‮great post", "Ä" * 300, "🎉" * 50_000])
def test_any_text_gets_an_answer(viewer: Viewer, draft: str) -> None:
    page = viewer.send("/draft", {"draft": draft})
    assert page.status == (200 if draft.strip() else 422)


def test_an_empty_draft_is_asked_for(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "  "})
    assert "Type a draft first" in page.words
    assert page.named("draft").get("aria-invalid") == "true"


def test_a_draft_of_100_000_characters_is_read_and_one_more_is_not(viewer: Viewer) -> None:
    assert viewer.send("/draft", {"draft": "great " * 16_666 + "post"}).status == 200
    page = viewer.send("/draft", {"draft": "a" * 100_001})
    assert page.status == 422
    assert "That is 100,001 characters. Shorten it to 100,000 at most." in page.words
    assert len(draft_box(page)) == 100_001, "what was typed is not lost"


def test_all_texts_may_be_long_at_once(viewer: Viewer) -> None:
    longest = "字" * 100_000
    sent = {"draft": longest, "parent_text": longest, "use": longest, "thread_title": "字" * 1_000}
    assert viewer.send("/draft", sent).status == 200


def test_more_than_that_is_refused_in_one_sentence(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "a" * 5_000_000})
    assert page.status == 413
    assert "100,000 characters" in page.words


def test_a_draft_leaves_no_byte_on_disk(viewer: Viewer, tmp_path: Path) -> None:
    private = "xylophone9 was my great-grandmother's password"
    page = viewer.send("/draft", {"draft": private, "parent_text": private, "thread_title": private})
    assert "xylophone9" in page.words
    viewer.send("/draft", {"draft": "other", "use": private})
    written = [path for path in tmp_path.rglob("*") if path.is_file() and b"xylophone9" in path.read_bytes()]
    assert written == []
    assert list(tmp_path.rglob("*.db")), "there is a log to look into"


def test_a_draft_is_never_in_an_address(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "xylophone9, great post"})
    assert not [link for link in page.links() if "xylophone9" in link]
    shown = viewer.get("/draft?draft=xylophone9")
    assert "xylophone9" not in shown.html, "an address can't fill the box either"


def test_the_browser_is_told_to_remember_nothing(viewer: Viewer) -> None:
    page = viewer.send("/draft", {"draft": "Great post!"})
    assert page.headers["Cache-Control"] == "no-store"
    assert page.all(".//form[@id='draft-form']")[0].get("autocomplete") == "off"
