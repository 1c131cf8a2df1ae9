"""History: what was posted, newest first, by all that is known of it. The address holds what is asked for."""

from dataclasses import asdict, fields
from datetime import date
from urllib.parse import urlencode

from flask import Response, request, url_for

from agent.schemas.posts import Order
from agent.services import services
from agent.services.history import Asked
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_titles
from agent.viewer.wording import ANSWERS, KINDS, VERDICTS

blueprint = page_blueprint("history")
_PER_PAGE = 25
_CHOICES: dict[str, set[str]] = {"verdict": {*VERDICTS}, "kind": {*KINDS}, "answers": {*ANSWERS}}


@blueprint.get("/history")
def index() -> Response:
    """Posts that match, a page of them at a time."""
    asked = _asked()
    order: Order = "best" if asked.q and request.args.get("order") == "best" else "newest"
    cursor = request.args.get("cursor", "").strip() if order == "newest" else ""
    found = services().history.page(asked, cursor or None, _PER_PAGE, order)
    filters = _in_address(asked)
    return render(
        "history.html",
        page="history",
        posts=found.entries,
        asked=asked,
        further=len(filters.keys() - {"q", "site", "verdict"}),
        filtered=bool(filters),
        paged=bool(cursor),
        sites=services().posts.sites(),
        kinds=KINDS,
        answers=ANSWERS,
        titles=signal_titles(),
        best=order == "best",
        newest=_address(filters),
        best_first=_address(filters | {"order": "best"}),
        older=_address(filters | {"cursor": found.next}) if found.next else None,
        deleted=request.args.get("done") == "deleted",
    )


def _asked() -> Asked:
    """What the address asks for; what it can't mean is left out."""
    sent = {field.name: request.args.get(field.name, "").strip() for field in fields(Asked)}
    for name, allowed in _CHOICES.items():
        if sent[name] not in allowed:
            sent[name] = ""
    days = {name: _day(sent.pop(name)) for name in ("since", "until")}
    return Asked(**sent, **days)  # type: ignore[arg-type]


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # A day at either end of the calendar has none before or after it.
    return day if 1900 < day.year < 9999 else None


def _in_address(asked: Asked) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(asked).items() if value}


def _address(asked: dict[str, str]) -> str:
    return url_for("history.index") + ("?" + urlencode(asked) if asked else "")
