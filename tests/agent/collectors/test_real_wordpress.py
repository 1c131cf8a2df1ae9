"""What the collector asks of WordPress, a real one answers."""

import re
from datetime import UTC, datetime

import pytest
import requests

from agent.collectors import Asking, Collected, Fetcher, Gone, Wanted
from agent.collectors.wordpress import collector
from tests.agent.collectors.api import numbers, people
from tests.servers.site import AUTHOR, Site

pytestmark = pytest.mark.servers
BLOG = "blog.example"


def write(site: Site, name: str, text: str, parent: int = 0) -> int:
    """Comment on the site's article as a stranger does; the comment's number."""
    home = site.url.removesuffix("repair-cafe/")
    article = re.search(r"name='comment_post_ID' value='(\d+)'", requests.get(site.url, timeout=60).text)
    assert article
    form = {
        "author": name,
        "email": f"{name.lower()}@example.org",
        "comment": text,
        "comment_post_ID": article[1],
        "comment_parent": parent,
    }
    answer = requests.post(f"{home}wp-comments-post.php", data=form, timeout=60)
    number = re.search(r"#comment-(\d+)$", answer.url)
    assert number
    return int(number[1])


def collect(site: Site, fragment: str = "") -> tuple[Collected, Asking]:
    """What the collector finds about the article, or a comment there, and how it asked."""
    asking = Asking(Fetcher({BLOG: site.url.removesuffix("/repair-cafe/")}), BLOG, {}, lambda: False)
    wanted = Wanted(f"https://{BLOG}/repair-cafe/{fragment}", datetime.now(UTC))
    return collector.read(wanted, asking), asking


def test_a_real_blog_answers_as_its_interface_is_documented(wordpress_site: Site) -> None:
    mine = write(wordpress_site, "Jonas", "We had the same gap in the first month.")
    found, _ = collect(wordpress_site, f"#comment-{mine}")
    assert (numbers(found)["replies"], found.author, found.replies) == (0, "Jonas", ())

    write(wordpress_site, "Kim", "Ours <b>closed</b> after half a year.")
    answer = write(wordpress_site, "Maria", "How did you close it & when?", parent=mine)
    found, asking = collect(wordpress_site, f"#comment-{mine}")
    assert numbers(found) == {"likes": None, "replies": 1, "shares": None, "views": None}
    assert people(found) == [("Maria", "How did you close it & when?")]
    assert found.replies[0].permalink.endswith(f"/repair-cafe/#comment-{answer}")
    assert abs(datetime.now(UTC) - found.replies[0].written_at).total_seconds() < 600
    assert [each.outcome for each in asking.requests] == ["answered", "answered"]

    article, _ = collect(wordpress_site)
    assert numbers(article)["replies"] == 3
    assert {each.author for each in article.replies} == {"Jonas", "Kim"}, "Maria answered Jonas."
    assert wordpress_site.author == AUTHOR

    with pytest.raises(Gone, match=r"not any more \(404\)"):
        collect(wordpress_site, "#comment-999")
