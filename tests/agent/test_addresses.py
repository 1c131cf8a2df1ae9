"""One post has many addresses; they all come to the same, and those of two posts never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.addresses import address_of, page_of

SAME = {
    "x": (
        "https://x.com/maria/status/12",
        "http://twitter.com/Maria/status/12?s=20&t=abc",
        "https://mobile.twitter.com/maria/status/12/photo/1",
        "https://x.com/i/web/status/12",
    ),
    "bluesky": (
        "https://bsky.app/profile/maria.bsky.social/post/3kabc",
        "https://bsky.app/profile/did:plc:xyz/post/3kabc?ref_src=embed",
    ),
    "mastodon": (
        "https://fosstodon.org/@maria/112233445566778899",
        "https://fosstodon.org/users/maria/statuses/112233445566778899",
        "https://fosstodon.org/@maria@fosstodon.org/112233445566778899/",
    ),
    "reddit": (
        "https://www.reddit.com/r/selfhosted/comments/1abc/my_title/kx9/",
        "https://old.reddit.com/r/selfhosted/comments/1abc/_/kx9/?context=3",
        "https://www.reddit.com/comments/1abc/_/kx9/",
        "https://www.reddit.com/r/selfhosted/comments/1abc/comment/kx9/",
    ),
    "hackernews": (
        "https://news.ycombinator.com/item?id=34",
        "https://news.ycombinator.com/item?id=12#34",
        "https://news.ycombinator.com/reply?id=34&goto=item%3Fid%3D12",
    ),
    "github": (
        "https://github.com/Quokka/builds/issues/5#issuecomment-77",
        "https://github.com/quokka/builds/pull/5#issuecomment-77",
    ),
    "stackexchange": (
        "https://stackoverflow.com/a/77",
        "https://stackoverflow.com/a/77/1234",
        "https://stackoverflow.com/questions/5/how-do-i/77#77",
        "https://stackoverflow.com/questions/5/how-do-i#77",
    ),
    "discourse": (
        "https://forum.example/t/how-we-moved/123/4",
        "https://forum.example/t/123/4?u=maria",
        "http://forum.example/t/renamed/123/4/",
    ),
    "lemmy": ("https://lemmy.example/comment/77", "https://lemmy.example/post/5/77"),
    "youtube": (
        "https://www.youtube.com/watch?v=abc&lc=Ugx1",
        "https://m.youtube.com/watch?lc=Ugx1&v=abc&si=track",
    ),
    "linkedin": (
        "https://www.linkedin.com/feed/update/urn:li:activity:712/",
        "https://www.linkedin.com/posts/maria-l_builds-activity-712-x_Yz",
    ),
    "instagram": (
        "https://www.instagram.com/p/Cabc/c/1790/r/1802/",
        "https://instagram.com/maria/reel/Cabc/c/1790/r/1802?igsh=x",
    ),
    "wordpress": (
        "https://blog.example/builds/#comment-7",
        "http://www.blog.example/builds#comment-7",
        "https://blog.example/builds/comment-page-2/?utm_source=mail#comment-7",
        "https://blog.example/builds/?unapproved=7&moderation-hash=abc#comment-7",
    ),
}


@pytest.mark.parametrize("site", SAME)
def test_all_addresses_of_a_post_are_one(site: str) -> None:
    keys = {found.key for each in SAME[site] if (found := address_of(each))}
    assert len(keys) == 1, keys


def test_no_two_posts_have_one_address() -> None:
    keys = [found.key for each in SAME.values() if (found := address_of(each[0]))]
    assert len(set(keys)) == len(SAME)
    others = [
        "https://x.com/maria/status/13",
        "https://blog.example/builds/#comment-8",
        "https://blog.example/builds/",
        "https://blog.example/?p=12",
        "https://blog.example/?p=13",
        "https://forum.example/t/how-we-moved/123/5",
        "https://www.reddit.com/r/selfhosted/comments/1abc/my_title/",
        "https://github.com/quokka/builds/issues/5",
        "https://stackoverflow.com/questions/5/how-do-i#comment9_77",
        "https://www.instagram.com/p/Cabc/c/1781/",
        "https://www.instagram.com/p/Cabc/c/1781/r/1803/",
    ]
    keys += [found.key for each in others if (found := address_of(each))]
    assert len(set(keys)) == len(SAME) + len(others)


@pytest.mark.parametrize(
    ("post", "page"),
    [
        ("https://blog.example/builds/#comment-7", "https://blog.example/builds?utm_source=mail"),
        ("https://forum.example/t/how-we-moved/123/4", "https://forum.example/t/how-we-moved/123"),
        ("https://www.reddit.com/r/a/comments/1abc/t/kx9/", "https://old.reddit.com/r/a/comments/1abc/t/"),
        ("https://github.com/quokka/builds/issues/5#issuecomment-77", "https://github.com/quokka/builds/issues/5"),
        ("https://stackoverflow.com/questions/5/how/77#77", "https://stackoverflow.com/questions/5/how"),
        ("https://lemmy.example/post/5/77", "https://lemmy.example/post/5"),
        ("https://blog.example/?p=12#comment-7", "https://blog.example/?utm_source=mail&p=12&fbclid=x"),
        ("https://blog.example/?page_id=12#comment-7", "https://blog.example/?page_id=12"),
        ("https://forum.example/view.php?t=5#p77", "https://forum.example/view.php?t=5&sid=" + 16 * "0f"),
    ],
)  # fmt: skip
def test_a_post_belongs_to_the_page_that_its_address_names(post: str, page: str) -> None:
    found = address_of(post)
    assert found
    assert found.thread == page_of(page)


def test_a_query_names_a_page_and_what_only_tracks_people_does_not() -> None:
    pages = {
        page_of(f"https://blog.example/?p={number}&gclid={number}&_ga=1&PHPSESSID=a") for number in (12, 13)
    }
    assert pages == {"blog.example?p=12", "blog.example?p=13"}
    stories = {page_of(f"https://news.example/article.php?sid={number}") for number in (12, 13)}
    assert len(stories) == 2


@pytest.mark.parametrize(
    "feed",
    [
        "https://x.com/home",
        "https://x.com/compose/post",
        "https://bsky.app/",
        "https://www.linkedin.com/feed/",
        "https://fosstodon.org/home",
        "https://fosstodon.org/deck/@maria",
        "https://blog.example",
        "https://blog.example/?utm_source=mail",
        "https://blog.example/?paged=2",
        "https://blog.example/search?p=12",
        "https://x.com/?p=12",
        "https://forum.example/u/maria/activity",
    ],
)
def test_what_is_written_in_a_feed_has_no_thread(feed: str) -> None:
    assert page_of(feed) is None


@pytest.mark.parametrize(
    "url", [None, "", "builds", "javascript:alert(1)", "https://", "http://[", "https://a:x/"]
)
def test_what_is_no_address_leads_nowhere(url: str | None) -> None:
    assert address_of(url) is None
    assert page_of(url) is None


def test_the_machine_to_ask_is_the_one_that_the_address_names() -> None:
    assert [
        address_of(each).host for each in ("https://u@www.Blog.example:8443/a", "http://a.example:80/")
    ] == [
        "www.blog.example:8443",
        "a.example",
    ]


@given(st.text(max_size=80))
def test_any_text_is_taken_fairly(text: str) -> None:
    address_of(text)
    if found := address_of(f"https://blog.example/{text}"):
        assert found.host == "blog.example"
