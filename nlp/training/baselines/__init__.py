"""Simple judges to compare with: a file each, with `judge(train, posts)`.

They read the draft alone. What needs scikit-learn imports it when it is called (see ../requirements.txt).
"""

import sys
from collections.abc import Iterator
from types import ModuleType

from nlp.registry import modules_in
from nlp.training.measures import Given

Verdicts = list[Given]


def baselines() -> Iterator[tuple[str, ModuleType]]:
    """Each baseline's title and module."""
    for module in modules_in(sys.modules[__name__]):
        yield module.TITLE, module
