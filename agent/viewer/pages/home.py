"""Home: a box for a draft, and this week in one look."""

from flask import Response

from agent.services import services
from agent.services.today import BALANCE_DAYS, look, this_week
from agent.viewer import picture_answers, pictures
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.wording import VERDICTS

blueprint = page_blueprint("home")

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@blueprint.get("/")
def show() -> Response:
    """What happened and what to do, or how to begin."""
    today = look(services().log, services().conversations, services().insights)
    return render(
        "home.html",
        page="home",
        today=today,
        days=_DAYS,
        posts=sum(day.posts.total() for day in today.week),
        balance_days=BALANCE_DAYS,
        ready=services().reviewing.ready,
    )


@blueprint.get("/home/week.svg")
def week() -> Response:
    """The picture of this week."""
    days = [pictures.Day(name, day.posts) for name, day in zip(_DAYS, this_week(services().log), strict=True)]
    titles = {str(name): words.title for name, words in VERDICTS.items()}
    told = "; ".join(f"{day.name}: {sum(day.posts.values())}" for day in days)
    svg = pictures.days_by_verdict(
        days, titles, picture_answers.look(), "This week's posts by verdict", f"{told}."
    )
    return picture_answers.picture(svg)
