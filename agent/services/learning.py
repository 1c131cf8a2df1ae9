"""What the person has taught Pitch In, on this machine only: flags that were wrong, flags they don't want.

A dismissal ("not so") stops one flag on drafts that are nearly the same as the one it was said of. Of that
draft only keyed hashes are kept, unless the person agrees that its text is. A mute stops a flag on one site
or everywhere. All of it is listed, and can be taken back.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit
from uuid import uuid4

from agent.problems import Invalid, NotFound
from agent.schemas.fields import iso
from agent.services.settings import Settings
from agent.services.sketches import likeness, sketch
from agent.store import Log
from agent.store import learning as rows
from agent.store.clock import now
from nlp import Context
from nlp.signals import reference

NEARLY_THE_SAME = 0.6
"""Likeness from which a draft counts as one that the person has spoken of: two words in three stay."""
MOST_DISMISSALS = 5_000


@dataclass(frozen=True)
class Dismissal:
    """A flag that was wrong on a draft; `text` is that draft, only where the person agreed to keep it."""

    id: str
    signal: str
    site: str | None
    dismissed_at: datetime
    text: str | None


@dataclass(frozen=True, order=True)
class Mute:
    """A flag that isn't shown on a site, or nowhere where `site` is None."""

    signal: str
    site: str | None


class Learning:
    """Keeps dismissals and mutes, and says what they mean for a draft."""

    def __init__(self, log: Log, settings: Settings) -> None:
        self._log = log
        self._settings = settings

    def dismiss(self, signal: str, draft: str, context: Context | None, kept: str | None = None) -> str:
        """Note that a flag was wrong on a draft; the id of the note. Raises `Invalid` for no known flag.

        `kept` is the text that the person agreed to keep.
        """
        _check_flag(signal)
        with self._log.writing() as db:
            features = sketch(draft, rows.key(db))
            known = rows.features_by_dismissal(db, signal)
            if again := next((each for each, its in known.items() if its == features), None):
                rows.delete_dismissal(db, again)
            elif len(known) >= MOST_DISMISSALS:
                raise Invalid(
                    "Too many notes on this flag are kept: mute it, or undo some notes in Settings."
                )
            row = {
                "id": again or str(uuid4()),
                "signal": signal,
                "site": context.site if context else None,
                "dismissed_at": iso(now()),
                "text": kept,
            }
            rows.insert_dismissal(db, row, features)
        return str(row["id"])

    def undo(self, dismissal_id: str) -> None:
        """Forget a dismissal; raises `NotFound`."""
        with self._log.writing() as db:
            if not rows.delete_dismissal(db, dismissal_id):
                raise NotFound("There is no such note: it was undone already.")
        self._log.forget_deleted()

    def dismissals(self) -> list[Dismissal]:
        """All of them, newest first."""
        with self._log.reading() as db:
            found = rows.dismissals(db)
        return [
            Dismissal(**row | {"dismissed_at": datetime.fromisoformat(row["dismissed_at"])}) for row in found
        ]

    def dismissed(self, signals: set[str], draft: str) -> set[str]:
        """Those of the flags that the person called wrong on nearly the same draft."""
        with self._log.reading() as db:
            by_signal = {signal: rows.features_by_dismissal(db, signal) for signal in signals}
            if not any(by_signal.values()):
                return set()
            features = sketch(draft, rows.key(db))
        return {
            signal
            for signal, known in by_signal.items()
            if any(likeness(features, its) >= NEARLY_THE_SAME for its in known.values())
        }

    def mute(self, signal: str, site: str | None) -> None:
        """Mute a flag on a site, or everywhere where `site` is None. Raises `Invalid` for no known flag."""
        _check_flag(signal)
        if site is None:
            with self._settings.changing() as settings:
                settings.change_names("muted_signals", added=[signal])
            return
        with self._log.writing() as db:
            rows.insert_mute(db, signal, site, iso(now()))

    def unmute(self, signal: str, site: str | None) -> None:
        """Hear about a flag again; nothing happens where it isn't muted."""
        if site is None:
            with self._settings.changing() as settings:
                settings.change_names("muted_signals", dropped=[signal])
            return
        with self._log.writing() as db:
            rows.delete_mute(db, signal, site)

    def mutes(self) -> list[Mute]:
        """Those everywhere first, then by site."""
        with self._log.reading() as db:
            on_sites = [Mute(signal, site) for signal, site in rows.mutes(db)]
        return [*(Mute(signal, None) for signal in self._settings.names("muted_signals")), *on_sites]

    def muted_on(self, context: Context | None) -> set[str]:
        """The flags that are muted where a draft is written: by its site's name, or its page's host."""
        if context is None:
            return set(self._settings.names("muted_signals"))
        places = {None, context.site, urlsplit(context.page_url or "").hostname}
        return {mute.signal for mute in self.mutes() if mute.site in places}


@cache
def _flags() -> frozenset[str]:
    return frozenset(page.name for page in reference() if page.kind == "flag")


def _check_flag(signal: str) -> None:
    if signal not in _flags():
        raise Invalid(f"There is no such flag. There are: {', '.join(sorted(_flags()))}.")
