"""Who answered the person and waits for an answer, and which of it they put off or closed."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlite_utils import Database

from agent.problems import Invalid, NotFound
from agent.schemas.conversations import Conversation, ConversationPage, KnownReply, State
from agent.schemas.fields import iso
from agent.services.answers import Own, Reply, Seen, Thread, name_of, what_waits
from agent.services.cursors import cursor_at, place_of
from agent.store import Log, addresses, conversations
from agent.store.clock import now

_AT_ONCE = 500
"""Threads looked through before an answer, at most; after a large import the rest comes later."""
_ADDRESSES_AT_ONCE = 5_000
_SHOWN = 20
_EXCERPT = 200


class Conversations:
    """Finds the answers that wait. What happened since is looked through before each answer."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def page(
        self, state: State = "open", days: int = 30, cursor: str | None = None, limit: int = 50
    ) -> ConversationPage:
        """Conversations in which something waits, the last answered first; raises `Invalid` for a bad cursor.

        Left out are those whose newest answer or, where that isn't known, whose post is older than `days`.
        """
        before = place_of(cursor) if cursor else None
        self.catch_up()
        since = iso(now() - timedelta(days=days))
        with self._log.reading() as db:
            found = conversations.newest(db, state, since, before, limit + 1)
            shown = found[:limit]
            return ConversationPage(
                items=[_conversation(db, row) for row in shown],
                open=conversations.count(db, "open", since),
                next=cursor_at(shown[-1]["active_at"], shown[-1]["post"]) if len(found) > limit else None,
            )

    def change(self, post_id: UUID | str, state: State, until: datetime | None = None) -> Conversation:
        """Put a conversation off until a time, close it, or open it again.

        Raises `NotFound` where nobody answered that post, `Invalid` for a snooze without an end to come.
        """
        if (state == "snoozed") != (until is not None):
            raise Invalid("Give `until` with the state snoozed, and only with it.")
        if until is not None and until <= now():
            raise Invalid("A snooze must end in the future: give a later `until`.")
        self.catch_up()
        with self._log.writing() as db:
            row = conversations.find(db, str(post_id))
            if row is None:
                raise NotFound("Nobody answered such a post, as far as the log knows.")
            conversations.put_state(db, row["post"], state, iso(until) if until else None, iso(now()))
            return _conversation(db, row | {"state": state, "until": until})

    def catch_up(self) -> bool:
        """Look through some of what happened since; whether there is more."""
        moment = iso(now())
        with self._log.reading() as db:
            behind = (
                addresses.waiting(db) or conversations.sleepers_due(db, moment) or conversations.stale(db, 1)
            )
        if not behind:
            return False
        with self._log.writing() as db:
            read = addresses.read_waiting(db, _ADDRESSES_AT_ONCE)
            conversations.wake(db, moment)
            stale = conversations.stale(db, _AT_ONCE)
            for post in stale:
                _settle(db, post)
        return read == _ADDRESSES_AT_ONCE or len(stale) == _AT_ONCE


def _settle(db: Database, post: int) -> None:
    facts = conversations.facts_of(db, post)
    by_me = [row for row in facts["replies"] if row["mine"]]
    waits = what_waits(
        Thread(
            posted_at=facts["posted_at"],
            replies=[
                Reply(
                    row["id"],
                    row["address"],
                    row["author"],
                    row["written_at"] or row["seen_at"],
                    bool(row["written_at"]),
                )
                for row in facts["replies"]
                if not row["mine"]
            ],
            mine=[
                *(Own(**row) for row in facts["mine"]),
                *(Own(row["written_at"] or row["seen_at"], row["answers"], None) for row in by_me),
            ],
            own_names=frozenset(name for each in facts["own_names"] if (name := name_of(each))),
            own_replies=len(by_me),
            seen=[
                Seen(
                    row["seen_at"],
                    row["replies"],
                    row["replies_precision"] == "rounded",
                    row["source"] != "import",
                )
                for row in facts["seen"]
            ],
        )
    )
    found = {
        "waiting": waits.number,
        "waiting_precision": "rounded" if waits.rounded else "exact",
        "latest_at": waits.latest_at,
        "latest_is": waits.latest_is,
        "posted_at": facts["posted_at"],
    }
    conversations.settle(db, post, found, waits.replies)


def _conversation(db: Database, row: conversations.Row) -> Conversation:
    replies = [KnownReply(**each) for each in conversations.waiting_replies(db, row["post"], _SHOWN)]
    people = list(dict.fromkeys(each.author for each in replies if each.author))
    text = " ".join(row["text"][: 2 * _EXCERPT].split())
    fields = (
        "id",
        "site",
        "permalink",
        "posted_at",
        "waiting",
        "waiting_precision",
        "latest_at",
        "latest_is",
    )
    return Conversation(
        **{field: row[field] for field in fields},
        excerpt=text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1].rstrip()}…",
        people=people,
        headline=_headline(row["waiting"], row["waiting_precision"], people, len(replies)),
        state=row["state"],
        until=row["until"],
        replies=replies,
    )


def _headline(waiting: int, precision: str, people: list[str], known: int) -> str:
    if waiting and known == waiting and people:
        return f"{people[0]} answered you." if len(people) == 1 else f"{len(people)} people answered you."
    about = "About " if precision == "rounded" else ""
    return {0: "No answer waits.", 1: "1 answer waits."}.get(waiting, f"{about}{waiting:,} answers wait.")
