"""What flags lead to, and which of them rest on phrases and not on the judge's weighing alone."""

from functools import cache

from nlp.signals import rules


@cache
def leads_to() -> dict[str, str]:
    """By flag the verdict."""
    return {rule.page.name: rule.leads_to for rule in rules() if rule.leads_to}


@cache
def by_phrases() -> frozenset[str]:
    """The flags for phrases, which can be pointed at."""
    return frozenset(rule.page.name for rule in rules() if rule.leads_to and not rule.by_judge)


@cache
def flags_of(verdict: str) -> frozenset[str]:
    """The flags that lead to a verdict."""
    return frozenset(name for name, led_to in leads_to().items() if led_to == verdict)
