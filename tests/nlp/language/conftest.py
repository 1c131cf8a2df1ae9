"""The shipped pipeline, once for all tests of this folder that ask what it finds."""

import pytest
from spacy.language import Language

from nlp.language import load_language


@pytest.fixture(scope="session")
def english() -> Language:
    return load_language()
