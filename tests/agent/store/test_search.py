"""Whatever is typed into the search box is a question, never a syntax error."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agent.schemas.posts import NewPost
from agent.services import Services
from agent.services.history import Asked
from agent.store import history
from agent.store.search import full_text_query
from tests.agent.calls import Caller, new_id, new_post


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("cache", '"cache"'),
        ("cache key", '"cache" "key"'),
        ('"cache" OR key*', '"cache" "OR" "key"'),
        ("NEAR(a b)", '"NEAR" "a" "b"'),
        ("parent_text:x", '"parent" "text" "x"'),
        ("don't", '"don" "t"'),
        ("!!!", None),
        ("\x00", None),
    ],
)
def test_only_words_are_looked_for(typed: str, query: str | None) -> None:
    assert full_text_query(typed) == query


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
@example("\x00\"'*")
@example("-a NOT b")
@example("🦘 ﷽ ́")
def test_any_text_can_be_looked_for(services: Services, typed: str) -> None:
    assert services.posts.search(q=typed).items == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_a_word_of_a_post_finds_it(services: Services, word: str) -> None:
    post_id = new_id()
    services.posts.put(post_id, NewPost.model_validate(new_post(text=f"before {word} after")))
    found = {str(post.id) for post in services.posts.search(q=word, limit=200).items}
    services.posts.delete(post_id)
    assert post_id in found


def test_what_matches_best_comes_first_where_that_is_asked_for(browser: Caller, services: Services) -> None:
    texts = {
        "once, among much else": "The cache is one of many things that we looked at when builds became slow.",
        "it is what the post is about": "Cache keys: how a cache finds what is in the cache.",
        "only in what it answers": "That one fails on Sundays.",
    }
    for minute, text in enumerate(texts.values()):
        parent = "Which cache?" if text.startswith("That") else None
        posted_at = f"2026-11-25T10:{minute:02d}:00Z"
        new = new_post(text=text, posted_at=posted_at, context={"site": "x", "parent_text": parent})
        services.posts.put(new_id(), NewPost.model_validate(new))
    once, about, answers = texts.values()
    assert [post.text for post in services.posts.search("cache").items] == [answers, about, once]
    best = services.posts.search("cache", order="best").items
    assert [post.text for post in best] == [about, once, answers]
    listed = services.history.page(Asked(q="cache"), None, 2, "best").entries
    assert [str(entry.id) for entry in listed] == [str(post.id) for post in best[:2]]
    page = browser("GET", "/v1/posts?q=cache&order=best&limit=1").json
    assert ([post["text"] for post in page["items"]], page["next"]) == ([about], None)
    for words in ("!!!", ""):
        assert services.posts.search(words, order="best").items == []
        assert services.history.page(Asked(q=words), None, 5, "best").entries == []


def test_the_last_word_may_be_a_beginning_unless_it_stands_in_many_posts(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_MANY", 2)
    for text in ("A cache.", "Caches expire.", "Another cache."):
        services.posts.put(new_id(), NewPost.model_validate(new_post(text=text)))
    assert len(services.posts.search("cac").items) == 3
    assert len(services.posts.search("caches").items) == 1
    assert {post.text for post in services.posts.search("cache").items} == {"A cache.", "Another cache."}
