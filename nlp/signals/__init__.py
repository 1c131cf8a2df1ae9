"""The signals: one file each, `<name>.toml` for a phrase rule, `<name>.py` for what phrases can't say."""

import sys
from functools import cache
from pathlib import Path

from nlp.registry import modules_in
from nlp.signals._page import Example, SignalPage
from nlp.signals._rule import Phrases, Rule, read_phrase_rule, rule_in

__all__ = ["Example", "Phrases", "Rule", "SignalPage", "reference", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Every signal of this folder, by name. Raises `ValueError` that names a malformed file."""
    folder = Path(__file__).parent
    phrases = [read_phrase_rule(file) for file in folder.glob("*.toml")]
    seen_by_code = [rule_in(module) for module in modules_in(sys.modules[__name__])]
    return tuple(sorted([*phrases, *seen_by_code], key=lambda rule: rule.page.name))


def reference() -> list[SignalPage]:
    """What people may read about each signal, by name."""
    return [rule.page for rule in rules()]
