"""Imperatives: what a post tells its readers to do, over UD trees.

Where the tagger says so, and where posts leave its ways: "RT if you agree", "Everyone check this out".
"""

from pathlib import Path

from spacy.tokens import Span, Token

from nlp.language.clauses import QUESTION_WORDS, SUBJECTS, main_predicates, relation, subject


def _words(file: str) -> frozenset[str]:
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


# Whom a call may name: "Everyone check this out".
SPOKEN_TO = frozenset(
    ("everyone", "everybody", "someone", "somebody", "anyone", "guys", "folks", "yall", "y'all")
)
PLEASE = frozenset(("please", "pls", "plz", "kindly"))
YOU = frozenset(("you", "u", "ya", "yall", "y'all"))
HELPERS = frozenset(("aux", "cop", "mark"))
NEGATED = frozenset(("do", "n't", "not", "nt", "never"))
# "I" without its apostrophe, and what nobody says to someone else: "Probably end up buying it".
GLUED_I = frozenset(("ill", "im", "ive", "id"))
DOUBTS = frozenset(("probably", "prolly", "maybe", "perhaps", "might"))
# What follows a call that is spelled like a noun: "Report on this", "Vote for her".
AFTER_CALL = frozenset(("on", "for", "to", "if", "and", "up", "out", "our", "my", "your"))
# What stands before a noun: "any follow up" is no call.
NOMINAL = frozenset(("det", "amod", "case", "nummod", "compound", "nmod"))
LEADS_IN = frozenset(("CCONJ", "INTJ", "SCONJ"))
ADVERBS = frozenset(
    ("also", "always", "first", "here", "instead", "just", "later", "never", "next", "now", "so", "then")
)
SENSES = frozenset(("feel", "look", "smell", "sound", "taste"))  # "Look great" leaves out who does
# "Don't know" leaves out "I", "Don't worry" doesn't.
DONT_I = frozenset(("care", "know", "like", "mean", "need", "think", "understand", "want"))
HAD = frozenset(("a", "an", "faith", "fun", "mercy", "your"))  # what readers are told to have
# Verbs that posts start a call with, often where the tagger sees a noun: "RT if you agree", "Comment below".
CALLS = _words("call_verbs.txt")
# What posts open with that is no call: "Love this", "Thank you", "Damn it", "Worth a watch".
NO_CALLS = _words("no_calls.txt")


def imperatives(sentence: Span) -> list[Token]:
    """The main predicates that tell the reader to do something."""
    return [predicate for predicate in main_predicates(sentence) if tells_to_do(predicate)]


def is_imperative(sentence: Span) -> bool:
    """Does the sentence tell the reader to do something?"""
    return bool(imperatives(sentence))


def tells_to_do(predicate: Token) -> bool:
    """Does this head of a clause tell the reader to do something?"""
    if predicate.lower_ == "let" and _says_imperative(predicate):
        return True  # what UD gives "let's" for a subject is in truth an object
    if not predicate.is_alpha or any(
        rules_out(predicate) for rules_out in (_is_nominal, _is_code, _is_no_call)
    ):
        return False
    if _is_asked_for(predicate):
        return True
    if any(not _is_spoken_to(child) for child in predicate.lefts if relation(child) in SUBJECTS):
        return False
    helpers = {child.lower_ for child in predicate.lefts if relation(child) in HELPERS} - {"do"}
    if helpers == {"be"} and _opens(predicate):  # "Be kind", "Don't be late"
        return True
    if helpers:  # "don't share" is a call, "would share" and "to share" are none
        return False
    if any(child.lower_ in QUESTION_WORDS for child in predicate.lefts):
        return False
    if predicate.dep_ == "conj":
        alone = _says_imperative(predicate) and subject(predicate) is None
        return alone or (_is_base(predicate) and tells_to_do(predicate.head))
    if _says_imperative(predicate):
        return True
    if predicate.dep_ == "ROOT" and predicate.tag_ == "VB":
        return _opens(predicate)
    return predicate.lower_ in CALLS and _opens(predicate) and _has_what(predicate)


def _says_imperative(predicate: Token) -> bool:
    return "Imp" in predicate.morph.get("Mood", [])


def _is_base(predicate: Token) -> bool:
    """A base form, or what the tagger takes for a present tense of a verb that calls are made with."""
    calls = predicate.tag_ == "VBP" and predicate.lower_ in CALLS
    return calls or predicate.tag_ == "VB" or _says_imperative(predicate)


def _is_nominal(predicate: Token) -> bool:
    return any(relation(child) in NOMINAL and child.dep_ != "compound:prt" for child in predicate.lefts)


def _is_code(predicate: Token) -> bool:
    """Glued to what code has: "schema:drop", "export PATH=/bin"."""
    before = predicate.nbor(-1) if predicate.i else None
    glued = before is not None and not before.whitespace_ and before.text in ("/", ":", "_", "=", "$")
    following = predicate.nbor() if predicate.i + 1 < len(predicate.doc) else None
    return glued or (following is not None and "=" in following.text)


def _is_no_call(predicate: Token) -> bool:
    """Words without "I" or in anger: "Love this", "Probably end up with one", "See you there", "Ill go"."""
    if any(child.lower_ in DOUBTS | GLUED_I for child in predicate.lefts):
        return True
    after = {child.lower_ for child in predicate.rights}
    if predicate.lower_ == "see":
        return bool(after & YOU)
    if predicate.lower_ == "have":
        return predicate.i + 1 < len(predicate.doc) and predicate.nbor().lower_ not in HAD
    if predicate.lower_ in SENSES and "free" not in after:
        return predicate.lower_ == "feel" or any(child.pos_ == "ADJ" for child in predicate.rights)
    if any(child.lower_ == "do" for child in predicate.lefts):
        return predicate.lower_ in DONT_I
    return predicate.lower_ in NO_CALLS and "free" not in after


def _is_asked_for(predicate: Token) -> bool:
    """A "please" stands right before, and it is no question: "could you please send"."""
    before = predicate.nbor(-1) if predicate.i else None
    if before is None or before.lower_ not in PLEASE or before.sent != predicate.sent:
        return False
    others = {relation(child) for child in predicate.lefts if child != before}
    return _says_imperative(predicate) or not others & (SUBJECTS | HELPERS)


def _is_spoken_to(named: Token) -> bool:
    """Someone who is called on, though the tree may have a subject: "Everyone check this", "Ana, look"."""
    return named.lower_ in SPOKEN_TO or _is_set_off(named)


def _is_set_off(token: Token) -> bool:
    """A comma closes the phrase of the token."""
    last = token.right_edge
    return last.text == "," or (last.i + 1 < len(last.doc) and last.nbor().text == ",")


def _opens(token: Token) -> bool:
    """Nothing stands before the token in its clause but what leads in: "For news, visit our site"."""
    return all(
        child.pos_ in LEADS_IN
        or child.lower_ in ADVERBS | {"be"}
        or child.is_punct
        or child.dep_ in ("discourse", "vocative")
        or child.lower_ in NEGATED | SPOKEN_TO
        or _is_set_off(child)
        for child in token.lefts
    )


def _has_what(token: Token) -> bool:
    """Something follows that a call is about: "Use code X". What may be a noun needs more: "RT if ..."."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.sent != token.sent or following.pos_ == "PUNCT":
        return False
    if token.lower_ == "rt":
        return not following.text.startswith("@")  # whom it repeats
    return (
        _is_base(token) or following.pos_ in ("DET", "PRON", "ADV", "SCONJ") or following.lower_ in AFTER_CALL
    )
