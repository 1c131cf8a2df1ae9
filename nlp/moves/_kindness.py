"""On what occasion a kind word is said, by its words, and what only its writer could add to it then."""

import re
from typing import Literal

from nlp.blanks import blank

Occasion = Literal["welcome", "loss", "trouble", "joy", "day", "venture"]

OCCASIONS: dict[Occasion, re.Pattern[str]] = {
    "welcome": re.compile(r"(?<!you're )(?<!you are )(?<!your )(?<!very )\bwelcome\b", re.I),
    "loss": re.compile(
        r"\b(?:your loss|condolences?|sympath\w+|rip|rest (?:in|easy)|gone too soon|be missed|"
        r"passing)\b|\br\.i\.p",
        re.I,
    ),
    "trouble": re.compile(
        r"\b(?:sorry|get well|recovery|feel (?:better|well)|stay strong|hang in|hugs?|pray\w*|"
        r"thinking of you|thoughts|sending|chin up|gets better|take care|works? out)\b",
        re.I,
    ),
    "joy": re.compile(r"\b(?:congrat\w*|grats|deserved|proud|happy for)\b", re.I),
    "day": re.compile(r"\b(?:birthday|anniversary|retirement|baby|happy returns)\b", re.I),
    "venture": re.compile(
        r"\b(?:luck|fingers crossed|break a leg|the best|best wishes|safe (?:travels|trip|journey)|"
        r"bon voyage|got this|goes? well|great trip)\b",
        re.I,
    ),
}
"""The first that fits is meant. Greetings of the season and answers to thanks are none: they lack nothing."""
IRONY = re.compile(r"\brip my\b|\bluck with (?:that|it)\b|\byou (?:played|fell|did it again)\b", re.I)
"""Words of those who don't mean it kindly."""

AHEAD = re.compile(
    r"\b(?:start(?:s|ing)?|begin\w*|retir\w+|join(?:s|ing)|accepted|new (?:job|role|position)|admitted)\b",
    re.I,
)
"""Words of those who have the better part still before them."""
NO_STORY = re.compile(r"\b(?:born|pregnan\w+|expecting|birth|engaged)\b", re.I)
"""News of which nobody asks the particulars."""

REMEMBERED: dict[Occasion, tuple[str, ...]] = {
    "loss": ("What I'll remember is {memory}.", "I still think of {memory}."),
    "trouble": ("When I went through {same}, it helped me to {helped}.",),
    "joy": ("I've seen you {seen}, so it comes as no surprise.",),
    "day": ("I still think of {moment}.", "I remember {moment}."),
    "venture": ("When I did {such}, it helped me to {helped}.",),
    "welcome": ("A good place to start here is {place}, because {why}.",),
}
OFFERED: dict[Occasion, tuple[str, ...]] = {
    "loss": ("If it helps, I can {offer}.",),
    "trouble": ("If it helps, I can {offer}.",),
    "venture": ("If it helps, I can {offer}.",),
    "welcome": ("If you get stuck with {known}, just ask me.",),
}
ASKED_AHEAD = ("Which part of it are you most curious about?",)
ASKED_BEHIND = ("Which moment of it will stay with you?",)
ASKED_WHO_IS_NEW = ("How long have you been {gerund}?", "How did you come to {base}?")
PARTS = {
    "memory": blank("what you remember of them"),
    "same": blank("something like it"),
    "helped": blank("do what"),
    "seen": blank("do what"),
    "moment": blank("a moment with them"),
    "such": blank("something like it"),
    "place": blank("a thread or room"),
    "why": blank("why"),
    "offer": blank("what you'd gladly do"),
    "known": blank("what you know well"),
}


def occasion_of(draft: str) -> Occasion | None:
    """The occasion of a kind draft; None where nothing could be added to it but more of the same."""
    if IRONY.search(draft):
        return None
    return next((name for name, form in OCCASIONS.items() if form.search(draft)), None)
