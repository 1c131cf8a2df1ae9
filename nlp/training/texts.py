"""Text without labels: posts and the treebanks' own, as lists of words for `nlp.training.vectors`."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from nlp.language import DraftLanguage, identify_language
from nlp.language.tokenizer import SocialEnglish
from nlp.training.units import Unit


def words_of_posts(path: Path) -> Iterator[list[str]]:
    """The words of each line of the English posts in a gzipped file of JSON lines with a `text`."""
    tokenizer = SocialEnglish().tokenizer
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in file:
            text = json.loads(row)["text"]
            if identify_language(text) is DraftLanguage.ENGLISH:
                for line in text.splitlines():
                    words = [token.text for token in tokenizer(line.strip()) if not token.is_space]
                    if words:
                        yield words


def words_of_paragraphs(paragraphs: list[list[Unit]]) -> Iterator[list[str]]:
    """The words of each sentence of the treebanks."""
    for paragraph in paragraphs:
        for sentence in paragraph:
            yield [token.form for token in sentence]
