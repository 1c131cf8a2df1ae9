"""One form for all the addresses of a post, so that a page, an export and a collector mean the same one.

A post on X is `x.com/status/12` whatever the name before it, whether twitter.com or x.com. Where a site isn't
known, the address stays what it is, without the scheme, `www.`, a last slash and what only tracks people.
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit


class Address(NamedTuple):
    """Where a post is.

    `host` is the site's one name or, of software that runs anywhere, the machine; `key` the post itself,
    `thread` what it belongs to where its own address says so; `known` whether its site's addresses are.
    """

    host: str
    key: str
    thread: str | None
    known: bool


class _Rule(NamedTuple):
    """How a site's addresses read. Templates are filled with the pattern's groups and `host`."""

    hosts: str
    pattern: re.Pattern[str]
    key: str
    thread: str | None = None


_ALIASES = {
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "mobile.x.com": "x.com",
    "threads.com": "threads.net",
    "old.reddit.com": "reddit.com",
    "new.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
    "m.youtube.com": "youtube.com",
    "m.facebook.com": "facebook.com",
    "web.facebook.com": "facebook.com",
}
_FEEDS_ONLY = frozenset(
    {"x.com", "bsky.app", "threads.net", "linkedin.com", "instagram.com", "facebook.com", "reddit.com"}
)
"""Sites whose other pages are feeds: what was written there has no thread in common."""
_FEED = re.compile(
    r"/?|/(home|feed|notifications|explore|search|public|deck|web|timelines?|@[\w.@-]+|u/[\w.-]+)(/.*)?"
)
_STACK = (
    r"(stackoverflow|serverfault|superuser|askubuntu|stackapps)\.com|mathoverflow\.net|.+\.stackexchange\.com"
    r"|[a-z]+\.stackoverflow\.com|meta\.(serverfault|superuser|askubuntu)\.com"
)
_ANY = r".+"


def _rule(hosts: str, pattern: str, key: str, thread: str | None = None) -> _Rule:
    return _Rule(hosts, re.compile(pattern), key, thread)


# Against path, query and fragment, as in "/item?id=12#34". Sources: the sites' own addresses.
_RULES = (
    _rule(r"x\.com", r"/(?:\w+|i/web)/status/(\d+).*", "x.com/status/{1}"),
    _rule(r"bsky\.app", r"/profile/[^/]+/post/(\w+).*", "bsky.app/post/{1}"),
    _rule(r"threads\.net", r"/@[^/]+/post/([\w-]+).*", "threads.net/post/{1}"),
    _rule(
        r"reddit\.com",
        r"(?:/(?:r|u|user)/[^/]+)?/comments/(\w+)/[^/]*/(\w+)/?(?:[?#].*)?",
        "reddit.com/comments/{1}/{2}",
        "reddit.com/comments/{1}",
    ),
    _rule(
        r"reddit\.com",
        r"(?:/(?:r|u|user)/[^/]+)?/comments/(\w+)(?:[/?#].*)?",
        "reddit.com/comments/{1}",
        "reddit.com/comments/{1}",
    ),
    _rule(
        r"news\.ycombinator\.com",
        r"/item\?id=(\d+)#(\d+)",
        "news.ycombinator.com/item/{2}",
        "news.ycombinator.com/item/{1}",
    ),
    _rule(r"news\.ycombinator\.com", r"/(?:item|reply)\?(?:.*&)?id=(\d+).*", "news.ycombinator.com/item/{1}"),
    _rule(
        r"github\.com",
        r"/([\w.-]+/[\w.-]+)/(?:issues|pull|discussions)/(\d+)[^#]*"
        r"#((?:issuecomment-|discussion_?r|discussioncomment-|pullrequestreview-)\d+)",
        "github.com/{1}/{2}#{3}",
        "github.com/{1}/{2}",
    ),
    _rule(
        r"github\.com",
        r"/([\w.-]+/[\w.-]+)/(?:issues|pull|discussions)/(\d+)(?:[/?#].*)?",
        "github.com/{1}/{2}",
        "github.com/{1}/{2}",
    ),
    _rule(_STACK, r"/(?:questions|q|a)/(\d+).*#comment(\d+)_\d+", "{host}/comment/{2}", "{host}/post/{1}"),
    _rule(_STACK, r"/questions/(\d+)(?:/[^/?#]*)?/(\d+)(?:[/?#].*)?", "{host}/post/{2}", "{host}/post/{1}"),
    _rule(_STACK, r"/questions/(\d+)(?:/[^/?#]*)?#(\d+)", "{host}/post/{2}", "{host}/post/{1}"),
    _rule(_STACK, r"/(?:questions|q|a)/(\d+)(?:[/?#].*)?", "{host}/post/{1}"),
    _rule(
        r"youtube\.com",
        r"/watch\?(?:.*&)?lc=([\w.-]+)(?:&.*)?&v=([\w-]+).*",
        "youtube.com/comment/{1}",
        "youtube.com/watch/{2}",
    ),
    _rule(r"youtube\.com", r"/(?:watch\?(?:.*&)?v=|shorts/)([\w-]+).*", "youtube.com/watch/{1}"),
    _rule(
        r"linkedin\.com",
        r".*[?&]commentUrn=urn:li:comment:\((?:urn:li:)?(\w+):(\d+),(\d+)\).*",
        "linkedin.com/comment/{3}",
        "linkedin.com/{1}/{2}",
    ),
    _rule(r"linkedin\.com", r"/feed/update/urn:li:(\w+):(\d+).*", "linkedin.com/{1}/{2}"),
    _rule(r"linkedin\.com", r"/posts/.*-(activity|share|ugcPost)-(\d+)-.*", "linkedin.com/{1}/{2}"),
    _rule(
        r"instagram\.com",
        r"/(?:[\w.]+/)?(?:p|reel|tv)/([\w-]+)/c/\d+/r/(\d+)(?:[/?#].*)?",
        "instagram.com/p/{1}/c/{2}",
        "instagram.com/p/{1}",
    ),
    _rule(
        r"instagram\.com",
        r"/(?:[\w.]+/)?(?:p|reel|tv)/([\w-]+)/c/(\d+)(?:[/?#].*)?",
        "instagram.com/p/{1}/c/{2}",
        "instagram.com/p/{1}",
    ),
    _rule(
        r"instagram\.com",
        r"/(?:[\w.]+/)?(?:p|reel|tv)/([\w-]+)(?:[/?#].*)?",
        "instagram.com/p/{1}",
        "instagram.com/p/{1}",
    ),
    _rule(r"(?:.+\.)?medium\.com", r"/.*?(?:-|/p/)([0-9a-f]{10,12})(?:[/?#].*)?", "medium.com/p/{1}"),
    # Software that runs at many hosts.
    _rule(_ANY, r"/@[\w.-]+(?:@[\w.-]+)?/(\d{6,})(?:[/?#].*)?", "{host}/statuses/{1}"),
    _rule(_ANY, r"/users/[\w.-]+/statuses/(\d+)(?:[/?#].*)?", "{host}/statuses/{1}"),
    _rule(_ANY, r"(.*)/t/(?:[^/]*/)?(\d+)/(\d+)(?:[/?#].*)?", "{host}{1}/t/{2}/{3}", "{host}{1}/t/{2}"),
    _rule(_ANY, r"(.*)/t/(?:[^/]*/)?(\d+)/?(?:[?#].*)?", "{host}{1}/t/{2}/1", "{host}{1}/t/{2}"),
    _rule(_ANY, r"/post/(\d+)/(\d+)(?:[/?#].*)?", "{host}/comment/{2}", "{host}/post/{1}"),
    _rule(_ANY, r"/comment/(\d+)(?:[/?#].*)?", "{host}/comment/{1}"),
)
_TRACKING = re.compile(
    # How somebody came there,
    r"(utm_\w+|[dg]clid|g(ad_\w+|braid)|wbraid|fbclid|msclkid|ttclid|twclid|yclid|li_fat_id|mc_[ce]id|mkt_tok"
    r"|_(ga|gl|hsenc|hsmi)|igsh(id)?|ref(_src|_url)?|si"
    # what WordPress says to who has just commented or is about to,
    r"|unapproved|moderation-hash|replytocom"
    # and whose session it is; phpBB calls it what other software calls a story.
    r"|phpsessid|jsessionid)=.*|sid=[0-9a-f]{32}",
    re.IGNORECASE,
)
_NAMES_A_PAGE = re.compile(
    r"[?&](p|page_id|attachment_id|id|pid|tid|nid|node|topic|thread|post|post_id|story|article)=\d+(&|$)"
)
"""A query by which one address holds many pages, as WordPress's `/?p=12` where its posts have no names."""
_PARTS = re.compile(r"([^/?#]*)([^?#]*)(.*)")
"""Host, path and query of a page in its one form."""
_ITEM = re.compile(r"(?=\D*\d)[\w./:=-]+")
"""A fragment that names one of several things on a page, like `comment-7`."""
_CASELESS = frozenset({"github.com"})
_COMMENT_PAGE = re.compile(r"/comment-page-\d+(?=/|$)")


def address_of(url: str | None) -> Address | None:
    """Where a permalink leads; None where it is none or leads nowhere on the web."""
    parts = _split(url)
    if parts is None:
        return None
    machine = parts.netloc.rpartition("@")[2].lower().removesuffix(":443").removesuffix(":80")
    host = machine.removeprefix("www.")
    host = _ALIASES.get(host, host)
    target = _target(parts)
    if host in _CASELESS:
        target = target.lower()
    for rule in _RULES:
        if (found := rule.pattern.fullmatch(target)) and re.fullmatch(rule.hosts, host):
            groups = (None, *(each or "" for each in found.groups()))
            key = rule.key.format(*groups, host=host)
            thread = rule.thread and rule.thread.format(*groups, host=host)
            return Address(machine if rule.hosts == _ANY else host, key, thread, True)
    page, mark, item = f"{host}{target}".partition("#")
    return Address(machine, f"{page}{mark}{item}", page, False)


def page_of(url: str | None) -> str | None:
    """What is talked about on a page, in the form of `Address.thread`; None for feeds and other mixtures."""
    found = address_of(url)
    if found is None:
        return None
    page = found.thread or found.key
    host, path, query = _PARTS.findall(page)[0]
    is_feed = _FEED.fullmatch(path) and not (path == "" and _NAMES_A_PAGE.search(query))
    return None if not found.known and (host in _FEEDS_ONLY or is_feed) else page


def _split(url: str | None) -> SplitResult | None:
    try:
        parts = urlsplit((url or "").strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _target(parts: SplitResult) -> str:
    """Path, query and fragment without what says nothing about the post: to be compared, not to be asked."""
    path = _COMMENT_PAGE.sub("", unquote(parts.path)).rstrip("/")
    told = (f"{name}={value}" for name, value in parse_qsl(parts.query, keep_blank_values=True))
    asked = sorted(each for each in told if not _TRACKING.fullmatch(each))
    item = unquote(parts.fragment)
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{path}{query}#{item}" if _ITEM.fullmatch(item) else f"{path}{query}"
