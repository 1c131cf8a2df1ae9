"""Whatever is typed into the search box is a question, never a syntax error."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store.search import full_text_query
from tests.agent.calls import new_id, new_post


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("cache", '"cache"*'),
        ("cache key", '"cache" "key"*'),
        ('"cache" OR key*', '"cache" "OR" "key"*'),
        ("NEAR(a b)", '"NEAR" "a" "b"*'),
        ("parent_text:x", '"parent" "text" "x"*'),
        ("don't", '"don" "t"*'),
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
