"""A draft is read while it is written: after a pause, the newest wins, and nothing else is read."""

import json
from threading import Event

import pytest

from tests.extension.browser import PersonsBrowser
from tests.extension.composing import compose, finish
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.go_between import Call, GoBetween
from tests.extension.reach import AT_WORK, Chip, eventually
from tests.extension.social_site import SocialSite

FRAMES = 30
"""Pictures that a page draws in half a second: far more than an answer needs to be shown."""
SUBSTANCE = "We moved our bike club in 2019 and 12 of 80 members never came along. How did you reach yours?"

# As Draft.js and Lexical do: the browser then tells nobody of an input.
PASTE_ITSELF = """(editor, text) => {
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    editor.textContent = text;
  });
  editor.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, cancelable: true}));
}"""
ANSWERED = (
    "In the first month only nine of our forty volunteers posted. What would you have done differently?"
)
GERMAN = "Wir sind 2019 mit dem Verein umgezogen, und zwölf von achtzig Leuten kamen nicht mit."
# What stands where a screen reader reads aloud; a text put there anew takes the mark away.
MARK_SPOKEN = 'root.querySelector(".spoken").append(document.createComment("read aloud"));'
SPOKEN = 'return root.querySelector(".spoken").innerHTML;'
TAKE_AWAY_AND_BRING_BACK = """field => {
  field.remove();
  field.value = "";
  document.querySelector("#plain").append(field);
}"""
DICTATE = """(field, words) => {
  field.value += words;
  field.dispatchEvent(new InputEvent("input", {bubbles: true, data: words}));
}"""


def test_the_chip_turns_as_the_draft_gains_something(page: Page) -> None:
    chip = Chip(page)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip.turns_to("Nothing new yet")
    page.keyboard.press("Control+A")
    page.keyboard.type(SUBSTANCE)
    chip.turns_to("Adds something")


def test_a_draft_in_another_language_is_told_what_is_read_and_told_it_aloud_once(
    page: Page, between: GoBetween
) -> None:
    chip = Chip(page)
    page.locator("#reply").click()
    page.keyboard.type(GERMAN)
    chip.turns_to("Only reads English")
    said = chip.ask(SPOKEN)
    assert said.startswith("Only reads English. ")
    chip.ask(MARK_SPOKEN)
    page.keyboard.type(" Wie war das bei euch?")
    eventually(lambda: len(between.drafts()) == 2, "the longer draft to be asked about")
    chip.turns_to("Only reads English")
    assert chip.ask(SPOKEN) == f"{said}<!--read aloud-->"


def test_a_draft_is_read_again_once_it_answers_another_post(
    browser: Person, site: SocialSite, between: GoBetween
) -> None:
    page = browser.open(site.url("wordpress"))
    page.wait_for_function(AT_WORK)
    page.locator("#comment").click()
    page.keyboard.type("On Fridays at six, by mail.")
    eventually(between.drafts, "a review")
    Chip(page).turns_to("Adds something")
    page.evaluate(
        "() => { document.activeElement.blur(); document.getElementById('comment_parent').value = '1'; }"
    )
    page.locator("#comment").click()
    eventually(lambda: len(between.drafts()) == 2, "a review in the new context")
    kinds = [json.loads(asked)["context"]["kind"] for asked in between.drafts()]
    assert kinds == ["comment", "reply"]
    page.close()


def test_what_is_not_judged_for_another_reason_may_be_later(page: Page) -> None:
    page.locator("#editor").click()
    page.keyboard.type(ANSWERED)
    Chip(page).turns_to("Can't tell yet")


def test_what_a_flag_is_likelier_for_but_not_sure_enough_is_not_said_to_add_something(page: Page) -> None:
    page.locator("#reply").click()
    page.keyboard.type("Well said, caches matter a lot")
    chip = Chip(page)
    chip.turns_to("Can't tell")
    assert chip.open_panel().headline().startswith("Pitch In can't tell")


def test_a_text_is_reviewed_that_an_editor_pastes_by_itself(page: Page) -> None:
    page.locator("#editor").click()
    page.locator("#editor").evaluate(PASTE_ITSELF, SUBSTANCE)
    Chip(page).turns_to("Adds something")


def test_words_that_come_without_keys_are_heard_among_typed_ones(page: Page) -> None:
    chip = Chip(page)
    page.locator("#reply").click()
    page.keyboard.type("Great")
    page.locator("#reply").evaluate(DICTATE, " post!")
    chip.turns_to("Nothing new yet")
    page.locator("#reply").evaluate(DICTATE, f" {SUBSTANCE}")
    chip.turns_to("Adds something")


def test_another_field_is_heard_while_a_pause_is_waited_for_in_the_first(page: Page) -> None:
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    page.locator("#editor").click()
    page.keyboard.type(SUBSTANCE)
    Chip(page).turns_to("Adds something")


def test_a_whole_sentence_is_asked_about_once(page: Page, between: GoBetween) -> None:
    page.locator("#reply").click()
    page.keyboard.type(SUBSTANCE, delay=5)
    Chip(page).turns_to("Adds something")
    assert len(between.drafts()) == 1


def test_the_newest_draft_wins_over_a_late_answer(page: Page, between: GoBetween) -> None:
    second_shown, first_answered = Event(), Event()

    def hold_the_first(call: Call) -> None:
        if b"Great post!" in call[2]:
            second_shown.wait(60)
            first_answered.set()

    between.before_answer = hold_the_first
    chip = Chip(page)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    eventually(lambda: len(between.drafts()) == 1, "the first draft to be asked about")
    page.keyboard.press("Control+A")
    page.keyboard.type(SUBSTANCE)
    chip.turns_to("Adds something")
    second_shown.set()
    eventually(first_answered.is_set, "the first answer to come late")
    for _ in range(FRAMES):
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => drawn(null)))")
        assert chip.text() == "Adds something"


def test_an_answer_about_another_text_is_never_shown(page: Page, between: GoBetween) -> None:
    def change_the_draft(call: Call) -> None:
        if b"Great post!" in call[2]:
            asked.set()
            changed.wait(60)

    asked, changed = Event(), Event()
    between.before_answer = change_the_draft
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    eventually(asked.is_set, "the draft to be asked about")
    page.locator("#reply").evaluate("(field, text) => { field.value = text; }", SUBSTANCE)
    changed.set()
    Chip(page).turns_to("Adds something")


def test_nothing_is_read_while_an_input_method_composes(page: Page, between: GoBetween) -> None:
    page.locator("#reply").click()
    compose(page, "すご")
    page.wait_for_function("document.querySelector('#reply').value === 'すご'")
    # The pause that would end in a review goes by in the page's own time.
    page.evaluate("new Promise((done) => setTimeout(done, 1200))")
    assert between.drafts() == []
    finish(page, "すごい")
    eventually(lambda: len(between.drafts()) == 1, "a review once the word is finished")


def test_a_field_taken_away_in_the_middle_of_a_word_is_read_when_it_is_back(page: Page) -> None:
    page.locator("#reply").click()
    page.keyboard.type("Great")
    compose(page, "すご")
    page.locator("#reply").evaluate(TAKE_AWAY_AND_BRING_BACK)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")


@pytest.mark.parametrize("field", ["#with-password", "#search", "#dm"])
def test_what_is_not_for_the_public_is_never_read(page: Page, between: GoBetween, field: str) -> None:
    page.locator(field).click()
    page.keyboard.type("Great post!")
    page.locator("#reply").click()
    page.keyboard.type("Thanks!")
    Chip(page).turns_to("Nothing new yet")
    assert len(between.drafts()) == 1
    assert b"Great post!" not in between.drafts()[0]


def test_the_agent_hears_what_the_draft_answers(page: Page, between: GoBetween) -> None:
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    sent = between.drafts()[0].decode()
    assert "only nine of our forty volunteers posted" in sent
    assert "Maria Lindqvist" in sent
    assert "Our repair caf" in sent


@only_in_chromium
def test_a_draft_is_reviewed_where_there_is_no_memory_to_keep_what_was_said_of_it(
    browser: PersonsBrowser, page: Page
) -> None:
    browser.fill_memory()
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
