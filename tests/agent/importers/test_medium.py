"""Medium: stories as a reader sees them, responses without a title of their own, no drafts, no claps."""

from pathlib import Path

from tests.agent.importers.exports import found, left_out, posts, problems, unknown_counts, zipped

FOOTER = (
    '<footer><p>By <a href="https://medium.com/@otter" class="p-author h-card">Otter</a> on '
    '<a href="https://medium.com/p/0123456789ab">'
    '<time class="dt-published" datetime="2024-05-01T16:05:18.366Z">May 1, 2024</time></a>.</p><p>'
    '<a href="https://medium.com/@otter/a-story-0123456789ab" class="p-canonical">Canonical</a></p></footer>'
)


def page(title: str, body: str, footer: str = FOOTER) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body>"
        '<article class="h-entry"><header>'
        f'<h1 class="p-name">{title}</h1></header>'
        '<section data-field="subtitle" class="p-summary">Sub</section>'
        f'<section data-field="body" class="e-content"><section name="a"><div><hr></div>'
        f'<h3 name="b" class="graf graf--h3 graf--title">{title}</h3>{body}</section></section>'
        f"{footer}</article></body></html>"
    )


SAMPLE = {
    "posts/2024-05-01_A-story-0123456789ab.html": page(
        "A &amp; story", "<p>Body &amp; <b>bold</b>.</p><p>More</p>"
    ),
    "posts/2014-05-02_I-agree-0123456789ac.html": page("I agree", "<p>I agree: it held.</p>", footer=""),
    "posts/2014-13-02_Lost-0123456789ae.html": page("Lost", "<p>day</p>", footer=""),
    "posts/draft_Unfinished-0123456789ad.html": page("Unfinished", "<p>draft</p>"),
    "profile/profile.html": "<html></html>",
}


def test_a_story_is_its_title_once_and_its_body(tmp_path: Path) -> None:
    story = next(post for post in posts(found(zipped(tmp_path, SAMPLE))) if post.source_id == "0123456789ab")
    assert story.text == "A & story\n\nBody & bold.\n\nMore"
    assert story.posted_at.isoformat() == "2024-05-01T16:05:18.366000+00:00"
    assert story.permalink == "https://medium.com/@otter/a-story-0123456789ab"
    assert unknown_counts(story)


def test_a_response_of_the_first_years_has_its_day_and_address_from_its_name(tmp_path: Path) -> None:
    response = next(
        post for post in posts(found(zipped(tmp_path, SAMPLE))) if post.source_id == "0123456789ac"
    )
    assert response.text == "I agree: it held."
    assert response.posted_at.isoformat() == "2014-05-02T00:00:00+00:00"
    assert response.permalink == "https://medium.com/p/0123456789ac"


def test_drafts_are_left_out_and_a_day_that_is_none_is_a_problem(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert left_out(things) == ["unfinished"]
    assert [problem.kind for problem in problems(things)] == ["no_date"]
