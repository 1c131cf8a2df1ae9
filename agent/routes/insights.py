"""What the viewer draws."""

from dataclasses import asdict

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.insights import InsightAnswer, InsightGroup, InsightsAnswer, InsightsQuery
from agent.services import services

api = api_blueprint("insights", "Insights")


@api.get("/insights", responses={200: InsightsAnswer}, summary="What the log says")
def read(query: InsightsQuery) -> Answer:
    """Each insight's question, its answer, and the figures behind it.

    An association is never told as a cause. Of logs in which nothing differs, at most one in twenty shows any
    group that `differs`.
    """
    drawn = services().insights.now()
    items = [
        InsightAnswer(
            name=found.name,
            title=found.insight.title,
            question=found.insight.question,
            heading=found.insight.heading,
            sentence=found.finding.sentence,
            enough=found.finding.enough,
            claims=found.finding.claims,
            measure=found.finding.measure,
            also=list(found.finding.also),
            groups=[InsightGroup.model_validate(asdict(group)) for group in found.finding.groups],
        )
        for found in drawn.found(query.period)
    ]
    posts = drawn.of(query.period).posts
    return answer(InsightsAnswer(as_of=drawn.as_of, period=query.period, posts=posts, items=items))
