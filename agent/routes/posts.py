"""The log of posts."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.posts import NewPost, Post, PostChange, PostPage, PostPath, PostQuery
from agent.services import services

api = api_blueprint("posts", "Posts")


@api.put("/posts/<uuid>", responses={200: Post, 201: Post}, summary="Log a post")
def put(path: PostPath, body: NewPost) -> Answer:
    """The client makes the id, so a repeat is harmless: 201 when the post is new, 200 when it was there.

    410 when it was deleted here, by itself, with everything or by its age: it isn't logged again.

    Once this has answered, the post is on disk.
    """
    post, created = services().posts.put(path.uuid, body)
    return answer(post, 201 if created else 200)


@api.get("/posts", responses={200: PostPage}, summary="Find posts")
def search(query: PostQuery) -> Answer:
    """Newest first, a page at a time, or those that match some words best."""
    page = services().posts.search(query.q, query.site, query.verdict, query.order, query.cursor, query.limit)
    return answer(PostPage(items=page.items, next=page.next))


@api.get("/posts/<uuid>", responses={200: Post}, summary="One post")
def get(path: PostPath) -> Answer:
    """The post with its review at that moment."""
    return answer(services().posts.get(path.uuid))


@api.patch("/posts/<uuid>", responses={200: Post}, summary="Add what was learned about a post")
def change(path: PostPath, body: PostChange) -> Answer:
    """Some sites show the permalink only later; people edit posts, and take them back."""
    return answer(services().posts.change(path.uuid, body))


@api.delete("/posts/<uuid>", responses={204: None}, summary="Delete a post for good")
def delete(path: PostPath) -> tuple[str, int]:
    """The post leaves the log file too, not only its index."""
    services().posts.delete(path.uuid)
    return "", 204
