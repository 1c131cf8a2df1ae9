import json

import click
import pytest

from nlp.training.posts import read_posts

ROW = {
    "id": "a:1",
    "source": "a",
    "platform": "x",
    "kind": "reply",
    "text": "Port 8080.",
    "parent_text": "Which port?",
    "thread_title": None,
    "verdict": "contributes",
    "tags": ["answer"],
    "sure": 3,
}


def posts(tmp_path, *rows):
    path = tmp_path / "posts.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return read_posts(path)


def test_a_row_is_a_draft_in_its_context(tmp_path):
    (post,) = posts(tmp_path, ROW)
    assert (post.text, post.context.parent_text, post.context.kind) == ("Port 8080.", "Which port?", "reply")
    assert (post.verdict, post.agreed, post.clear, post.chosen) == ("contributes", True, True, False)


def test_two_readings_agree_or_they_do_not(tmp_path):
    unsure, other = (
        ROW | {"verdict_2": "contributes", "sure_2": 2},
        ROW | {"verdict_2": "me_too", "sure_2": 3},
    )
    found = posts(tmp_path, unsure, other)
    assert [(post.agreed, post.clear) for post in found] == [(True, False), (False, False)]


def test_posts_of_which_nothing_can_be_said_are_left_out(tmp_path):
    assert posts(tmp_path, ROW | {"verdict": "other"}) == []


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', json.dumps(ROW | {"kind": "song"})])
def test_a_malformed_line_is_named(tmp_path, line):
    path = tmp_path / "posts.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + line, encoding="utf-8")
    with pytest.raises(click.ClickException, match="line 2"):
        read_posts(path)
