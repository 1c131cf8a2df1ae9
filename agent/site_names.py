"""The names of sites as people write them."""

from typing import Final

_TITLES: Final = {
    "bluesky": "Bluesky",
    "devto": "DEV",
    "github": "GitHub",
    "gitlab": "GitLab",
    "googlegroups": "Google Groups",
    "hackernews": "Hacker News",
    "hyperkitty": "HyperKitty",
    "linkedin": "LinkedIn",
    "mediawiki": "MediaWiki",
    "nodebb": "NodeBB",
    "page": "Other sites",
    "phpbb": "phpBB",
    "stackexchange": "Stack Exchange",
    "wordpress": "WordPress",
    "youtube": "YouTube",
}


def site_title(site: str) -> str:
    """Name of a site, by the name of its file in the extension or of what it was imported with."""
    return _TITLES.get(site, site.replace("_", " ").replace("-", " ").capitalize())
