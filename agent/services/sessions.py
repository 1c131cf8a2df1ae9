"""The viewer's sign-in: a link that works once becomes a session, kept by a cookie."""

from datetime import timedelta

from agent.schemas.fields import iso
from agent.security.keys import hash_of, new_key
from agent.store import Log
from agent.store.clock import now

LINK_LIFE = timedelta(minutes=10)
SESSION_LIFE = timedelta(days=7)


class Sessions:
    """Makes sign-in links and keeps sessions."""

    def __init__(self, log: Log, address: str) -> None:
        self._log = log
        self._address = address

    def new_link(self) -> str:
        """An address that signs in who opens it first, within ten minutes."""
        token = new_key()
        made_at = now()
        with self._log.writing() as db:
            db.execute("DELETE FROM sign_in_links WHERE expires_at <= ?", [iso(made_at)])
            db.execute(
                "INSERT INTO sign_in_links VALUES (?, ?, ?)",
                [hash_of(token), iso(made_at), iso(made_at + LINK_LIFE)],
            )
        return f"{self._address}/sign-in?token={token}"

    def redeem(self, token: str) -> str | None:
        """The cookie of a new session; `None` where the link was used, is too old or was never given."""
        cookie = new_key()
        started_at = now()
        with self._log.writing() as db:
            used = db.execute(
                "DELETE FROM sign_in_links WHERE token_hash = ? RETURNING expires_at", [hash_of(token)]
            ).fetchone()
            if used is None or used[0] <= iso(started_at):
                return None
            db.execute("DELETE FROM sessions WHERE expires_at <= ?", [iso(started_at)])
            db.execute(
                "INSERT INTO sessions VALUES (?, ?, ?)",
                [hash_of(cookie), iso(started_at), iso(started_at + SESSION_LIFE)],
            )
        return cookie

    def valid(self, cookie: str) -> bool:
        """Whether the cookie belongs to a session that hasn't ended."""
        with self._log.reading() as db:
            found = db.execute(
                "SELECT 1 FROM sessions WHERE token_hash = ? AND expires_at > ?",
                [hash_of(cookie), iso(now())],
            ).fetchone()
        return found is not None

    def end(self, cookie: str) -> None:
        """Sign out."""
        with self._log.writing() as db:
            db.execute("DELETE FROM sessions WHERE token_hash = ?", [hash_of(cookie)])
