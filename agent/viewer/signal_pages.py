"""The reference of signals, as the pages and the reviews need it."""

from functools import cache

import nlp.signals
from nlp.signals import SignalPage


@cache
def signal_pages() -> dict[str, SignalPage]:
    """Every signal's page by its name: flags first, each kind by title."""
    found = sorted(nlp.signals.reference(), key=lambda page: (page.kind, page.title))
    return {page.name: page for page in found}


@cache
def signal_titles() -> dict[str, str]:
    """Every signal's title by its name."""
    return {name: page.title for name, page in signal_pages().items()}
