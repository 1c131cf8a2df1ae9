"""What a title names by its form: the work of "Artist - Song", the skill of "How to …", what is taught."""

import re
from dataclasses import dataclass

from nlp.realising import persons, verbs
from nlp.realising.lists import listed
from nlp.words import words

MADE_BY = re.compile(r"([^-\u2013\u2014]{2,40}) [-\u2013\u2014] ([^-\u2013\u2014]{2,60})")
"""Titles of songs and videos."""
BESIDE_THE_NAME = re.compile(
    r"(?<!\s)\s*(?:(?:[(\[]|\bft\b|\bfeat\b|\bprod\b|//).*|"
    r"\b(?:official|lyrics?|audio|video|clip|m/v|hd|4k)\b.*)\Z",
    re.I,
)
"""What stands behind a work's name: "(Official Video)", "ft. …"."""
MARKS = " \"'\u201c\u201d\u2018\u2019"
"""What may stand around it."""
MOST_IN_NAME = 6
"""Words of a name; what is longer may say anything."""
HOW_TO = re.compile(
    r"\bhow to ([a-z]+)((?: [\w'\u2019+#-]+){1,8})\s*(?=[:|(\[?.,;!\u2013\u2014]| - |\Z)", re.I
)
INTO = re.compile(
    r"(?:an? )?(?:(?:quick|short|gentle|complete|definitive|beginner'?s?) )*"
    r"(?:introduction to|intro to|guide to|getting started with|learn(?:ing)?|understanding|basics of) "
    r"(?:the )?",
    re.I,
)
"""What stands before the subject of a title that teaches."""
BESIDE_THE_SUBJECT = re.compile(
    r"(?<!\s)\s*(?:(?:(?<=\w): |\s[-|\u2013\u2014] |[(\[]).*|"
    r"\b(?:for (?:\w+ )?beginners|made easy|explained|basics|in \d+ \w+)\b.*|"
    r"\b(?:crash |full |beginner )?"
    r"(?:tutorial|course|lesson|lecture|guide|introduction|cheat ?sheet)s?\b.*)\Z",
    re.I,
)
"""What stands behind it."""


@dataclass(frozen=True)
class Skill:
    """What somebody learns to do, said of oneself: "hold my bow"."""

    base: str
    gerund: str


def work_in(title: str) -> str | None:
    """The name of a work, where the title is its maker's name and its own, both with capitals."""
    made = MADE_BY.fullmatch(title.strip())
    if made is None:
        return None
    maker, work = (BESIDE_THE_NAME.sub("", part).strip(MARKS) for part in made.groups())
    return work if _is_name(maker) and _is_name(work) else None


def _is_name(text: str) -> bool:
    spelled = re.findall(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", text)
    if not 1 <= len(spelled) <= MOST_IN_NAME or re.search(r"[^\w '\u2019&.,?]", text):
        return False
    if not {word.lower() for word in spelled}.isdisjoint(listed("no_works")):
        return False
    return spelled[0][0].isupper() and all(word[0].isupper() or len(word) <= 4 for word in spelled)


def subject_in(title: str) -> str | None:
    """What a title that teaches is about: "Pandas" in "Pandas Tutorial: Importing Data"."""
    begun = INTO.match(title)
    text = title[begun.end() :] if begun else title
    subject = BESIDE_THE_SUBJECT.sub("", text).strip(" :,-")
    spelled = subject.split()
    if HOW_TO.search(title) or (subject == title.strip() and not begun):
        return None
    if not 1 <= len(spelled) <= MOST_IN_NAME or re.search(r"[^\w \-+#&'/.]", subject):
        return None
    loose = spelled[-1].lower() in listed("hanging") | words("prepositions") or not spelled[0][0].isupper()
    says_more = "to" in spelled or any(map(str.isdigit, spelled))
    asks = spelled[0].lower() in listed("question_starts") | listed("pointing") | {"using"}
    return None if loose or says_more or asks else subject


def skill_in(title: str) -> Skill | None:
    """What the title tells how to do; None where capitals or a loose end keep it from being said again."""
    found = HOW_TO.search(title)
    if found is None or "?" in title:
        return None
    verb, rest = found.group(1).lower(), found.group(2).split()
    if rest[-1].lower() in listed("hanging") | words("prepositions") or sum(map(str.istitle, rest)) > 1:
        return None
    if rest[0].lower() in listed("deny_or_doubt") | {"be"}:
        return None  # half of a longer thought
    if any(word.lower() in listed("pointing") for word in rest):
        return None
    said = " ".join(persons.TO_THE_WRITER.get(word.lower(), word) for word in rest)
    return Skill(base=f"{verb} {said}", gerund=f"{verbs.gerund(verb)} {said}")
