"""What there is to talk about in a draft that begs for clicks: "like if you love rain", "Who hates rain?"."""

import re

from nlp.realising import persons

IF_YOU = re.compile(
    r"\bif (?:you|u|ya)(?: (?:also|too|really|still|all|do))? "
    r"((?:love|like|hate|miss|enjoy|support|believe in|prefer|can't stand|remember|grew up with)"
    r"(?: [a-z][\w'\u2019-]*){1,7})",
    re.I,
)
"""The feeling by which readers are told apart."""
NEXT = re.compile(r" (?:and|or|then|please|pls|below|comment|share|like|tag|follow|so|but)\b.*", re.I)
"""Words behind which the begging goes on."""
QUESTION = re.compile(
    r"(?:\A|(?<=[.!?\n] ))\W*((?:who|what|which|where|how|why|when)\b[^.!?\n]{8,80}\?)", re.I
)
TO_THE_READER = re.compile(r"\b(?:my|our|me|us|follow\w*|subscri\w*|lik(?:e|ing) if)\b", re.I)
"""Words of questions that beg themselves."""


def felt_in(draft: str) -> str | None:
    """What readers are asked to feel, as its writer's own: "love my mum"; None where nothing is."""
    found = IF_YOU.search(draft)
    if found is None:
        return None
    said = NEXT.sub("", found.group(1)).lower() if found.group(1).isupper() else NEXT.sub("", found.group(1))
    turned = " ".join(persons.TO_THE_WRITER.get(word.lower(), word) for word in said.split())
    return turned if " " in turned and "this" not in turned.split() else None


def first_question(draft: str) -> str | None:
    """The first question that it asks everybody, as written; None where it has none or begs with it."""
    found = QUESTION.search(draft)
    return found.group(1) if found and not TO_THE_READER.search(found.group(1)) else None
