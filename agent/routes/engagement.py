"""What came back for posts."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.engagement import CountsByHand, PostEngagement, Sighting, SightingAnswer
from agent.schemas.posts import PostPath
from agent.services import services

api = api_blueprint("engagement", "Engagement")


@api.post("/engagement", responses={200: SightingAnswer}, summary="Tell what a page shows for a post")
def seen(body: Sighting) -> Answer:
    """Kept only where the post is in the log, and only what is new: to tell it again does no harm."""
    return answer(services().engagement.seen(body.permalink, body.counts, body.seen_at))


@api.get("/posts/<uuid>/engagement", responses={200: PostEngagement}, summary="What came back for a post")
def of(path: PostPath) -> Answer:
    """Every snapshot with its source, and the latest known count of each kind."""
    return answer(services().engagement.of(path.uuid))


@api.post("/posts/<uuid>/engagement", responses={201: PostEngagement}, summary="Add counts by hand")
def add(path: PostPath, body: CountsByHand) -> Answer:
    """For sites that nothing else reads."""
    return answer(services().engagement.add_by_hand(path.uuid, body.counts, body.seen_at), 201)
