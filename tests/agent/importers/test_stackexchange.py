"""Stack Exchange: of all revisions the last text counts, of all dates the first."""

from pathlib import Path

from tests.agent.importers.exports import as_json, found, left_out, posts, problems, unknown_counts, zipped


def change(kind: str, post: int, day: int, text: str | None) -> dict[str, object]:
    return {"type": kind, "postId": post, "creationDate": f"2021-11-{day}T10:00:00.000Z", "text": text}


HISTORY = [
    change("Edit Body", 1, 17, "edited"),
    change("Initial Title", 1, 16, "How?"),
    change("Initial Tags", 1, 16, "<python>"),
    change("Initial Body", 1, 16, "first"),
    change("Initial Body", 2, 18, "An answer"),
    change("Edit Body", 3, 19, "somebody else's post, edited"),
    {"type": "Initial Body", "postId": 4, "creationDate": None, "text": "when?"},
]
SAMPLE = {"qa/stackoverflow.com/PostHistory.json": "\ufeff" + as_json(HISTORY)}


def test_a_question_has_its_title_and_an_answer_has_none(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    question, answer = posts(things)
    assert (question.text, question.kind) == ("How?\n\nedited", "post")
    assert question.posted_at.isoformat() == "2021-11-16T10:00:00+00:00"
    assert question.permalink == "https://stackoverflow.com/q/1"
    assert (answer.text, answer.kind, answer.permalink) == (
        "An answer",
        "reply",
        "https://stackoverflow.com/a/2",
    )
    assert unknown_counts(answer)
    assert [problem.kind for problem in problems(things)] == ["no_date"]


def test_folders_with_a_backslash_in_their_names_are_folders(tmp_path: Path) -> None:
    strange = {"qa\\stackoverflow.com\\PostHistory.json": SAMPLE["qa/stackoverflow.com/PostHistory.json"]}
    assert posts(found(zipped(tmp_path, strange)))[0].permalink == "https://stackoverflow.com/q/1"


def test_posts_of_two_sites_are_kept_apart(tmp_path: Path) -> None:
    text = SAMPLE["qa/stackoverflow.com/PostHistory.json"]
    both = {"qa/stackoverflow.com/PostHistory.json": text, "qa/superuser.com/PostHistory.json": text}
    assert len({post.id for post in posts(found(zipped(tmp_path, both)))}) == 4


def test_a_post_that_the_person_deleted_stays_out_unless_they_took_that_back(tmp_path: Path) -> None:
    gone, back = change("Post Deleted", 2, 20, None), change("Post Undeleted", 2, 21, None)
    for changes, why in (([gone], ["deleted"]), ([gone, back], []), ([back, gone], [])):
        history = {"qa/superuser.com/PostHistory.json": as_json([*HISTORY, *changes])}
        things = found(zipped(tmp_path, history))
        assert (left_out(things), len(posts(things))) == (why, 2 - len(why))
