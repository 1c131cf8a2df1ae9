"""The teachers of the judge's network: MiniLM's six layers, taught by readers; far too heavy to ship.

Each post is seen by a teacher that had met nothing of its source: what it is sure of then holds elsewhere,
too. What teachers see is kept, for they take long.
"""

from pathlib import Path

import joblib
import numpy as np

from nlp.training.judge.calibration import chances
from nlp.training.judge.course import TEACHER, taught
from nlp.training.judge.network_lessons import NetworkLesson, NetworkLessons
from nlp.training.judge.parts import parts_of
from nlp.training.judge.readers import VERDICTS


def told_by_teachers(lessons: NetworkLessons, kept: Path) -> list[NetworkLesson]:
    """What the network learns: what readers said and teachers see, and what these see alone."""
    seen: dict[int, np.ndarray] = {}
    of_unlabelled = []
    for part in parts_of([lesson.source for lesson in lessons.labelled.values() if not _is_other(lesson)]):
        asked = {row: lesson for row, lesson in lessons.labelled.items() if lesson.source in part}
        told = _seen([*asked.values(), *lessons.unlabelled], lessons.without(part).by_readers, kept)
        seen |= dict(zip(asked, told, strict=False))
        of_unlabelled.append(told[len(asked) :])
    return lessons.told(seen, np.mean(of_unlabelled, axis=0))


def _is_other(lesson: NetworkLesson) -> bool:
    return int(np.argmax(lesson.shares)) == VERDICTS.index("other")


def _seen(asked: list[NetworkLesson], lessons: list[NetworkLesson], kept: Path) -> np.ndarray:
    """The chances of the verdicts in drafts, by a teacher with these lessons."""
    drafts = [lesson.read for lesson in asked]
    file = kept / f"seen-{joblib.hash((TEACHER, drafts, lessons))}.npy"
    if not file.exists():
        np.save(file, chances(taught(TEACHER, lessons, kept).sums(drafts)))
    told: np.ndarray = np.load(file)
    return told
