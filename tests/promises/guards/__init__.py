"""Each promise's guards, what each becomes when taken out, and the tests that must miss it."""

import sys

from nlp.registry import modules_in
from tests.promises.mutation import Mutation


def all_mutations() -> list[Mutation]:
    """Those of every file in this folder."""
    return [each for module in modules_in(sys.modules[__name__]) for each in module.MUTATIONS]
