"""Each parameter of an address once: of two values one would be left out without a word."""

from flask import request

from agent.problems import Invalid


def check_query() -> None:
    """Refuse (422) an address that gives a parameter more than once."""
    if any(len(values) > 1 for _, values in request.args.lists()):
        raise Invalid("Give each parameter of the address once.")
