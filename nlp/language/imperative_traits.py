"""What speaks for or against a token being the head of an imperative clause: its traits, as short names.

`imperative.py` weighs them. They name the token's form, what stands before and after it, its helpers and
subject, its place in the tree, and other calls in the same text ("Like + RT + tag a friend").
"""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Token

from nlp.language.clauses import COORDINATED, SUBJECTS, relation


def _words(file: str) -> frozenset[str]:
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


# Verbs that posts start a call with, often where the tagger sees a noun: "RT if you agree", "Comment below".
CALLS = _words("call_verbs.txt")
# What posts open with that is no call: "Love this", "Thank you", "Damn it", "Worth a watch".
NO_CALLS = _words("no_calls.txt")
# Whom a call may name: "Everyone check this out".
SPOKEN_TO = frozenset(
    ("everyone", "everybody", "someone", "somebody", "anyone", "any1", "guys", "folks", "yall", "y'all")
)
YOU = frozenset(("you", "u", "ya"))
DO = frozenset(("do", "dont", "don"))
HELPERS = frozenset(("aux", "cop", "mark"))
SAID_APART = frozenset(("to", "if", "that", "can", "could", "should", "would", "will", "'ll", "must", "may"))
NOMINAL = frozenset(("det", "amod", "case", "nummod", "compound", "nmod"))
FOLLOWING = frozenset(("obj", "obl", "xcomp", "ccomp", "compound", "advcl"))

MARKS = ".,!?:;-\u2013\u2014()\"'&+/*>|\u2192`=_$[]{}"
NEAR = 4  # words before a token that are counted


def traits(token: Token, beside_call: bool) -> set[str]:
    """The names of the token's traits. `beside_call` says that its head, if it is coordinated, is a call."""
    form = "imperative" if says_imperative(token) else token.tag_
    opening = _opening(token)
    return {
        f"tag {token.tag_}",
        f"form {form}",
        f"word {token.lower_}",
        f"letters {_letters(token)}",
        *_known(token, form),
        *_helpers(token, form),
        *_subjects(token),
        *_before(opening, form),
        *_after(token, form),
        *_in_tree(token, form, beside_call),
        *_other_calls(token),
    }


def says_imperative(token: Token) -> bool:
    """Does the tagger call the token, or the "do" or "be" before it, an imperative?"""
    return any("Imp" in word.morph.get("Mood", []) for word in (token, *_helping(token)))


def _helping(token: Token) -> list[Token]:
    return [child for child in token.lefts if relation(child) in HELPERS]


def _opening(token: Token) -> Token:
    """The first word of the verb: "do" in "do not share", "be" in "be kind"."""
    return next((helper for helper in _helping(token) if helper.lower_ in DO | {"be"}), token)


def _known(token: Token, form: str) -> Iterator[str]:
    for name, words in (("a verb of calls", CALLS), ("a verb of no call", NO_CALLS)):
        if token.lower_ in words:
            yield name
            yield f"{name}, {form}"


def _letters(token: Token) -> str:
    return "capitals" if token.is_upper else "title" if token.text[0].isupper() else "small"


def _helpers(token: Token, form: str) -> Iterator[str]:
    helpers = _helping(token)
    if [helper.lower_ for helper in helpers] == ["be"]:
        yield f"helper be alone, {form if form == 'imperative' else helpers[0].tag_}"
        yield from ("opens with be" for helper in helpers if helper.is_sent_start)
    for helper in helpers:
        word = helper.lower_
        yield f"helper {word if word in DO | SAID_APART | {'be'} else relation(helper)}"
    if any(relation(child) in NOMINAL and child.dep_ != "compound:prt" for child in token.lefts):
        yield "like a noun"


def _subjects(token: Token) -> Iterator[str]:
    subjects = [child for child in token.children if relation(child) in SUBJECTS]
    for subject in subjects:
        side = "before" if subject.i < token.i else "after"
        yield f"subject {_named(subject)} {side}"
    if not subjects:
        yield "no subject"


def _named(subject: Token) -> str:
    if subject.lower_ in SPOKEN_TO:
        return "spoken to"
    if subject.lower_ in YOU:
        return "you"
    following = _neighbour(subject.right_edge, 1)
    return "set off" if following is not None and following.text == "," else "other"


def _before(opening: Token, form: str) -> Iterator[str]:
    before = _neighbour(opening, -1)
    kind = _kind(before)
    yield f"before {kind}"
    yield f"before {kind}, {form}"
    if before is not None and not before.whitespace_ and before.i + 1 == opening.i:
        yield f"glued to {kind}"
    if before is not None and before.is_alpha:
        yield f"word before {before.lower_}"
        yield f"before that {_kind(_neighbour(before, -1))}"
    if opening.is_sent_start:
        yield "opens the sentence"
        yield f"opens the sentence, {form}"
    words = sum(word.is_alpha for word in opening.doc[opening.sent.start : opening.i])
    yield f"words before {min(words, NEAR)}"


def _after(token: Token, form: str) -> Iterator[str]:
    after = _neighbour(token, 1)
    kind = _kind(after)
    yield f"after {kind}"
    yield f"after {kind}, {form}"
    if after is not None and after.is_alpha:
        yield f"word after {after.lower_}"
        yield f"words {token.lower_} {after.lower_}"
        if token.lower_ in CALLS:
            yield f"a verb of calls, then {after.lower_}"
    yield from (f"has {name}" for name in FOLLOWING & {relation(child) for child in token.rights})


def _in_tree(token: Token, form: str, beside_call: bool) -> Iterator[str]:
    name, head = relation(token).lower(), token.head
    yield f"is {name}"
    yield f"is {name}, {form}"
    if name in COORDINATED:
        yield f"{name} of {'imperative' if says_imperative(head) else head.tag_}"
        if beside_call:
            yield f"{name} of a call"
            yield f"{name} of a call, {form}"
        if any(relation(child) in SUBJECTS for child in head.children):
            yield f"{name} of one with a subject"
        if any(helper.lower_ in SAID_APART for helper in _helping(head)):
            yield f"{name} of one with a helper"
    if any(word.text == "?" for word in token.sent[-2:]):
        yield "in a question"


def _other_calls(token: Token) -> Iterator[str]:
    others = [word.i for word in token.doc if word.i != token.i and "Imp" in word.morph.get("Mood", [])]
    yield f"other calls {min(len(others), 2)}"
    if any(token.i - NEAR <= place < token.i for place in others):
        yield "call shortly before"
    if any(token.i < place <= token.i + NEAR for place in others):
        yield "call shortly after"


def _neighbour(token: Token, step: int) -> Token | None:
    """The next token to a side that is no white space, or the line break between."""
    place = token.i + step
    while 0 <= place < len(token.doc):
        neighbour = token.doc[place]
        if not neighbour.is_space or "\n" in neighbour.text:
            return neighbour
        place += step
    return None


def _kind(neighbour: Token | None) -> str:
    """What stands there: an end of the text or line, a mark, something of posts, or a word with its tag."""
    if neighbour is None:
        return "nothing"
    text = neighbour.text
    if "\n" in text:
        return "line"
    if text[0] in "@#":
        return {"@": "handle", "#": "tag"}[text[0]]
    if neighbour.like_url:
        return "link"
    if not any(letter.isalnum() for letter in text):
        return text[0] if text[0] in MARKS else "sign"
    return "number" if text[0].isdigit() else neighbour.tag_
