"""How an answer to a parent's question can begin, in the question's own words.

"How do I descale my kettle?" gives "To descale your kettle", "Which driver do you use?" gives "The driver
I use". The order of the words in the question decides, not its parse: questions are short and follow few
patterns.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from nlp.questions import questions
from nlp.realising import persons, phrases, verbs
from nlp.realising.grammar import is_noun_like
from nlp.realising.lists import listed
from nlp.text import QUOTE

Asks = Literal[
    "way", "which", "what", "why", "amount", "yes_no", "either", "things", "where", "matter", "view"
]
"""What is asked for; "matter" for everything that follows no pattern."""

LONGEST = 12
"""Words of a question that an answer takes along."""


@dataclass(frozen=True)
class Question:
    """What is asked for, the start of an answer in the question's words where that can be made, and where."""

    asks: Asks
    opening: str | None
    start: int
    end: int


def asked(parent: Doc, start: int = 0) -> Question | None:
    """The last question of a parent from a token on; of several the last that an answer can take up."""
    segments = [
        segment for segment in questions(parent) if segment.start >= start and segment[-1].norm_ != QUOTE
    ]
    read = [_read(parent, segment.start, segment.end) for segment in segments]
    found = [question for question in read if question.asks != "matter" or _asks_indeed(parent, question)]
    with_opening = [question for question in found if question.opening]
    best = with_opening or found
    return best[-1] if best else None


def _asks_indeed(parent: Doc, question: Question) -> bool:
    """Whether a question that follows no pattern has a word of one: "n it works??" only wonders."""
    return any(token.lower_ in listed("question_starts") for token in parent[question.start : question.end])


def _read(parent: Doc, start: int, end: int) -> Question:
    tokens = _core([token for token in parent[start:end] if not token.is_space])
    for pattern in PATTERNS:
        read = pattern(tokens)
        if read is not None:
            kind, opening = read
            return Question(kind, opening, start, end)
    return Question("matter", None, start, end)


def _core(tokens: list[Token]) -> list[Token]:
    """The question without its mark, greeting, and what stands before a comma."""
    while tokens and (tokens[-1].is_punct or tokens[-1].norm_ in phrases.UNUSABLE):
        tokens = tokens[:-1]
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place - 1].text in {",", ":", "-", "\u2013", "\u2014", ";"} and tokens[
            place
        ].lower_ in listed("question_starts"):
            tokens = tokens[place:]
            break
    while tokens and (
        tokens[0].lower_ in listed("leads") or tokens[0].is_punct or tokens[0].norm_ in phrases.UNUSABLE
    ):
        tokens = tokens[1:]
    return tokens


Read = tuple[Asks, str | None]
Pattern = Callable[[list[Token]], Read | None]


def _lower(tokens: list[Token], count: int) -> list[str]:
    return [token.lower_ for token in tokens[:count]] + [""] * (count - len(tokens))


def _rest(tokens: list[Token], table: dict[str, str]) -> str | None:
    """The words of a question that go into an answer; None where they can't leave their place."""
    if not 0 < len(tokens) <= LONGEST or persons.points_elsewhere(tokens):
        return None
    if any(
        token.norm_ in phrases.UNUSABLE or token.text in phrases.QUOTES or token.is_space for token in tokens
    ):
        return None
    if any(
        token.text in {",", ";", ":", "(", ")", ".", "…"} or token.lower_ in {"or", "please"}
        for token in tokens
    ):
        return None
    return persons.turned(tokens, table)


def _table(asker: str) -> dict[str, str]:
    return persons.TO_THE_WRITER if asker == "you" else persons.TO_THE_READER


def _how(tokens: list[Token]) -> Read | None:
    how, helper, asker, verb = _lower(tokens, 4)
    if how == "how" and helper == "to":
        rest = _verb_rest(tokens[2:], persons.TO_THE_READER)
        return "way", rest and f"To {rest}"
    if how != "how" or helper not in listed("asked") or asker not in listed("asker") or helper == "would":
        return None
    if verb in {"like", "feel", "think"}:
        return "view", None
    rest = _verb_rest(tokens[3:], _table(asker))
    return "way", rest and f"To {rest}"


def _knows(tokens: list[Token]) -> Read | None:
    """For "Does anybody know how to …", "do you know why …": what is to be known is what is asked."""
    lower = [token.lower_ for token in tokens]
    if "know" not in lower[:5] or not set(lower[:3]) & listed("anybody"):
        return None
    inner = tokens[lower.index("know") + 1 :]
    if not inner:
        return None
    if inner[0].lower_ == "how" and len(inner) > 2 and inner[1].lower_ in {"to", "i", "we"}:
        place = 3 if inner[2].lower_ in {"can", "could"} else 2
        rest = _verb_rest(inner[place:], persons.TO_THE_READER)
        return "way", rest and f"To {rest}"
    if inner[0].lower_ in {"why", "where", "when"}:
        rest = _rest(inner[1:], persons.TO_THE_READER)
        kind: Asks = "why" if inner[0].lower_ == "why" else "matter"
        return kind, rest and f"{inner[0].lower_.capitalize()} {rest}"
    if inner[0].lower_ in {"a", "an", "any", "some", "good"}:
        return "things", _for_things(inner)
    return None


def _things(tokens: list[Token]) -> Read | None:
    lower = [token.lower_ for token in tokens]
    place = next((place for place, word in enumerate(lower) if word in listed("things")), None)
    if place is None:
        return None
    return "things", _for_things(tokens[place + 1 :])


def _for_things(tokens: list[Token]) -> str | None:
    if tokens and tokens[0].lower_ in {"for", "on", "about"}:
        rest = _rest(tokens[1:], persons.TO_THE_READER)
        return rest and f"{tokens[0].lower_.capitalize()} {rest}"
    if tokens and tokens[0].lower_ in {"a", "an", "any", "some", "good"}:
        tail = tokens[1:] if tokens[0].lower_ in {"any", "some"} else tokens
        rest = _rest(tail, persons.TO_THE_READER)
        return rest and f"For {rest}" if tail and tail[-1].pos_ in ("NOUN", "PROPN") else None
    return None


def _any_tips(tokens: list[Token]) -> Read | None:
    lower = [token.lower_ for token in tokens]
    place = next(
        (place for place, word in enumerate(lower[:4]) if word in listed("tips") | listed("views")), None
    )
    if place is None or place + 1 >= len(tokens) or lower[place + 1] not in {"for", "on", "about", "with"}:
        return None
    rest = _rest(tokens[place + 2 :], persons.TO_THE_READER)
    if rest is None:
        return ("view" if lower[place] in listed("views") else "way"), None
    if lower[place] in listed("views"):
        return "view", f"On {rest}"
    return "way", f"{lower[place + 1].capitalize()} {rest}"


def _which(tokens: list[Token]) -> Read | None:
    """For "Which driver do you use with Postgres?": "The driver I use with Postgres"."""
    if _lower(tokens, 1)[0] not in {"which", "what"}:
        return None
    for place in range(2, min(6, len(tokens) - 2)):
        if tokens[place].lower_ not in listed("asked") or tokens[place + 1].lower_ not in listed("asker"):
            continue
        named = tokens[1:place]
        noun = _rest(named, {})
        said = _said(tokens[place].lower_, tokens[place + 1].lower_, tokens[place + 2 :])
        if noun is None or said is None or not is_noun_like(named[-1]):
            return "which", None
        article = "" if noun.lower().startswith("the ") else "The "
        return "which", f"{article}{noun} {said}"
    return None


def _what(tokens: list[Token]) -> Read | None:
    """For "What do you use for backups?": "What I use for backups"."""
    what, helper, asker, verb = _lower(tokens, 4)
    if what != "what" or helper not in listed("asked") or asker not in listed("asker"):
        return None
    if verb in {"think", "say", "mean", "recommend", "suggest"}:
        return None
    said = _said(helper, asker, tokens[3:])
    return "what", said and f"What {said}"


def _said(helper: str, asker: str, tokens: list[Token]) -> str | None:
    """What is asked, as the writer's own statement: "do you use" as "I use", "should I buy" as "I'd buy"."""
    if asker not in {"you", "i", "we"}:
        return None
    if helper == "would" and len(tokens) > 1 and tokens[0].lower_ == "have":
        done = _rest(tokens[1:], _table(asker))
        return done and f"I'd have {done}"
    rest = _verb_rest(tokens, _table(asker))
    if rest is None:
        return None
    if asker == "you" and helper == "do":
        return f"I {rest}"
    if asker == "you" and helper == "did":
        verb, _, tail = rest.partition(" ")
        return f"I {verbs.past(verb)} {tail}".strip() if verbs.kinds_of(verb) else None
    return f"I'd {rest}" if helper in {"would", "should"} else None


def _verb_rest(tokens: list[Token], table: dict[str, str]) -> str | None:
    """A verb in its base form and what follows it."""
    if not tokens or not tokens[0].is_alpha or tokens[0].pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    if tokens[0].lower_.endswith(("ing", "ed")) or tokens[0].lower_ in {"be", "have", "not", "go", "know"}:
        return None
    if tokens[-1].lower_ in listed("hanging") and len(tokens) > 1:
        return None
    rest = _rest(tokens, table)
    return rest and rest[0].lower() + rest[1:]


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
    rest = _rest(tokens[2:], persons.TO_THE_WRITER)
    return "which", rest and rest[0].upper() + rest[1:]


def _amount(tokens: list[Token]) -> Read | None:
    first, second = _lower(tokens, 2)
    return ("amount", None) if first == "when" or (first == "how" and second in listed("amounts")) else None


def _why(tokens: list[Token]) -> Read | None:
    """For "Why does my dough collapse?": "Why your dough collapses"."""
    why, helper = _lower(tokens, 2)
    if why != "why":
        return None
    for place in range(3, len(tokens) if helper in FORMS else 0):
        verb, doer = tokens[place], tokens[2:place]
        known = bool(verbs.kinds_of(verb.lower_)) and doer[0].lower_ in {"my", "our", "the"}
        if not known and (verb.tag_ != "VB" or not is_noun_like(doer[-1])):
            continue
        what, rest = (
            _rest(doer, persons.TO_THE_READER),
            persons.turned(tokens[place + 1 :], persons.TO_THE_READER),
        )
        whole = _rest(tokens[2:], persons.TO_THE_READER)
        return "why", whole and what and f"Why {what} {FORMS[helper](verb.lower_)} {rest}".strip()
    return "why", None


def _where(tokens: list[Token]) -> Read | None:
    where, helper, asker, _ = _lower(tokens, 4)
    if where != "where":
        return None
    if helper in {"can", "could", "do", "should"} and asker in {"i", "we", "one"}:
        rest = _verb_rest(tokens[3:], persons.TO_THE_READER)
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
    helper, asker, verb = _lower(tokens, 3)
    if helper in {"should", "can", "could"} and asker in {"i", "we", "one"} and verb:
        rest = _verb_rest(tokens[2:], persons.TO_THE_READER)
    elif helper in {"does", "do", "did"} and asker in listed("anybody") and verb in verbs_known(verb):
        rest = _verb_rest(tokens[2:], _table("you" if asker == "you" else "i"))
    elif (
        helper in {"has", "have"}
        and asker in listed("anybody")
        and (base := verbs.base_of(verb) or TRIED.get(verb))
    ):
        tail = _rest(tokens[3:], _table("you" if asker == "you" else "i"))
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
    first = _lower(tokens, 1)[0]
    return (
        ("yes_no", None) if first in listed("asked") | {"is", "are", "was", "were", "has", "have"} else None
    )


PATTERNS: tuple[Pattern, ...] = (
    _knows, _things, _any_tips, _how, _either, _which, _what, _favourite, _amount, _why, _where,
    _doing, _yes_no,
)  # fmt: skip
"""Tried in this order: the first that fits decides."""
