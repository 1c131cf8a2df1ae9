"""Writes the whole log for other eyes and other programs: one file per format, found by the folder.

An exporter goes through the log once, with a page of it in memory, and yields bytes as it goes.
"""

import sys
from functools import cache

from agent.exporters._exporter import Exporter
from nlp.registry import modules_in

__all__ = ["Exporter", "exporters"]


@cache
def exporters() -> dict[str, Exporter]:
    """Every format, by name."""
    found: list[Exporter] = [module.exporter for module in modules_in(sys.modules[__name__])]
    return {each.name: each for each in found}
