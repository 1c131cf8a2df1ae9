"""A post: text, review then and now, what came back, its conversation; counts by hand; deleting it."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

import nlp
from agent.schemas.engagement import Count, Counts, PostEngagement
from agent.schemas.fields import iso
from agent.schemas.posts import Post
from agent.services import services
from agent.viewer import picture_answers, pictures
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_titles

blueprint = page_blueprint("post")

COUNTS: Final = {"likes": "Likes", "replies": "Answers", "shares": "Shares", "views": "Views"}
_ONE: Final = {"likes": "like", "replies": "answer", "shares": "share", "views": "view"}
_MOST: Final = 10**15
_DONE = {"counted": "The counts are kept."}


@blueprint.get("/history/<uuid:post_id>")
def show(post_id: UUID) -> Response:
    """All that is known of a post."""
    return _page(services().posts.get(post_id), {}, {})


@blueprint.post("/history/<uuid:post_id>/counts")
def count(post_id: UUID) -> AnyResponse:
    """Keep what the person read on the site. An empty field is unknown, never 0."""
    post = services().posts.get(post_id)
    sent = {name: request.form.get(name, "").strip() for name in COUNTS}
    known = {name: _number(text) for name, text in sent.items() if text}
    errors = {
        name: "Type a whole number, or leave it empty." for name, value in known.items() if value is None
    }
    if not known:
        errors["likes"] = "Type at least one of the four."
    if errors:
        return _page(post, sent, errors)
    counts = {name: Count(value=value) for name, value in known.items() if value is not None}
    services().engagement.add_by_hand(post_id, Counts(**counts))
    return redirect(url_for("post.show", post_id=post_id, done="counted", _anchor="back"), 303)


@blueprint.get("/history/<uuid:post_id>/engagement.svg")
def engagement(post_id: UUID) -> Response:
    """The picture of what came back, as it grew."""
    lines = _lines(services().engagement.of(post_id))
    told = "; ".join(f"{line.name}: {line.seen[-1][1]:,} at last" for line in lines)
    svg = pictures.snapshots(lines, picture_answers.look(), "What came back for this post", f"{told}.")
    return picture_answers.picture(svg)


@blueprint.get("/history/<uuid:post_id>/delete")
def ask_to_delete(post_id: UUID) -> Response:
    """The question before a post goes."""
    return render("delete_post.html", page="history", post=services().posts.get(post_id))


@blueprint.post("/history/<uuid:post_id>/delete")
def delete(post_id: UUID) -> AnyResponse:
    """Delete the post for good."""
    services().posts.delete(post_id)
    return redirect(url_for("history.index", done="deleted"), 303)


def _page(post: Post, sent: Mapping[str, str], errors: Mapping[str, str]) -> Response:
    back = services().engagement.of(post.id)
    return render(
        "post.html",
        status=422 if errors else 200,
        page="history",
        post=post,
        seen=services().earlier.with_earlier(post),
        again=_review_now(post),
        titles=signal_titles(),
        counts=COUNTS,
        one=_ONE,
        back=back,
        grew=any(line.seen[0][0] < line.seen[-1][0] for line in _lines(back)),
        thread=services().threads.of(post.id),
        sent=sent,
        errors=errors,
        done=_DONE.get(request.args.get("done", "")),
    )


def _review_now(post: Post) -> nlp.Review | None:
    """What a review says today; None while the model loads, so that the page needn't wait for it."""
    reviewing = services().reviewing
    if not reviewing.ready:
        return None
    row = post.context.model_dump() | {
        "id": str(post.id),
        "text": post.text,
        "posted_at": iso(post.posted_at),
    }
    return reviewing.read_again(row)


def _lines(back: PostEngagement) -> list[pictures.Line]:
    lines = []
    for name, title in COUNTS.items():
        seen = [
            (moment, found.value)
            for snapshot in back.snapshots
            if (found := getattr(snapshot.counts, name)) is not None
            for moment in sorted({snapshot.seen_at, snapshot.seen_until})
        ]
        if seen:
            lines.append(pictures.Line(title, sorted(seen)))
    return lines


def _number(text: str) -> int | None:
    """A number as people type it; None where it is none."""
    digits = text.replace(",", "").replace(" ", "").replace("\u202f", "")
    return int(digits) if digits.isascii() and digits.isdigit() and int(digits[:17]) <= _MOST else None
