"""Whom the person met."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.people import PersonPage, PersonPath, PersonQuery
from agent.services import services

api = api_blueprint("people", "People")


@api.get("/people", responses={200: PersonPage}, summary="Whom you answer, thank, recommend; who answers you")
def page(query: PersonQuery) -> Answer:
    """The last met first, a page at a time."""
    found = services().people.page(query.site, query.did, query.q, query.cursor, query.limit)
    return answer(found)


@api.delete("/people/<id>", responses={204: None}, summary="Forget somebody for good")
def forget(path: PersonPath) -> tuple[str, int]:
    """They aren't noted again. What you wrote to them stays in your posts."""
    services().people.forget(path.id)
    return "", 204
