"""The names of sites as people write them."""

from typing import Final

_TITLES: Final = {
    "bluesky": "Bluesky",
    "devto": "DEV",
    "generic": "Other sites",
    "github": "GitHub",
    "gitlab": "GitLab",
    "hackernews": "Hacker News",
    "linkedin": "LinkedIn",
    "mediawiki": "MediaWiki",
    "phpbb": "phpBB",
    "stackexchange": "Stack Exchange",
    "wordpress": "WordPress",
    "youtube": "YouTube",
}


def site_title(site: str) -> str:
    """Name of a site, by the name of its file in the extension or of what it was imported with."""
    return _TITLES.get(site, site.replace("_", " ").replace("-", " ").capitalize())
