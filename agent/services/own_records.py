"""Puts what Pitch In itself has written, an export or another log, into this log."""

import json
import sqlite3
from datetime import datetime
from typing import Any, Literal

from pydantic import ValidationError
from sqlite_utils import Database

from agent.importers import ImportProblem, OwnRecord
from agent.importers._record import misshapen
from agent.problems import Invalid
from agent.schemas.facts import model_of
from agent.services import retention
from agent.services.settings import TABLE
from agent.store.merging import Merging, Outcome
from agent.store.tables import POSTS, other_tables, posts_table
from nlp import Context
from nlp.offsets import utf16_length

_SETTINGS = {setting.name: setting for setting in TABLE}


class OwnRecords:
    """Takes records in, inside of one transaction."""

    def __init__(self, db: Database, keep_parents: bool) -> None:
        self._db = db
        self._merging = Merging(db)
        self._models = {table.name: model_of(table) for table in [posts_table(db), *other_tables(db)]}
        self._keep_parents = keep_parents

    def take(self, record: OwnRecord) -> Outcome | Literal["past", "rule"] | ImportProblem:
        """Put one record into the log, or say what is wrong with it.

        A post that is older than its site's posts are kept here stays out: `past`. So does, where there are
        posts, a rule of how long some are kept: `rule`. It would delete posts, and the person wasn't asked.
        """
        model = self._models.get(str(record.data.get("type")))
        if model is None:
            return _problem(record, "this Pitch In doesn't know such a record: update it")
        try:
            document = model.model_validate(record.data).model_dump(exclude_none=True)
            self._check(document)
        except ValidationError as error:
            return misshapen(record.where, error)
        except (Invalid, LookupError, ValueError):
            return _problem(record, "its values don't fit each other")
        if document["type"] == POSTS and self._is_past(document):
            return "past"
        if document["type"] == "retention" and self._could_delete(document):
            return "rule"
        if not self._keep_parents:
            _without_others_words(document)
        try:
            return self._merging.take(document)
        except sqlite3.IntegrityError:
            return _problem(record, "the log takes no such values")

    def _is_past(self, post: dict[str, Any]) -> bool:
        # Read for each: a rule may come with the records.
        borders = retention.borders(self._db)
        return retention.is_past(borders, post.get("site"), datetime.fromisoformat(post["posted_at"]))

    def _could_delete(self, rule: dict[str, Any]) -> bool:
        posts = self._db.execute("SELECT EXISTS (SELECT 1 FROM posts)").fetchone()[0]
        return bool(posts) and rule["site"] not in retention.borders(self._db)

    def _check(self, document: dict[str, Any]) -> None:
        """Raise where the agent couldn't show or obey what is in the document."""
        if document["type"] == "settings":
            _SETTINGS[document["name"]].accept(json.loads(document["value"]))
        if document["type"] == POSTS:
            Context(**{field: document.get(field) for field in Context.model_fields})
            length = utf16_length(document["text"])
            spans = (span for signal in document["signals"] for span in signal["spans"])
            if any(not span["start"] <= span["end"] <= length for span in spans):
                raise ValueError("a span lies outside of the text")


def _without_others_words(document: dict[str, Any]) -> None:
    document.pop("parent_text", None)
    for reply in document.get("replies", []):
        if not reply["mine"]:
            reply.pop("text", None)


def _problem(record: OwnRecord, why: str) -> ImportProblem:
    return ImportProblem(kind="misshapen", where=record.where, sentence=f"Left out, since {why}.")
