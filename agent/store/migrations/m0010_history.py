"""The view of posts says also which were changed or taken back, and which came with an import."""

from sqlite_utils import Database

_VIEW = """
DROP VIEW history;
CREATE VIEW history AS
SELECT
    posts.posted_at,
    posts.site,
    posts.kind,
    posts.text,
    posts.parent_author,
    posts.parent_text,
    posts.thread_title,
    posts.verdict,
    posts.confidence,
    posts.headline,
    (SELECT group_concat(name, ', ') FROM signals WHERE post = posts.number AND kind = 'flag') AS flags,
    (SELECT group_concat(name, ', ') FROM signals WHERE post = posts.number AND kind = 'strength')
        AS strengths,
    posts.suggestion_taken,
    posts.permalink,
    posts.edited_at,
    posts.gone_at,
    posts.imported_from,
    posts.id
FROM posts
ORDER BY posts.posted_at DESC, posts.number DESC;
"""


def migrate(db: Database) -> None:
    """Make the view anew."""
    db.executescript(_VIEW)
