"""Try a draft: a review without a browser extension. The draft is read, answered and forgotten."""

from flask import Response, request

from agent.services import services
from agent.viewer import draft_form
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_titles

blueprint = page_blueprint("try_draft")
_LONGEST_BODY = 4 * 1024 * 1024
"""Bytes: four texts of the longest kind, with room for their encoding."""

EXAMPLE = draft_form.DraftForm(
    draft="Great post!",
    parent_text=(
        "We moved our builds to two small machines under the desk. The queue went from 40 minutes to 6. "
        "The hard part was not the hardware, it was keeping the caches warm after a restart."
    ),
    parent_author="maria",
    thread_title="What our build queue taught us",
)


@blueprint.get("/draft")
def show() -> Response:
    """An empty form and an example to try."""
    return _page(draft_form.DraftForm())


@blueprint.post("/draft")
def review() -> Response:
    """The form again, with the review of its draft."""
    request.max_form_memory_size = request.max_content_length = _LONGEST_BODY
    return _page(draft_form.read(request.form))


def _page(form: draft_form.DraftForm) -> Response:
    asked = request.method == "POST"
    refused = asked and bool(form.errors)
    reviewed = asked and not refused
    return render(
        "try_draft.html",
        status=422 if refused else 200,
        page="try_draft",
        form=form,
        example=EXAMPLE,
        review=services().reviewing.review(form.draft, form.context()) if reviewed else None,
        ready=services().reviewing.ready,
        smooths=services().smoothings.wanted,
        titles=signal_titles(),
    )
