"""Every page of the viewer, for tests that walk them all and for the screenshots."""

from collections.abc import Sequence

from nlp.signals import reference


def viewer_pages(post_id: object) -> dict[str, str]:
    """Name and path of each page that a signed-in person can open; `post_id` is a post in the log."""
    return {
        "home": "/",
        "try a draft": "/draft",
        "history": "/history",
        "history, all filters": "/history?q=great&since=2020-01-01&until=2030-01-01&kind=comment",
        "history, nothing found": "/history?q=zanzibar",
        "post": f"/history/{post_id}",
        "delete a post": f"/history/{post_id}/delete",
        "insights": "/insights",
        "report": "/report/2026/11",
        "answers": "/conversations",
        "answers put off": "/conversations?state=snoozed&days=36500",
        "people": "/people",
        "browsers": "/browsers",
        "imports": "/imports",
        "learnt": "/learnt",
        "following": "/following",
        "stored": "/stored",
        "signals": "/signals",
        **{f"signal {name}": f"/signals/{name}" for name in signal_names()},
        "settings": "/settings",
        "not there": "/nowhere",
    }


def signal_names() -> Sequence[str]:
    """Every signal by its name."""
    return [page.name for page in reference()]
