"""What people posted before comes into the log once, with its counts, however often it is imported."""

from pathlib import Path

import pytest

from agent.importers import Wishes, open_archive, recognise, size_to_read
from agent.schemas.posts import NewPost, Post
from agent.services import Services
from agent.services.imports import Report
from agent.store import Log
from agent.trouble import Trouble
from tests.agent.calls import new_id, new_post
from tests.agent.importers import (
    test_disqus,
    test_facebook,
    test_linkedin,
    test_linkedin_analytics,
    test_mastodon,
    test_x,
    test_x_analytics,
)
from tests.agent.importers.exports import Files, as_csv, as_json, folder, zipped


def run(services: Services, path: Path, batches: int | None = None) -> Report:
    """Import `path`, or so many batches of it."""
    with open_archive(path) as archive:
        importers = recognise(archive)
        report = Report(tuple(each.title for each in importers), size_to_read(archive, importers))
        for number, _ in enumerate(services.imports.run(archive, importers, Wishes(), report), 1):
            if number == batches:
                break
    return report


def bring(services: Services, at: Path, files: Files, name: str = "export.zip") -> Report:
    return run(services, zipped(at, files, name))


def every(services: Services) -> list[Post]:
    return list(services.posts.every())


def rows(log: Log, sql: str) -> list[dict[str, object]]:
    with log.reading() as db:
        return list(db.query(sql))


def test_posts_come_with_what_they_answered(services: Services, tmp_path: Path) -> None:
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.new, report.known, dict(report.left_out)) == (3, 0, {"repost": 1})
    assert report.read == report.size
    reply = next(post for post in every(services) if post.context.kind == "reply")
    assert reply.text == test_x.WHOLE
    assert (reply.context.site, reply.context.parent_author) == ("x", "pine")
    assert reply.context.page_url == "https://x.com/pine/status/1765000000000000055"
    assert reply.permalink == "https://x.com/otter_lab/status/1765012345678900003"
    assert [each["imported_from"] for each in rows(services.log, "SELECT imported_from FROM posts")] == [
        "x"
    ] * 3


def test_an_imported_post_is_found_and_waits_for_its_review(services: Services, tmp_path: Path) -> None:
    bring(services, tmp_path, test_x.SAMPLE)
    (found,) = services.posts.search("draft").items
    assert found.verdict == "unjudged"
    services.waiting.review_all()
    assert all(row["reviewed_at"] for row in rows(services.log, "SELECT reviewed_at FROM posts"))


def test_counts_are_kept_as_a_snapshot_and_unknown_ones_stay_unknown(
    services: Services, tmp_path: Path
) -> None:
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert report.counted == 3
    snapshot = rows(services.log, "SELECT * FROM engagement ORDER BY id")[0]
    assert snapshot["seen_at"] == "2024-03-07T05:46:38.082Z"
    assert snapshot["source"] == "import"
    assert (snapshot["likes"], snapshot["likes_precision"]) == (12, "exact")
    assert (snapshot["views"], snapshot["views_precision"]) == (None, None)


@pytest.mark.parametrize("module", [test_x, test_facebook, test_linkedin, test_mastodon])
def test_a_second_import_changes_nothing(module, services: Services, tmp_path: Path) -> None:
    first = run(services, zipped(tmp_path, module.SAMPLE))
    posts, snapshots = every(services), rows(services.log, "SELECT * FROM engagement")
    second = run(services, folder(tmp_path, module.SAMPLE))
    assert (second.new, second.known, second.counted) == (0, first.new, 0)
    assert every(services) == posts
    assert rows(services.log, "SELECT * FROM engagement") == snapshots


def test_new_numbers_are_a_new_snapshot_and_the_view_shows_the_latest_known(
    services: Services, tmp_path: Path
) -> None:
    bring(services, tmp_path, test_x.SAMPLE)
    report = bring(services, tmp_path, test_x_analytics.SAMPLE, "analytics.zip")
    assert (report.new, report.known) == (1, 1)
    now = rows(services.log, "SELECT * FROM engagement_now WHERE text LIKE 'R&D%'")
    assert [(each["likes"], each["replies"], each["shares"], each["views"]) for each in now] == [
        (12, 3, 3, 1234)
    ]
    assert len(rows(services.log, "SELECT 1 FROM engagement WHERE post = 1")) == 2


def test_counts_without_words_find_their_post_by_id_or_by_moment(services: Services, tmp_path: Path) -> None:
    counts = test_linkedin_analytics.SAMPLE
    assert bring(services, tmp_path, counts, "a.zip").counts_without_post == 2
    bring(services, tmp_path, test_linkedin.SAMPLE)
    report = bring(services, tmp_path, counts, "a.zip")
    assert (report.counted, report.counts_without_post) == (1, 1)
    (snapshot,) = rows(services.log, "SELECT views, text FROM engagement_now")
    assert (snapshot["views"], str(snapshot["text"]).startswith("First.")) == (1234, True)


@pytest.fixture
def logged(services: Services) -> Post:
    """A post that the extension logged when it was sent; the import tells of it too."""
    put = new_post(
        text="R&D <draft>: https://example.org/notes",
        posted_at="2024-03-05T14:02:09Z",
        permalink=None,
        context={"site": "x", "kind": "post"},
    )
    post, _ = services.posts.put(new_id(), NewPost.model_validate(put))
    return post


def test_a_post_that_was_logged_when_it_was_sent_is_not_doubled(
    logged: Post, services: Services, tmp_path: Path
) -> None:
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.new, report.known) == (2, 1)
    now = services.posts.get(logged.id)
    assert now.permalink == "https://x.com/otter_lab/status/1765012345678900001"
    assert now.model_copy(update={"permalink": None}) == logged


def test_an_address_that_the_log_knows_is_the_same_post(services: Services, tmp_path: Path) -> None:
    put = new_post(
        text="edited since", permalink="https://social.example/@otter/1", context={"site": "mastodon"}
    )
    services.posts.put(new_id(), NewPost.model_validate(put))
    assert bring(services, tmp_path, test_mastodon.SAMPLE).known == 1


def test_whatever_address_of_a_post_the_log_has_it_is_the_same_post(
    services: Services, tmp_path: Path
) -> None:
    here = "https://bsky.app/profile/otter.example/post/3kabc"
    put = new_post(text="as it was typed", permalink=here, context={"site": "bluesky"})
    post, _ = services.posts.put(new_id(), NewPost.model_validate(put))
    table = as_csv(
        "Text,Date,Permalink,Site",
        "as its site shows it,2024-03-05,https://bsky.app/profile/did:plc:otter/post/3kabc,bluesky",
    )
    assert bring(services, tmp_path, {"posts.csv": table}).known == 1
    assert services.posts.get(post.id) == post


@pytest.mark.parametrize(
    ("typed", "permalink", "known"),
    [
        ("I keep them in one folder per year", None, 1),
        ("I never keep any of them", None, 0),
        ("@pine I keep them in one folder per year", "https://x.com/otter_lab/status/7", 0),
    ],
)
def test_what_was_typed_is_known_by_its_words_unless_it_is_at_another_address(
    typed: str, permalink: str | None, known: int, services: Services, tmp_path: Path
) -> None:
    put = new_post(
        text=typed,
        posted_at="2024-03-05T14:02:09Z",
        permalink=permalink,
        context={"site": "x", "kind": "reply"},
    )
    services.posts.put(new_id(), NewPost.model_validate(put))
    tweet = {
        "id_str": "1765012345678900009",
        "created_at": "Tue Mar 05 14:02:11 +0000 2024",
        "full_text": "@pine I keep them in one folder per year",
    }
    archive = {"tweets.js": f"window.YTD.tweets.part0 = {as_json([{'tweet': tweet}])}"}
    assert bring(services, tmp_path, archive).known == known


def test_a_post_that_was_edited_between_two_exports_without_ids_is_one(
    services: Services, tmp_path: Path
) -> None:
    def export(*texts: str) -> Files:
        entries = [{"timestamp": 1_704_067_200, "data": [{"post": text}]} for text in texts]
        return {"your_posts_1.json": as_json(entries)}

    bring(services, tmp_path, export("The bike is for sale", "Something else at once"))
    report = bring(services, tmp_path, export("The bike is for sale. Edit: it went to Maria, thank you all!"))
    assert (report.new, report.known) == (0, 1)
    report = bring(services, tmp_path, export("A third post of this very second"))
    assert (report.new, report.known) == (1, 0)


def test_an_imported_post_that_was_deleted_here_stays_deleted(services: Services, tmp_path: Path) -> None:
    bring(services, tmp_path, test_x.SAMPLE)
    gone, *left = every(services)
    services.posts.delete(gone.id)
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.new, report.known, report.left_out["deleted_here"]) == (0, 2, 1)
    assert "What is stored" in report.reasons["deleted_here"]
    assert every(services) == left


def test_posts_that_are_older_than_they_are_kept_stay_out_and_are_told(
    services: Services, tmp_path: Path
) -> None:
    services.retention.keep("x", 12)
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.new, report.known, report.left_out["past"]) == (0, 0, 3)
    assert "older than you keep posts" in report.reasons["past"]
    services.retention.keep("x", 1_200)
    assert bring(services, tmp_path, test_x.SAMPLE).new == 3


def test_a_post_that_is_here_still_is_known_however_old(services: Services, tmp_path: Path) -> None:
    bring(services, tmp_path, test_x.SAMPLE)
    services.retention.keep("x", 12)
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.known, report.left_out["past"]) == (3, 0)


def test_a_deleted_post_that_was_logged_when_it_was_sent_stays_deleted(
    logged: Post, services: Services, tmp_path: Path
) -> None:
    services.posts.delete(logged.id)
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.new, report.left_out["deleted_here"]) == (2, 1)
    assert logged.text not in [post.text for post in every(services)]


def test_a_post_that_was_deleted_at_an_address_stays_deleted_whatever_it_says_since(
    services: Services, tmp_path: Path
) -> None:
    there = "https://www.social.example/@otter/1?utm_source=feed"
    put = new_post(text="edited since", permalink=there, context={"site": "mastodon"})
    post, _ = services.posts.put(new_id(), NewPost.model_validate(put))
    services.posts.delete(post.id)
    assert bring(services, tmp_path, test_mastodon.SAMPLE).left_out["deleted_here"] == 1


def test_the_same_words_at_another_time_are_another_post(
    logged: Post, services: Services, tmp_path: Path
) -> None:
    later = logged.model_dump(mode="json", include={"text", "context"}) | {
        "posted_at": "2025-01-01T12:00:00Z"
    }
    post, _ = services.posts.put(new_id(), NewPost.model_validate(later))
    services.posts.delete(post.id)
    report = bring(services, tmp_path, test_x.SAMPLE)
    assert (report.new, report.known, report.left_out["deleted_here"]) == (2, 1, 0)


def test_deleted_posts_come_back_once_that_is_forgotten(services: Services, tmp_path: Path) -> None:
    bring(services, tmp_path, test_x.SAMPLE)
    services.posts.delete(every(services)[0].id)
    assert services.posts.deletions() == 1
    services.posts.forget_deletions()
    assert services.posts.deletions() == 0
    assert rows(services.log, "SELECT * FROM deleted_marks") == []
    assert bring(services, tmp_path, test_x.SAMPLE).new == 1


def test_parents_texts_are_kept_only_where_the_person_wants_them(services: Services, tmp_path: Path) -> None:
    services.settings.set("keep_parent_text", False)
    bring(services, tmp_path, test_disqus.SAMPLE)
    assert [post.context.parent_text for post in every(services)] == [None]


def test_an_import_that_is_stopped_keeps_what_it_counted_and_goes_on(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.services.imports._BATCH", 2)
    path = zipped(tmp_path, test_x.SAMPLE)
    first = run(services, path, batches=1)
    assert len(every(services)) == first.new == 1
    second = run(services, path)
    assert (second.new, second.known) == (2, 1)
    assert len(every(services)) == 3


def test_a_batch_that_fails_is_written_not_at_all(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("agent.store.engagement.add", full)
    with pytest.raises(OSError, match="disk full"):
        bring(services, tmp_path, test_x.SAMPLE)
    assert every(services) == []


def test_deleting_a_post_deletes_its_counts(services: Services, tmp_path: Path) -> None:
    bring(services, tmp_path, test_x.SAMPLE)
    for post in every(services):
        services.posts.delete(post.id)
    assert rows(services.log, "SELECT * FROM engagement") == []


def test_problems_are_counted_by_kind_with_a_few_examples(services: Services, tmp_path: Path) -> None:
    broken = {"tweets.js": test_x.file("tweets", *(test_x.tweet(str(n), "x", at="soon") for n in range(9)))}
    report = bring(services, tmp_path, broken)
    assert dict(report.problems) == {"no_date": 9}
    assert [each.where for each in report.examples["no_date"]] == [
        f"tweets.js, record {n}" for n in (1, 2, 3)
    ]


def test_a_full_disk_is_said_in_a_sentence_and_what_was_counted_stays(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.services.imports._BATCH", 20)
    many = {"tweets.js": test_x.file("tweets", *(test_x.tweet(str(n), "word " * 200) for n in range(200)))}
    with services.log.writing() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 60}")
    with pytest.raises(Trouble, match="The disk is full"):
        bring(services, tmp_path, many)
    kept = len(every(services))
    assert 0 < kept < 200
    with services.log.writing() as db:
        db.execute("PRAGMA max_page_count = 100000")
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    report = bring(services, tmp_path, many)
    assert (report.known, len(every(services))) == (kept, 200)
