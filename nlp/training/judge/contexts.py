"""Labelled posts read once more in other contexts, where their verdict stays what it was.

Few of the labelled posts come with a parent, from four sites on which little is empty, and those with a title
are from few threads. Taught by them alone, the judge takes a parent, or such a title, for a sign of worth;
and most drafts that were written under a question answer it.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle

from spacy.tokens import Doc

from nlp.components import RULES
from nlp.questions import asks_for_a_view, asks_for_things, words_that_answer
from nlp.reading import reading_of
from nlp.review import Context
from nlp.reviewer import Reader
from nlp.training.judge.written import Written
from nlp.training.posts import Post

MOST_UNDER_OTHERS = 7000
SHORT = 400
"""Characters of a post that may have been a comment, or of a question that one may answer."""
DOUBTFUL = 1
"""How sure a reader was who was in doubt."""


@dataclass(frozen=True)
class Again:
    """A post in another context."""

    row: int
    """Its place among the posts."""
    text: str
    context: Context


def in_other_contexts(posts: list[Post]) -> list[Again]:
    """Posts without their parent, and posts that answered nothing in the contexts of others."""
    return [*without_parents(posts), *under_others(posts)]


def without_parents(posts: list[Post]) -> list[Again]:
    """Posts without their parent.

    An answer isn't among them, nor what may be one: without its question it may say nothing.
    """
    return [
        Again(row, post.text, Context(kind=post.context.kind))
        for row, post in enumerate(posts)
        if post.context.parent_text and (post.verdict != "contributes" or _no_answer(post))
    ]


def under_others(posts: list[Post]) -> list[Again]:
    """Short flagged posts, each under a parent or a title that makes no answer of it.

    Who asks for a pitch may get one.
    """
    rng = random.Random(2)  # noqa: S311 (nothing secret is drawn)
    flagged = [row for row, post in enumerate(posts) if _may_be_a_comment(post)]
    rng.shuffle(flagged)
    contexts = _contexts(posts, rng)
    tried = [
        Again(row, posts[row].text, context)
        for row, context in zip(flagged[:MOST_UNDER_OTHERS], contexts, strict=False)
    ]
    verdicts = [posts[some.row].verdict for some in tried]
    return [some for some, answers in zip(tried, _answer(tried, verdicts), strict=True) if not answers]


def under_questions(written: list[Written], posts: list[Post]) -> list[Written]:
    """Flagged written drafts, each under the questions of another draft and of a post unless it answers."""
    rng = random.Random(3)  # noqa: S311 (nothing secret is drawn)
    of_drafts, of_posts = (
        _questions(some.context.parent_text or some.context.thread_title for some in each)
        for each in (written, posts)
    )
    tried = [
        replace(draft, context=Context(kind=draft.context.kind, parent_text=rng.choice(asked)))
        for draft in written
        if draft.verdict != "contributes" and draft.context.parent_text not in of_drafts
        for asked in filter(None, (of_drafts, of_posts))
    ]
    verdicts = [draft.verdict for draft in tried]
    return [draft for draft, answers in zip(tried, _answer(tried, verdicts), strict=True) if not answers]


def _questions(texts: Iterable[str | None]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text and len(text) <= SHORT and text.endswith("?")]


def _contexts(posts: list[Post], rng: random.Random) -> Iterator[Context]:
    """Parents and titles by turns, each again when all had their turn."""
    parents = list(dict.fromkeys(post.context.parent_text for post in posts if post.context.parent_text))
    titles = list(dict.fromkeys(post.context.thread_title for post in posts if post.context.thread_title))
    rng.shuffle(parents)
    rng.shuffle(titles)
    for parent, title in zip(cycle(parents), cycle(titles), strict=False):
        yield Context(kind="comment", parent_text=parent)
        yield Context(kind="comment", thread_title=title)


def _may_be_a_comment(post: Post) -> bool:
    return (
        post.verdict != "contributes"
        and not (post.context.parent_text or post.context.thread_title)
        and post.sure > DOUBTFUL
        and len(post.text) <= SHORT
    )


def _answer(tried: Sequence[Again | Written], verdicts: list[str]) -> Iterator[bool]:
    docs = Reader(RULES).read([(some.text, some.context) for some in tried])
    for verdict, doc in zip(verdicts, docs, strict=True):
        yield _may_answer(doc, verdict)


def _may_answer(doc: Doc, verdict: str) -> bool:
    parent = reading_of(doc).parent
    if verdict == "promotion":
        return asks_for_things(parent)
    return asks_for_a_view(parent) or any(True for _ in words_that_answer(doc, parent))


def _no_answer(post: Post) -> bool:
    return bool(post.tags) and "answer" not in post.tags
