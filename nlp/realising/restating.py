"""Words of a question as words of an answer: "do you use with Postgres" as "I use with Postgres"."""

from spacy.tokens import Token

from nlp.realising import persons, phrases, verbs
from nlp.realising.lists import listed

LONGEST = 12
"""Words of a question that an answer takes along."""


def first_words(tokens: list[Token], count: int) -> list[str]:
    """So many words in small letters, empty ones where there are none."""
    return [token.lower_ for token in tokens[:count]] + [""] * (count - len(tokens))


def rest_of(tokens: list[Token], table: dict[str, str]) -> str | None:
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


def table_for(asker: str) -> dict[str, str]:
    """How persons turn in the answer to a question about "you", or about who asks."""
    return persons.TO_THE_WRITER if asker == "you" else persons.TO_THE_READER


def as_statement(helper: str, asker: str, tokens: list[Token]) -> str | None:
    """What is asked, as the writer's own statement: "do you use" as "I use", "should I buy" as "I'd buy"."""
    if asker not in {"you", "i", "we"}:
        return None
    if helper == "would" and len(tokens) > 1 and tokens[0].lower_ == "have":
        done = rest_of(tokens[1:], table_for(asker))
        return done and f"I'd have {done}"
    rest = verb_rest(tokens, table_for(asker))
    if rest is None:
        return None
    if asker == "you" and helper == "do":
        return f"I {rest}"
    if asker == "you" and helper == "did":
        verb, _, tail = rest.partition(" ")
        return f"I {verbs.past(verb)} {tail}".strip() if verbs.kinds_of(verb) else None
    return f"I'd {rest}" if helper in {"would", "should"} else None


def verb_rest(tokens: list[Token], table: dict[str, str]) -> str | None:
    """A verb in its base form and what follows it."""
    if not tokens or not tokens[0].is_alpha or tokens[0].pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    if tokens[0].lower_.endswith(("ing", "ed")) or tokens[0].lower_ in {"be", "have", "not", "go", "know"}:
        return None
    if tokens[-1].lower_ in listed("hanging") and len(tokens) > 1:
        return None
    rest = rest_of(tokens, table)
    return rest and rest[0].lower() + rest[1:]
