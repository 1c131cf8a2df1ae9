"""Pairing: a browser asks, the person compares a code and confirms, the browser gets a key of its own."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import uuid4

from agent.problems import NotFound, TooOften
from agent.schemas.fields import iso
from agent.security.keys import hash_of, new_key, same
from agent.store import Log
from agent.store.clock import now

LIFE = timedelta(minutes=2)
ASKS_PER_MINUTE = 6
"""Enough for a person who tries again; too few to hide the true code among many."""

_KEPT = timedelta(hours=1)


@dataclass(frozen=True)
class Pairing:
    """A browser that waits to be confirmed. `secret` is known only in the answer to who asked."""

    id: str
    origin: str
    browser: str
    extension_version: str
    code: str
    asked_at: datetime
    expires_at: datetime
    secret: str = ""


@dataclass(frozen=True)
class Claim:
    """What a browser learns about its pairing; the key once, at the first claim after the confirmation."""

    status: Literal["waiting", "paired", "refused", "expired"]
    key: str | None = None
    browser_id: str | None = None


@dataclass(frozen=True)
class Browser:
    """A paired browser profile."""

    id: str
    origin: str
    name: str
    extension_version: str
    paired_at: datetime
    last_seen_at: datetime | None


class Pairings:
    """Pairs browsers, and knows the paired ones."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def ask(self, origin: str, browser: str, extension_version: str) -> Pairing:
        """Start a pairing; raises `TooOften` when there were too many in the last minute."""
        asked_at = now()
        pairing = Pairing(
            id=str(uuid4()),
            origin=origin,
            browser=browser,
            extension_version=extension_version,
            code=f"{secrets.randbelow(1000):03d}-{secrets.randbelow(1000):03d}",
            asked_at=asked_at,
            expires_at=asked_at + LIFE,
            secret=new_key(),
        )
        with self._log.writing() as db:
            # Those of a moment to come were asked before the clock was set back.
            db.execute(
                "DELETE FROM pairings WHERE asked_at NOT BETWEEN ? AND ?",
                [iso(asked_at - _KEPT), iso(asked_at)],
            )
            since = iso(asked_at - timedelta(minutes=1))
            (asks,) = db.execute("SELECT count(*) FROM pairings WHERE asked_at > ?", [since]).fetchone()
            if asks >= ASKS_PER_MINUTE:
                raise TooOften(
                    "Browsers have asked to be paired too often. Wait a minute and try again.", wait=60
                )
            db.table("pairings").insert(
                {
                    "id": pairing.id,
                    "origin": origin,
                    "browser": browser,
                    "extension_version": extension_version,
                    "code": pairing.code,
                    "secret_hash": hash_of(pairing.secret),
                    "asked_at": iso(asked_at),
                    "expires_at": iso(pairing.expires_at),
                    "status": "waiting",
                }
            )
        return pairing

    def claim(self, pairing_id: str, secret: str, origin: str) -> Claim:
        """Whether the person has confirmed; makes the key at the first claim after that.

        Raises `NotFound` for an unknown pairing, another origin or a wrong secret alike.
        """
        with self._log.writing() as db:
            row = next(db.query("SELECT * FROM pairings WHERE id = ?", [pairing_id]), None)
            if row is None or row["origin"] != origin or not same(secret, row["secret_hash"]):
                raise NotFound("There is no such pairing. Ask for a new one.")
            if row["status"] == "refused":
                return Claim("refused")
            if row["status"] == "paired" or row["expires_at"] <= iso(now()):
                return Claim("expired")
            if row["status"] == "waiting":
                return Claim("waiting")
            key = new_key()
            browser_id = str(uuid4())
            db.table("browsers").insert(
                {
                    "id": browser_id,
                    "origin": origin,
                    "name": row["browser"],
                    "extension_version": row["extension_version"],
                    "key_hash": hash_of(key),
                    "paired_at": iso(now()),
                    "last_seen_at": None,
                }
            )
            db.execute("UPDATE pairings SET status = 'paired' WHERE id = ?", [pairing_id])
        return Claim("paired", key, browser_id)

    def waiting(self) -> list[Pairing]:
        """Browsers that wait for the person, oldest first."""
        with self._log.reading() as db:
            rows = db.query(
                "SELECT id, origin, browser, extension_version, code, asked_at, expires_at FROM pairings "
                "WHERE status = 'waiting' AND expires_at > ? ORDER BY asked_at",
                [iso(now())],
            )
            return [
                Pairing(
                    **row | {"asked_at": _moment(row["asked_at"]), "expires_at": _moment(row["expires_at"])}
                )
                for row in rows
            ]

    def confirm(self, pairing_id: str) -> None:
        """The person saw the same code on both sides. Raises `NotFound` when it doesn't wait any more."""
        self._settle(pairing_id, "confirmed")

    def refuse(self, pairing_id: str) -> None:
        """The person doesn't know that browser. Raises `NotFound` when it doesn't wait any more."""
        self._settle(pairing_id, "refused")

    def browsers(self) -> list[Browser]:
        """The paired browsers, newest first."""
        with self._log.reading() as db:
            return [_browser(row) for row in db.query("SELECT * FROM browsers ORDER BY paired_at DESC, id")]

    def revoke(self, browser_id: str) -> None:
        """Take a browser's key back; raises `NotFound` when there is none."""
        with self._log.writing() as db:
            if db.execute("DELETE FROM browsers WHERE id = ?", [browser_id]).rowcount == 0:
                raise NotFound("This browser is not paired (any more).")

    def browser_for(self, key: str, origin: str | None) -> Browser | None:
        """The browser whose key this is, if it speaks from the origin that was paired.

        `None` as origin stands for a request without one, as browsers send it where an extension reads.
        """
        seen_at = now()
        with self._log.reading() as db:
            row = next(db.query("SELECT * FROM browsers WHERE key_hash = ?", [hash_of(key)]), None)
        if row is None or not same(key, row["key_hash"]) or origin not in (None, row["origin"]):
            return None
        minute = iso(seen_at.replace(second=0, microsecond=0))
        if row["last_seen_at"] != minute:
            with self._log.writing() as db:
                db.execute("UPDATE browsers SET last_seen_at = ? WHERE id = ?", [minute, row["id"]])
        return _browser(row)

    def origins(self) -> set[str]:
        """The origins of the paired browsers."""
        with self._log.reading() as db:
            return {origin for (origin,) in db.execute("SELECT DISTINCT origin FROM browsers")}

    def _settle(self, pairing_id: str, status: str) -> None:
        with self._log.writing() as db:
            settled = db.execute(
                "UPDATE pairings SET status = ? WHERE id = ? AND status = 'waiting' AND expires_at > ?",
                [status, pairing_id, iso(now())],
            ).rowcount
        if not settled:
            raise NotFound("This browser does not wait any more. Ask for a new code in the extension.")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _browser(row: dict[str, Any]) -> Browser:
    return Browser(
        id=row["id"],
        origin=row["origin"],
        name=row["name"],
        extension_version=row["extension_version"],
        paired_at=_moment(row["paired_at"]),
        last_seen_at=_moment(row["last_seen_at"]) if row["last_seen_at"] else None,
    )
