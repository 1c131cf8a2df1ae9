"""How people type: styles that are put over treebank text, to train on and to measure with.

A style takes the tokens of a unit (copies, which it changes) and a random generator, and gives back tokens.
"""

import random
from collections.abc import Callable
from itertools import pairwise

from nlp.training.units import Token, Unit, sentences_of

Style = Callable[[Unit, random.Random], Unit]

EMOJI = tuple("😂😭🔥👍🙏😍🎉😅🤔👀🙌💯😡🚀✨😊🤣💀👏😎🥲")
NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioppsdfghjkllxcvbnmm", strict=True))
WITHOUT_APOSTROPHE = {"n't": "nt", "'m": "m", "'ve": "ve", "'re": "re", "'s": "s"}


def as_typed(unit: Unit, _: random.Random) -> Unit:
    """No change."""
    return unit


def lower(unit: Unit, _: random.Random) -> Unit:
    """all in small letters"""
    for token in unit:
        token.form = token.form.lower()
    return unit


def upper(unit: Unit, _: random.Random) -> Unit:
    """ALL IN CAPITALS"""
    for token in unit:
        token.form = token.form.upper()
    return unit


def without_end(unit: Unit, _: random.Random) -> Unit:
    """Sentences without their final punctuation"""
    return _without(unit, [token for token in unit if token.upos == "PUNCT" and _ends_sentence(unit, token)])


def without_punctuation(unit: Unit, _: random.Random) -> Unit:
    """no commas no full stops and no capitals"""
    return lower(_without(unit, [token for token in unit if token.upos == "PUNCT"]), _)


def emoji_ends(unit: Unit, rng: random.Random) -> Unit:
    """Emoji instead of full stops 🎉"""
    for token in unit:
        if token.form in (".", "!", "!!") and _ends_sentence(unit, token):
            token.form = token.lemma = rng.choice(EMOJI) * rng.choice((1, 1, 1, 2, 3))
            token.upos, token.xpos, token.feats, token.deprel = "SYM", "NFP", "_", "discourse"
            token.glued = rng.random() < 0.3
    return unit


def typos(unit: Unit, rng: random.Random) -> Unit:
    """One wrong leter in every tenth wrod."""
    for token in unit:
        if len(token.form) > 3 and token.form.isalpha() and rng.random() < 0.1:
            token.form = _mistyped(token.form, rng)
    return unit


def without_apostrophes(unit: Unit, _: random.Random) -> Unit:
    """dont, im, theyve"""
    for token in unit:
        token.form = WITHOUT_APOSTROPHE.get(token.form.replace("\u2019", "'"), token.form)
    return unit


def elongated(unit: Unit, rng: random.Random) -> Unit:
    """This is sooooo goooood"""
    for token in unit:
        if token.upos in ("ADJ", "ADV", "INTJ") and token.form.isalpha() and rng.random() < 0.1:
            place = max(token.form.rfind(vowel) for vowel in "aeiouy")
            if place >= 0:
                token.form = (
                    token.form[:place] + token.form[place] * rng.randint(3, 6) + token.form[place + 1 :]
                )
    return unit


MEASURED: dict[str, Style] = {
    "as typed": as_typed,
    "lower case": lower,
    "ALL CAPS": upper,
    "no final punctuation": without_end,
    "lower case, no punctuation": without_punctuation,
    "emoji for full stops": emoji_ends,
    "typos": typos,
}


def _mistyped(word: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(word) - 1)
    first, letter, second = word[:place], word[place], word[place + 1 :]
    return rng.choice(
        [
            first + second,
            first + letter * 2 + second,
            first + second[0] + letter + second[1:],
            first + NEIGHBOURS.get(letter.lower(), letter) + second,
        ]
    )


def _ends_sentence(unit: Unit, token: Token) -> bool:
    """True for the last token of a sentence and for punctuation before it."""
    for following in unit[unit.index(token) + 1 :]:
        if following.starts:
            return True
        if following.upos != "PUNCT":
            return False
    return True


def _without(unit: Unit, unwanted: Unit) -> Unit:
    """The unit without those tokens; what hung on them hangs on their heads. No sentence is emptied."""
    gone = set(unwanted)
    kept = []
    for sentence in sentences_of(unit):
        rest = [token for token in sentence if token not in gone]
        if not rest or any(token.head is None for token in sentence if token in gone):
            kept.extend(sentence)
            continue
        for token in rest:
            while token.head in gone:
                token.head = token.head.head
        for token, following in pairwise(sentence):
            following.glued = following.glued and token not in gone
        rest[0].starts = True
        rest[0].glued = sentence[0].glued
        kept.extend(rest)
    for token in kept:
        if token.starts:
            token.glued = False
    return kept
