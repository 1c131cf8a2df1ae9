"""Which sites may be asked what came back for posts there."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.collectors import (
    CollectorChoice,
    CollectorRequestPage,
    CollectorRequestQuery,
    Collectors,
)
from agent.services import services

api = api_blueprint("collectors", "Collectors")


@api.get("/collectors", responses={200: Collectors}, summary="Sites that can be asked what came back")
def sites() -> Answer:
    """Every one is off until the person switches it on: only then does Pitch In talk to another machine."""
    return answer(services().collecting.sites())


@api.put("/collectors", responses={200: Collectors}, summary="Switch sites on and off")
def switch(body: CollectorChoice) -> Answer:
    """The sites in the list are on after this, and no other."""
    return answer(services().collecting.switch(body.on))


@api.get("/collectors/requests", responses={200: CollectorRequestPage}, summary="What was asked of sites")
def requests(query: CollectorRequestQuery) -> Answer:
    """Every request that went to another machine, newest first; they are kept for 30 days."""
    return answer(services().collecting.requests(query.cursor, query.limit))
