"""Dresses treebank sentences as posts: handles, tags, links and emoji around and inside them.

EWT and GUM have few of these. Tags and heads follow Tweebank v2 (Liu et al. 2018): `RT @user :` and tags,
links and emoji after the text hang on its root; a handle that is spoken to is a vocative.
"""

import random
import string

from nlp.training.styles import EMOJI
from nlp.training.units import Token, Unit


def dressed(unit: Unit, rng: random.Random) -> Unit:
    """The unit as it may look in a feed."""
    roots = [token for token in unit if token.head is None]
    if not roots:
        return unit
    unit = [_renamed(token, rng) for token in unit]
    first, last = roots[0], roots[-1]
    before: Unit = []
    if rng.random() < 0.2:
        retweet = _post_token("RT", "X", "discourse", first)
        handle = _post_token(_handle(rng), "X", "discourse", retweet)
        before = [retweet, handle, Token(":", ":", "PUNCT", ":", "_", "punct", True, False, retweet)]
    if rng.random() < 0.4:
        before += [
            _post_token(_handle(rng), "PROPN", "vocative", first) for _ in range(rng.choice((1, 1, 1, 2, 3)))
        ]
    after: Unit = []
    if rng.random() < 0.3:
        emoji = rng.choice(EMOJI) * rng.choice((1, 1, 2, 3))
        after.append(Token(emoji, emoji, "SYM", "NFP", "_", "discourse", False, False, last))
    if rng.random() < 0.4:
        after += [
            _post_token("#" + _name(rng), "X", "discourse", last) for _ in range(rng.choice((1, 1, 2, 3)))
        ]
    if rng.random() < 0.4:
        after.append(_post_token("https://t.co/" + _name(rng), "X", "list", last))
    if rng.random() < 0.3:
        rng.shuffle(after)
    if before:
        unit[0].starts = False
        unit[0].glued = False
        before[0].starts = True
    return before + unit + after


def _renamed(token: Token, rng: random.Random) -> Token:
    """Now and then a name becomes a handle or a tag, and a noun a tag, with its place in the tree."""
    chance = rng.random()
    if token.form.isalpha() and not token.glued and len(token.form) > 2:
        if token.upos == "PROPN" and chance < 0.08:
            token.form = token.lemma = _handle(rng)
        elif token.upos in ("PROPN", "NOUN") and chance < 0.12:
            token.form = "#" + token.form
            token.lemma = token.form.lower() if token.upos == "NOUN" else token.form
    return token


def _post_token(form: str, upos: str, deprel: str, head: Token) -> Token:
    xpos, feats = ("NNP", "Number=Sing") if upos == "PROPN" else ("ADD", "_")
    return Token(form, form, upos, xpos, feats, deprel, head=head)


def _handle(rng: random.Random) -> str:
    return "@" + (_name(rng) if rng.random() < 0.5 else "user")


def _name(rng: random.Random) -> str:
    name = "".join(rng.choices(string.ascii_lowercase, k=rng.randint(3, 9)))
    return rng.choice((name, name.capitalize(), name + str(rng.randint(0, 99))))
