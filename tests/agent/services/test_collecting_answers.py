"""What a site answers becomes conversations and people; nothing is kept of what was deleted or forgotten."""

from agent.schemas.fields import iso
from agent.services import Services
from agent.services.collecting import Collecting
from tests.agent.calls import Caller
from tests.agent.collectors.api import Api
from tests.agent.collectors.test_mastodon import status
from tests.agent.services.conftest import HOST, ID, MINE, STATUS, Clock, asked
from tests.agent.services.following import post


def test_answers_become_conversations_and_people_and_end_where_the_person_answered_there(
    on: Collecting, api: Api, clock: Clock, browser: Caller
) -> None:
    below = [status("2", "maria", ID), status("3", "jonas", ID, content="<p>Not here.</p>")]
    api.answers[STATUS] = status(ID, "me", replies_count=2)
    api.answers[f"{STATUS}/context"] = {"descendants": below}
    asked(on)
    (waits,) = browser("GET", "/v1/conversations").json["items"]
    assert (waits["headline"], waits["people"]) == ("2 people answered you.", ["jonas", "maria"])
    assert waits["replies"][0]["text"] == "Not here."
    assert waits["replies"][0]["permalink"] == f"https://{HOST}/@jonas/3"
    people = browser("GET", "/v1/people?did=answered_you").json["items"]
    assert {(each["handle"], each["site"], each["answered_you"]) for each in people} == {
        ("maria", HOST, 1),
        ("jonas", HOST, 1),
    }
    # Answered with a phone: the log doesn't hold it, the site shows it.
    mine = status("4", "me", "3", created_at=iso(clock.at))
    api.answers[STATUS] = status(ID, "me", replies_count=3)
    api.answers[f"{STATUS}/context"] = {"descendants": [*below, mine]}
    clock.pass_(hours=2)
    asked(on)
    (waits,) = browser("GET", "/v1/conversations").json["items"]
    assert waits["people"] == ["maria"]


def test_the_person_is_none_of_the_people(on: Collecting, services: Services, browser: Caller) -> None:
    post(services, 1, site="mastodon", permalink=f"{MINE}1", parent_author="me@", kind="reply")
    post(services, 1, site="mastodon", permalink=f"{MINE}2", parent_author="@Me", kind="reply")
    assert "Me" in {each["handle"] for each in browser("GET", "/v1/people").json["items"]}
    asked(on)
    post(services, 0.5, site="mastodon", permalink=f"{MINE}3", parent_author="@me", kind="reply")
    assert {each["handle"] for each in browser("GET", "/v1/people").json["items"]} == {"me@"}


def test_words_of_others_are_kept_only_where_the_person_wants_that(
    on: Collecting, services: Services, api: Api
) -> None:
    services.settings.set("keep_parent_text", False)
    api.answers[STATUS] = status(ID, "me", replies_count=1)
    api.answers[f"{STATUS}/context"] = {"descendants": [status("2", "maria", ID)]}
    asked(on)
    with services.log.reading() as db:
        (row,) = db.table("replies").rows
    assert (row["author"], row["text"]) == ("maria", None)


def test_who_was_forgotten_comes_not_back_with_the_next_answer(
    on: Collecting, services: Services, api: Api, clock: Clock, browser: Caller
) -> None:
    api.answers[STATUS] = status(ID, "me", replies_count=1)
    api.answers[f"{STATUS}/context"] = {"descendants": [status("2", "maria", ID)]}
    asked(on)
    (person,) = browser("GET", "/v1/people").json["items"]
    services.people.forget(person["id"])
    api.answers[STATUS] = status(ID, "me", replies_count=2)
    api.answers[f"{STATUS}/context"] = {"descendants": [status("2", "maria", ID), status("5", "maria", ID)]}
    clock.pass_(hours=2)
    asked(on)
    with services.log.reading() as db:
        kept = [(row["author"], row["text"], row["permalink"]) for row in db.table("replies").rows]
    assert kept == [(None, None, None)] * 2
    assert browser("GET", "/v1/people").json["items"] == []
