"""Insights: what the log says about the person's taking part, each as a sentence, a picture and a table."""

from dataclasses import replace
from typing import Final

from flask import Response, abort, request

from agent.insights import ENOUGH, Found, Group
from agent.services import services
from agent.services.insights import Period
from agent.viewer import picture_answers, pictures
from agent.viewer.counting import counting_page
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render

blueprint = page_blueprint("findings")

PERIODS: Final[dict[Period, str]] = {"quarter": "Three months", "year": "Twelve months", "all": "All time"}
_ORDER: Final = (
    "give_and_ask",
    "answering",
    "answering_back",
    "verdict",
    "signal",
    "advice",
    "communities",
    "people",
    "site",
    "length",
    "weekday",
    "hour",
    "several_sites",
)
_AXES: Final = {
    "standing": "ahead in so many of 100 pairs",
    "share": "of 100 {}",
}
_FILTERS: Final = {"verdict": "verdict", "signal": "signal", "site": "site"}
"""Insights whose groups the history can show, and by which filter."""


@blueprint.get("/insights")
def index() -> Response:
    """Every insight of a period."""
    period = _period()
    drawn = services().insights.at_hand()
    if drawn is None:
        return counting_page()
    found = {each.name: each for each in drawn.found(period)}
    order = [name for name in _ORDER if name in found] + sorted(found.keys() - set(_ORDER))
    in_order = [found[name] for name in order]
    return render(
        "insights.html" if drawn.facts.posts else "insights_empty.html",
        page="insights",
        found=[each for each in in_order if each.finding.enough],
        missing=[each for each in in_order if not each.finding.enough or not drawn.facts.posts],
        periods=PERIODS,
        period=period,
        posts=drawn.of(period).posts,
        as_of=drawn.as_of,
        enough=ENOUGH,
        filters=_FILTERS,
    )


@blueprint.get("/insights/<name>.svg")
def drawing(name: str) -> Response:
    """The picture of an insight."""
    found = next((each for each in services().insights.now().found(_period()) if each.name == name), None)
    if found is None:
        abort(404)
    return picture_answers.picture(_draw(found))


def _draw(found: Found) -> str:
    look = picture_answers.look()
    groups, title = found.finding.groups, found.insight.title
    told = found.finding.sentence + " " + "; ".join(_told(group, found.finding.measure) for group in groups)
    match found.finding.shape:
        case "intervals":
            middle = 0.5 if found.finding.measure == "standing" else None
            axis = _AXES[found.finding.measure].format(found.finding.counts)
            return pictures.intervals(groups, look, title, told, middle=middle, axis=axis)
        case "course":
            return pictures.course(groups, look, title, told)
        case "bars":
            return pictures.bars(
                [replace(group, value=group.value or 0) for group in groups], look, title, told
            )


def _told(group: Group, measure: str) -> str:
    if group.value is None:
        return f"{group.name}: too few posts"
    if measure in ("standing", "share"):
        return f"{group.name}: {100 * group.value:.0f} of 100"
    return f"{group.name}: {group.value:,.0f}"


def _period() -> Period:
    asked = request.args.get("period", "")
    return next((period for period in PERIODS if period == asked), "year")
