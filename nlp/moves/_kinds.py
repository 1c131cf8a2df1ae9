"""Names the kinds of rewrite: each tuple of wordings by the constant that holds it."""

import sys
from functools import cache

from nlp.moves import _experiences, _kindness, _points, _questions
from nlp.registry import modules_in


@cache
def kinds() -> dict[tuple[str, ...], str]:
    """By wordings the name of their constant, such as `ON_A_THING` or `ABOUT_A_DEED.chosen`."""
    named: dict[tuple[str, ...], str] = {}
    for module in (*modules_in(sys.modules["nlp.moves"]), _kindness, _points, _questions, _experiences):
        for name, value in vars(module).items():
            if isinstance(value, tuple):
                named.setdefault(value, name)
            if isinstance(value, dict) and name.isupper():
                for key, inner in value.items():
                    if isinstance(inner, tuple):
                        named.setdefault(inner, f"{name}.{key}")
    return named
