"""GitHub: one's own issues and comments with what they answer; nobody else's, and nothing private."""

from pathlib import Path

from agent.importers import Wishes
from tests.agent.importers.exports import as_json, found, left_out, posts, problems, tarred, unknown_counts

ME, PINE = "https://github.com/otter", "https://github.com/pine"
DEMO = f"{ME}/demo"


def item(kind: str, url: str, user: str | None, **more: object) -> dict[str, object]:
    return {
        "type": kind,
        "url": url,
        "user": user,
        "created_at": "2024-01-02T03:04:05Z",
        "body": "text",
    } | more


SAMPLE = {
    "schema.json": '{"version": "1.2.0"}',
    "repositories_000001.json": as_json([{"type": "repository", "url": f"{ME}/secret", "private": True}]),
    "issues_000001.json": as_json(
        [
            item("issue", f"{DEMO}/issues/1", PINE, title="A bug", body="It breaks."),
            item("issue", f"{DEMO}/issues/2", ME, title="An idea", repository=DEMO),
            item("issue", f"{ME}/secret/issues/1", ME, title="Hush"),
        ]
    ),
    "issue_comments_000001.json": as_json(
        [
            item(
                "issue_comment",
                f"{DEMO}/issues/1#issuecomment-1",
                ME,
                issue=f"{DEMO}/issues/1",
                body="a\r\nb",
            ),
            item("issue_comment", f"{DEMO}/issues/1#issuecomment-2", PINE, issue=f"{DEMO}/issues/1"),
            item("issue_comment", f"{DEMO}/issues/1#issuecomment-3", None, issue=f"{DEMO}/issues/1"),
            item(
                "issue_comment",
                f"{DEMO}/issues/1#issuecomment-4",
                ME,
                issue=f"{DEMO}/issues/1",
                created_at=None,
            ),
        ]
    ),
}


def test_own_issues_and_comments_are_read_with_what_they_answer(tmp_path: Path) -> None:
    things = found(tarred(tmp_path, SAMPLE))
    comment, issue = posts(things)
    assert (issue.text, issue.kind, issue.permalink) == ("An idea\n\ntext", "post", f"{DEMO}/issues/2")
    assert (comment.text, comment.kind) == ("a\nb", "comment")
    assert (comment.parent_text, comment.parent_author, comment.thread_title) == (
        "It breaks.",
        "pine",
        "A bug",
    )
    assert unknown_counts(comment)
    assert [problem.kind for problem in problems(things)] == ["no_date"]


def test_what_others_wrote_and_what_is_private_is_left_out(tmp_path: Path) -> None:
    assert sorted(left_out(found(tarred(tmp_path, SAMPLE)))) == [
        "by_others",
        "by_others",
        "by_others",
        "private",
    ]


def test_where_it_cannot_be_told_who_the_person_is_they_are_asked(tmp_path: Path) -> None:
    shared = {
        "issues_000001.json": as_json(
            [
                item("issue", f"{ME}/a/issues/1", ME, title="Mine"),
                item("issue", f"{PINE}/b/issues/1", PINE, title="Hers"),
            ]
        )
    }
    (asked,) = found(tarred(tmp_path, shared))
    assert problems([asked])[0].kind == "unanswered"
    assert "otter, pine" in problems([asked])[0].sentence
    assert [post.text for post in posts(found(tarred(tmp_path, shared), Wishes(me="pine")))] == [
        "Hers\n\ntext"
    ]
