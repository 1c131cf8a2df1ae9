"""The forms that questions have, and how an answer to each can begin.

The order of the words in the question decides, not its parse: questions are short and follow few patterns.
"""

from collections.abc import Callable

from spacy.tokens import Token

from nlp.realising import persons, verbs
from nlp.realising.asked_inside import asked_inside
from nlp.realising.grammar import is_noun_like
from nlp.realising.lists import listed
from nlp.realising.restating import as_statement, first_words, rest_of, table_for, verb_rest
from nlp.realising.ways import Read

Pattern = Callable[[list[Token]], Read | None]


def _how(tokens: list[Token]) -> Read | None:
    how, helper, asker, verb = first_words(tokens, 4)
    if how == "how" and helper == "to":
        rest = verb_rest(tokens[2:], persons.TO_THE_READER)
        return "way", rest and f"To {rest}"
    if how != "how" or helper not in listed("asked") or asker not in listed("asker") or helper == "would":
        return None
    if verb in {"like", "feel", "think"}:
        return "view", None
    if (helper, asker) == ("did", "you"):
        return "way", None
    rest = verb_rest(tokens[3:], table_for(asker))
    return "way", rest and f"To {rest}"


def _known_things(tokens: list[Token]) -> Read | None:
    """For "Does anybody know a good …"."""
    lower = [token.lower_ for token in tokens]
    if "know" not in lower[:5] or not set(lower[:3]) & listed("anybody"):
        return None
    named = tokens[lower.index("know") + 1 :]
    if named and named[0].lower_ in {"a", "an", "any", "some", "good"}:
        return "things", _for_things(named)
    return None


def _things(tokens: list[Token]) -> Read | None:
    lower = [token.lower_ for token in tokens]
    place = next((place for place, word in enumerate(lower) if word in listed("things")), None)
    if place is None:
        return None
    return "things", _for_things(tokens[place + 1 :])


def _for_things(tokens: list[Token]) -> str | None:
    if tokens and tokens[0].lower_ in {"for", "on", "about"}:
        rest = rest_of(tokens[1:], persons.TO_THE_READER)
        return rest and f"{tokens[0].lower_.capitalize()} {rest}"
    if tokens and tokens[0].lower_ in {"a", "an", "any", "some", "good"}:
        tail = tokens[1:] if tokens[0].lower_ in {"any", "some"} else tokens
        rest = rest_of(tail, persons.TO_THE_READER)
        return rest and f"For {rest}" if tail and tail[-1].pos_ in ("NOUN", "PROPN") else None
    return None


def _any_tips(tokens: list[Token]) -> Read | None:
    lower = [token.lower_ for token in tokens]
    place = next(
        (place for place, word in enumerate(lower[:4]) if word in listed("tips") | listed("views")), None
    )
    if place is None or place + 1 >= len(tokens) or lower[place + 1] not in {"for", "on", "about", "with"}:
        return None
    rest = rest_of(tokens[place + 2 :], persons.TO_THE_READER)
    if rest is None:
        return ("view" if lower[place] in listed("views") else "way"), None
    if lower[place] in listed("views"):
        return "view", f"On {rest}"
    return "way", f"{lower[place + 1].capitalize()} {rest}"


def _which(tokens: list[Token]) -> Read | None:
    """For "Which driver do you use with Postgres?": "The driver I use with Postgres"."""
    if first_words(tokens, 1)[0] not in {"which", "what"}:
        return None
    for place in range(2, min(6, len(tokens) - 2)):
        if tokens[place].lower_ not in listed("asked") or tokens[place + 1].lower_ not in listed("asker"):
            continue
        named = tokens[1:place]
        noun = rest_of(named, {})
        said = as_statement(tokens[place].lower_, tokens[place + 1].lower_, tokens[place + 2 :])
        if noun is None or said is None or not is_noun_like(named[-1]):
            return "which", None
        article = "" if noun.lower().startswith("the ") else "The "
        return "which", f"{article}{noun} {said}"
    return None


def _what(tokens: list[Token]) -> Read | None:
    """For "What do you use for backups?": "What I use for backups"."""
    what, helper, asker, verb = first_words(tokens, 4)
    if what != "what" or helper not in listed("asked") or asker not in listed("asker"):
        return None
    if verb in {"think", "say", "mean", "recommend", "suggest"}:
        return None
    said = as_statement(helper, asker, tokens[3:])
    return "what", said and f"What {said}"


def _favourite(tokens: list[Token]) -> Read | None:
    """For "What's your favourite tool for this?": "My favourite tool"."""
    lower = [token.lower_ for token in tokens]
    if (
        lower[:1] != ["what"]
        or len(lower) < 4
        or lower[2] != "your"
        or lower[1] not in {"'s", "is", "\u2019s", "are", "was"}
    ):
        return None
    rest = rest_of(tokens[2:], persons.TO_THE_WRITER)
    return "which", rest and rest[0].upper() + rest[1:]


def _amount(tokens: list[Token]) -> Read | None:
    first, second = first_words(tokens, 2)
    if first == "when":
        return "matter", None
    return ("amount", None) if first == "how" and second in listed("amounts") else None


def _why(tokens: list[Token]) -> Read | None:
    """For "Why does my dough collapse?": "Why your dough collapses"."""
    why, helper = first_words(tokens, 2)
    if why != "why":
        return None
    if helper == "not":
        return "view", None
    for place in range(3, len(tokens) if helper in FORMS else 0):
        verb, doer = tokens[place], tokens[2:place]
        known = bool(verbs.kinds_of(verb.lower_)) and doer[0].lower_ in {"my", "our", "the"}
        if not known and (verb.tag_ != "VB" or not is_noun_like(doer[-1])):
            continue
        what, rest = (
            rest_of(doer, persons.TO_THE_READER),
            persons.turned(tokens[place + 1 :], persons.TO_THE_READER),
        )
        whole = rest_of(tokens[2:], persons.TO_THE_READER)
        return "why", whole and what and f"Why {what} {FORMS[helper](verb.lower_)} {rest}".strip()
    return "why", None


def _where(tokens: list[Token]) -> Read | None:
    where, helper, asker, _ = first_words(tokens, 4)
    if where != "where":
        return None
    if helper in {"can", "could", "do", "should"} and asker in {"i", "we", "one"}:
        rest = verb_rest(tokens[3:], persons.TO_THE_READER)
        return "where", rest and f"To {rest}"
    return "where", None


FORMS: dict[str, Callable[[str], str]] = {"does": verbs.third, "do": str, "did": verbs.past}
"""What a verb becomes when its helper goes."""


def _either(tokens: list[Token]) -> Read | None:
    lower = [token.lower_ for token in tokens]
    if "or" not in lower or lower[0] in {"how", "why"}:
        return None
    place = lower.index("or")
    sides = tokens[place - 1 : place], tokens[place + 1 :]
    if place and len(sides[1]) == 1 and all(side[0].pos_ == "PROPN" for side in sides):
        return "either", f"Between {sides[0][0].text} and {sides[1][0].text}"
    return "either", None


def _doing(tokens: list[Token]) -> Read | None:
    """For "Should I replace the belt myself?": "On replacing the belt yourself"."""
    helper, asker, verb = first_words(tokens, 3)
    if helper in {"should", "can", "could"} and asker in {"i", "we", "one"} and verb:
        rest = verb_rest(tokens[2:], persons.TO_THE_READER)
    elif helper in {"does", "do", "did"} and asker in listed("anybody") and verb in verbs_known(verb):
        rest = verb_rest(tokens[2:], table_for("you" if asker == "you" else "i"))
    elif (
        helper in {"has", "have"}
        and asker in listed("anybody")
        and (base := verbs.base_of(verb) or TRIED.get(verb))
    ):
        tail = rest_of(tokens[3:], table_for("you" if asker == "you" else "i"))
        rest = tail and f"{base} {tail}"
    else:
        return None
    if not rest:
        return "yes_no", None
    verb, _, tail = rest.partition(" ")
    return "yes_no", f"On {verbs.gerund(verb)} {tail}".strip()


TRIED = {"tried": "try", "used": "use", "worked": "work", "seen": "see", "heard": "hear", "dealt": "deal"}


def verbs_known(verb: str) -> frozenset[str]:
    """The verb alone where its forms are known, nothing else."""
    return frozenset((verb,)) if verbs.kinds_of(verb) or verb in TRIED.values() else frozenset()


def _yes_no(tokens: list[Token]) -> Read | None:
    first = first_words(tokens, 1)[0]
    return (
        ("yes_no", None) if first in listed("asked") | {"is", "are", "was", "were", "has", "have"} else None
    )


PATTERNS: tuple[Pattern, ...] = (
    asked_inside, _known_things, _things, _any_tips, _how, _either, _which, _what, _favourite, _amount,
    _why, _where, _doing, _yes_no,
)  # fmt: skip
"""Tried in this order: the first that fits decides."""
