"""What is stored about the person: each table; how long posts are kept; everything out; everything gone."""

from typing import Final

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.export_file import export_file
from agent.exporters import exporters
from agent.services import services
from agent.services.retention import LONGEST
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render, with_headers
from agent.viewer.typed import agent_command

blueprint = page_blueprint("stored")

TABLES: Final = {
    "posts": "Your posts, each with what it answered and its review at that moment",
    "posts_fts": "The index by which posts are searched",
    "signals": "What was seen in your posts",
    "spans": "Where in their text it was seen",
    "engagement": "What came back for posts: counts, as they were seen",
    "replies": "Answers to your posts, as far as they are known",
    "conversations": "Which answers wait, and what you put off or closed",
    "people": "Whom you met, by handle",
    "ties": "In which posts you met them",
    "people_forgotten": "Fingerprints of whom you had forgotten, so that they aren't noted again",
    "addresses": "Where your posts are, in one form",
    "likenesses": "Numbers by which a text posted before is recognised",
    "collector_sites": "Sites that you switched on to be followed",
    "collector_requests": "What was asked of them, for 30 days",
    "collector_etags": "What they answered last, by its mark",
    "dismissals": "Flags that you called wrong",
    "dismissal_features": "Numbers by which such drafts are recognised, not their text",
    "mutes": "Flags that you muted on a site",
    "browsers": "Paired browsers, with fingerprints of their keys",
    "pairings": "Browsers that asked to pair, for an hour",
    "sessions": "Where you are signed in, for a week",
    "sign_in_links": "Fingerprints of sign-in links, for ten minutes",
    "settings": "Settings that differ from what is usual",
    "retention": "How long you want posts kept",
    "deleted_posts": "Ids of posts that you deleted, and nothing else of them",
    "deleted_marks": "Fingerprints of those posts, so that no import brings them back",
    "deletions": "How many posts went, so that pages notice, and when everything was deleted last",
    "feature_key": "A secret of this machine's, so that no other can read those numbers",
}
"""What each table of the log holds, for people."""
EVERYWHERE: Final = "*"
CONFIRMATION: Final = "delete everything"
_DONE: Final = {
    "kept": "Saved. Older posts go in the next minutes, then every day.",
    "forgotten": "Forgotten. The next import may bring deleted posts back.",
    "gone": "Everything is deleted for good. Your browsers stay paired.",
}


@blueprint.get("/stored")
def index() -> Response:
    """Every table that holds something, and what can be done with all of it."""
    rules = services().retention.rules()
    months = {site: str(months) for site, months in rules.items()}
    return _page(months, months)


@blueprint.post("/stored/retention")
def keep() -> AnyResponse:
    """Keep the posts of each site for so many months, or for ever where nothing is typed.

    A rule that was left as the page showed it may have been changed elsewhere since, and isn't touched.
    Where posts are older than that, the person is asked first, and says yes to so many of them (`older`).
    """
    sites, months, shown = (request.form.getlist(name) for name in ("site", "months", "months-shown"))
    asked = {site: text.strip() for site, text in zip(sites, months, strict=False)}
    before = dict(zip(sites, shown, strict=False))
    numbers = {site: _months(text) for site, text in asked.items() if text}
    wrong = {site for site, number in numbers.items() if number is None}
    if wrong:
        return _page(asked, before, wrong)
    rules = {site: numbers.get(site) for site, text in asked.items() if text != before.get(site)}
    older = services().retention.older(rules)
    total = sum(each.posts for each in older)
    if total > request.form.get("older", 0, type=int):
        return render(
            "delete_older.html",
            status=422,
            page="settings",
            rules=rules,
            older=older,
            total=total,
            everywhere=EVERYWHERE,
        )
    services().retention.keep_all(rules)
    return redirect(url_for("stored.index", done="kept", _anchor="retention"), 303)


@blueprint.post("/stored/deletions")
def forget_deletions() -> AnyResponse:
    """Forget which posts were deleted."""
    services().posts.forget_deletions()
    return redirect(url_for("stored.index", done="forgotten"), 303)


@blueprint.post("/stored/delete")
def delete() -> AnyResponse:
    """Empty the log, once the person has typed that this is meant."""
    if request.form.get("confirm", "").strip().casefold() != CONFIRMATION:
        rules = services().retention.rules()
        months = {site: str(months) for site, months in rules.items()}
        return _page(months, months, unconfirmed=True)
    services().whole.delete_everything()
    return redirect(url_for("stored.index", done="gone"), 303)


@blueprint.get("/stored/export/<name>")
def export(name: str) -> Response:
    """The whole log as a file, in a format."""
    return with_headers(export_file(name))


def _page(
    months: dict[str, str],
    before: dict[str, str],
    wrong: frozenset[str] | set[str] = frozenset(),
    unconfirmed: bool = False,
) -> Response:
    sites = [EVERYWHERE, *services().posts.sites()]
    return render(
        "stored.html",
        status=422 if wrong or unconfirmed else 200,
        page="settings",
        sizes=services().storage.tables(),
        tables=TABLES,
        formats=exporters().values(),
        deletions=services().posts.deletions(),
        log_file=services().log.path,
        on_disk=services().log.path.stat().st_size,
        set_aside=services().whole.set_aside(),
        export_command=agent_command("export my-posts.jsonl"),
        sites=[*sites, *sorted(months.keys() - set(sites))],
        everywhere=EVERYWHERE,
        months=months,
        before=before,
        longest=LONGEST,
        wrong=wrong,
        confirmation=CONFIRMATION,
        unconfirmed=unconfirmed,
        done=_DONE.get(request.args.get("done", "")),
    )


def _months(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LONGEST):
        return None
    return int(text)
