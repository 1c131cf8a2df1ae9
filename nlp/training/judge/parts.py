"""Labelled posts in parts by their sources, so that a judge can be asked about sources that are new to it."""

from collections.abc import Sequence

import numpy as np

PARTS = 3


def parts_of(sources: Sequence[str]) -> list[set[str]]:
    """The sources of posts in three parts, with about as many posts in each."""
    from sklearn.model_selection import GroupKFold  # see ../requirements.txt

    split = GroupKFold(PARTS).split(np.zeros(len(sources)), groups=sources)
    return [{sources[place] for place in asked} for _, asked in split]
