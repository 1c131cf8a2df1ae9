"""Scores of the pipeline on a treebank: raw text in, words aligned by their place in it.

As in the CoNLL 2018 shared task (Zeman et al. 2018), a word counts when gold and pipeline have the same span,
an arc when the spans of both its ends agree, and relations are compared without their subtype. All are F1.
"""

import math
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.language.noun_phrases import noun_phrases
from nlp.training.conllu import Document, Word, read_documents
from nlp.training.styles import Style, as_typed
from nlp.training.units import as_document, paragraphs, sentences_of

Place = tuple[int, int]
MEASURES = ("words", "UPOS", "XPOS", "UAS", "LAS", "lemmas", "sentences", "noun phrases")


def genres_of(path: Path) -> list[str]:
    """The genres of a treebank's documents."""
    return sorted({document.genre for document in read_documents(path)})


def score_treebank(nlp: Language, path: Path, style: Style = as_typed, genre: str = "") -> dict[str, float]:
    """F1 in percent of each measure, over all documents (or those of a genre), each typed in the style.

    Only in text as typed is the case of lemmas compared: a name in small letters has lost it. What the
    treebank leaves out ("_" for most XPOS in Tweebank) is not a number.
    """
    left_out: Counter[str] = Counter()
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    chosen = (document for document in read_documents(path) if genre in ("", document.genre))
    for document in in_style(chosen, style):
        expected = facts_of_gold(document, nlp)
        got = facts_of_doc(nlp(document.text))
        if style is not as_typed:
            for facts in (expected, got):
                facts["lemmas"] = [(place, str(lemma).lower()) for place, lemma in facts["lemmas"]]
        for measure in MEASURES:
            gold[measure] += len(expected[measure])
            left_out[measure] += sum(fact[-1] == "_" for fact in expected[measure])
            found[measure] += len(got[measure])
            right[measure] += sum((Counter(expected[measure]) & Counter(got[measure])).values())
    return {
        measure: math.nan
        if left_out[measure] > gold[measure] / 2
        else 200 * right[measure] / max(1, gold[measure] + found[measure])
        for measure in MEASURES
    }


def in_style(documents: Iterator[Document], style: Style) -> Iterator[Document]:
    """The documents typed so. Each paragraph is a document of its own then, as a draft is."""
    if style is as_typed:
        yield from documents
        return
    rng = random.Random(0)  # noqa: S311 - no secret
    for document in documents:
        for paragraph in paragraphs(document):
            typed = style([token for sentence in paragraph for token in sentence], rng)
            yield as_document(sentences_of(typed))


Facts = dict[str, list[tuple[object, ...]]]


def facts_of_gold(document: Document, nlp: Language) -> Facts:
    """What the treebank says of the text, as tuples that compare equal to the pipeline's."""
    facts: Facts = {measure: [] for measure in MEASURES}
    for sentence in document.sentences:
        facts["sentences"].append((sentence[0].start, sentence[-1].end))
        for word in sentence:
            place = (word.start, word.end)
            head = sentence[word.head - 1] if word.head else None
            head_place = (head.start, head.end) if head else None
            _add(facts, place, word.upos, word.xpos, word.lemma, head_place, word.deprel)
        for first, end, _ in noun_phrases(_gold_doc(sentence, nlp)):
            facts["noun phrases"].append((sentence[first].start, sentence[end - 1].end))
    return facts


def facts_of_doc(doc: Doc) -> Facts:
    """What the pipeline says of the text."""
    facts: Facts = {measure: [] for measure in MEASURES}
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        facts["sentences"].append((_place(words[0])[0], _place(words[-1])[1]))
        for token in words:
            head_place = None if token.head == token else _place(token.head)
            _add(facts, _place(token), token.pos_, token.tag_, token.lemma_, head_place, token.dep_.lower())
    for chunk in doc.noun_chunks:
        facts["noun phrases"].append((chunk.start_char, chunk.end_char))
    return facts


def _add(
    facts: Facts, place: Place, upos: str, xpos: str, lemma: str, head: Place | None, deprel: str
) -> None:
    facts["words"].append((place,))
    facts["UPOS"].append((place, upos))
    facts["XPOS"].append((place, xpos))
    facts["lemmas"].append((place, lemma))
    facts["UAS"].append((place, head))
    facts["LAS"].append((place, head, deprel.partition(":")[0]))


def _place(token: Token) -> Place:
    return token.idx, token.idx + len(token)


def _gold_doc(sentence: list[Word], nlp: Language) -> Doc:
    return Doc(
        nlp.vocab,
        words=[word.form for word in sentence],
        pos=[word.upos for word in sentence],
        deps=["ROOT" if word.head == 0 else word.deprel for word in sentence],
        heads=[word.head - 1 if word.head else number for number, word in enumerate(sentence)],
    )
