"""A month's report, made to be read on paper too."""

from datetime import date

from flask import Response, abort, redirect, url_for
from werkzeug import Response as AnyResponse

from agent.services import services
from agent.services.month import Month, month_of, months
from agent.viewer import picture_answers, pictures
from agent.viewer.counting import counting_page
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_titles
from agent.viewer.wording import VERDICTS

blueprint = page_blueprint("report")


@blueprint.get("/report")
def newest() -> AnyResponse:
    """The newest month with a post."""
    drawn = services().insights.at_hand()
    if drawn is None:
        return counting_page()
    there = months(drawn.facts)
    if not there:
        return render("report_empty.html", page="insights")
    return redirect(url_for("report.show", year=there[0].year, month=there[0].month), 303)


@blueprint.get("/report/<int:year>/<int:month>")
def show(year: int, month: int) -> Response:
    """One month."""
    drawn = services().insights.at_hand()
    if drawn is None:
        return counting_page()
    there = months(drawn.facts)
    found = _month(year, month)
    later = [each for each in there if each > found.first]
    earlier = [each for each in there if each < found.first]
    return render(
        "report.html",
        page="insights",
        month=found,
        titles=signal_titles(),
        later=later[-1] if later else None,
        earlier=earlier[0] if earlier else None,
    )


@blueprint.get("/report/<int:year>/<int:month>.svg")
def drawing(year: int, month: int) -> Response:
    """The picture of a month's days."""
    found = _month(year, month)
    days = [
        pictures.Day(str(place) if place % 5 == 0 or place == 1 else "", counts)
        for place, counts in enumerate(found.days, 1)
    ]
    titles = {str(name): words.title for name, words in VERDICTS.items()}
    told = f"{found.posts} posts; the table beside it has them by verdict."
    title = f"Posts of {found.first:%B %Y} by day and verdict"
    return picture_answers.picture(
        pictures.days_by_verdict(days, titles, picture_answers.look(), title, told)
    )


def _month(year: int, month: int) -> Month:
    if not (1970 <= year < 9999 and 1 <= month <= 12):
        abort(404)
    return month_of(services().insights.now().facts, date(year, month, 1), services().log)
