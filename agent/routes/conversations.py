"""Who waits for an answer."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.conversations import (
    Conversation,
    ConversationChange,
    ConversationPage,
    ConversationPath,
    ConversationQuery,
)
from agent.services import services

api = api_blueprint("conversations", "Conversations")


@api.get("/conversations", responses={200: ConversationPage}, summary="Posts whose answers wait for one")
def page(query: ConversationQuery) -> Answer:
    """The last answered first, a page at a time."""
    found = services().conversations.page(query.state, query.days, query.cursor, query.limit)
    return answer(found)


@api.patch("/conversations/<uuid>", responses={200: Conversation}, summary="Put off, close or open one again")
def change(path: ConversationPath, body: ConversationChange) -> Answer:
    """A snooze ends by itself at `until`; a closed conversation stays closed until it is opened."""
    return answer(services().conversations.change(path.uuid, body.state, body.until))
