"""Which posts of an import the log has already, from whatever file or page they came."""

from collections.abc import Mapping

from sqlite_utils import Database

from agent.addresses import address_of
from agent.importers import ImportedPost
from agent.schemas.fields import iso
from agent.services.likeness import likeness, words_of
from agent.store import imported
from agent.store.same_post import around


def known_posts(db: Database, posts: Mapping[str, ImportedPost]) -> dict[str, int]:
    """The numbers of those that the log has, by the ids they are imported with.

    It has them with the id, at one of their addresses, logged when they were sent, or, of a site whose
    export names neither, with other words since they were edited.
    """
    known = imported.known_by_id(db, posts)
    addresses = {
        post_id: address.key
        for post_id, post in posts.items()
        if post_id not in known and (address := address_of(post.permalink))
    }
    there = imported.known_by_address(db, addresses.values())
    known |= {post_id: there[key] for post_id, key in addresses.items() if key in there}
    logged = imported.holds_posts_logged_when_sent(db)
    for post_id, post in posts.items():
        if post_id in known:
            continue
        number = _logged_when_sent(db, post) if logged else None
        if number is not None and post.permalink:
            imported.add_permalink(db, number, post.permalink)
        if number is None and not post.source_id and not post.permalink:
            number = _before_it_was_edited(db, post)
        if number is not None:
            known[post_id] = number
    return known


def _logged_when_sent(db: Database, post: ImportedPost) -> int | None:
    """Sites add names and spell out addresses, so that their text is only nearly what was typed."""
    address = address_of(post.permalink)
    found = [
        (number, text)
        for number, text, permalink in imported.logged_between(db, post.site, *around(post.posted_at))
        if not (address and permalink)
    ]
    same = (number for number, text in found if text == post.text)
    alike = (number for number, text in found if likeness(text, post.text))
    return next(same, None) or next(alike, None)


def _before_it_was_edited(db: Database, post: ImportedPost) -> int | None:
    for number, text in imported.made_at(db, post.site, post.kind, iso(post.posted_at)):
        one, other = words_of(text), words_of(post.text)
        shorter = min(len(one), len(other))
        if (shorter and one[:shorter] == other[:shorter]) or likeness(text, post.text):
            return number
    return None
