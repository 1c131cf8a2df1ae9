"""How the viewer says verdicts, names and times."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from agent.schemas.posts import Post
from nlp.review import Review, Verdict
from nlp.verdicts import AS_LIKELY_AS_NOT


@dataclass(frozen=True)
class VerdictWords:
    """A verdict for people: `title` for its chip, `meaning` in one sentence."""

    title: str
    meaning: str


VERDICTS: dict[Verdict, VerdictWords] = {
    "contributes": VerdictWords("Contributes", "It brings something to the conversation."),
    "me_too": VerdictWords("Me too", "It agrees or thanks, and adds nothing that is new to the others."),
    "promotion": VerdictWords("Promotion", "It asks for something, and gives little to the others."),
    "unjudged": VerdictWords("Not judged", "There was too little to go on, or a language not read yet."),
}

UNSURE = "Can't tell"
"""The title of a review that is unsure of what it lets pass."""

KINDS = {"post": "Posts", "reply": "Replies", "comment": "Comments", "share": "Shares"}
ANSWERS = {"some": "Answered by somebody", "none": "Answered by nobody"}


def is_unsure(review: Review | Post) -> bool:
    """Whether a draft was let pass although some flag is likelier; a confidence of 0 is an unknown one."""
    return review.verdict == "contributes" and 0 < review.confidence < AS_LIKELY_AS_NOT


def plain_title(name: str) -> str:
    """A title made of a unit's file name, for units that have no title of their own."""
    return name.replace("_", " ").replace("-", " ").capitalize()


def moment(value: str | datetime) -> datetime:
    """A stored UTC time in this machine's time zone."""
    time = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return time.astimezone()


def when(value: str | datetime) -> str:
    """Date and time in this machine's time zone: `3 Nov 2026, 14:05`."""
    time = moment(value)
    return f"{time.day} {time:%b %Y, %H:%M}"


def machine_time(value: str | datetime) -> str:
    """The same moment for a `<time datetime>` attribute."""
    return moment(value).isoformat(timespec="seconds")


def web_link(address: str | None) -> str | None:
    """The address when a click on it is safe (http or https), else None: `javascript:` stays mere text."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def host(address: str) -> str:
    """The host of a web address, for a link's text."""
    return urlsplit(address).netloc.removeprefix("www.")


def counted(number: int, one: str, more: str) -> str:
    """A number with what it counts: `1 like`, `1,204 likes`."""
    return f"{number:,} {one if number == 1 else more}"


def duration(hours: float) -> str:
    """A time in the unit that suits it: `40 minutes`, `3 hours`, `12 days`."""
    for size, unit in ((24, "day"), (1, "hour")):
        if hours >= 2 * size:
            return f"{hours / size:.0f} {unit}s"
    minutes = max(1, round(hours * 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
