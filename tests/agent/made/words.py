"""The made-up person's words: sentences of each kind, with blanks filled from small pools."""

from random import Random
from string import Formatter

POOLS = {
    "thing": (
        "build cache", "nightly job", "newsletter", "bike kitchen", "search index", "reading group", "backup",
        "repair list", "print server", "mesh network", "seed library", "mailing list", "booking form",
        "archive", "photo wall", "tool library", "help desk", "wiki", "sourdough starter", "greenhouse",
    ),
    "place": ("Leipzig", "our repair café", "the old mill", "Porto", "our office", "the allotment", "Lyon"),
    "number": tuple(str(number) for number in (2, 3, 4, 6, 9, 12, 18, 31, 40, 75, 120)),
    "span": ("minutes", "hours", "days", "weeks"),
    "tool": ("SQLite", "a spreadsheet", "rsync", "Postgres", "a paper list", "make", "cron", "LibreOffice"),
    "name": ("Maria", "Jonas", "Aiko", "Priya", "Sam", "Noor", "Luca", "Ewa", "Tomás", "Ines"),
}  # fmt: skip

HANDLES = ("", "_k", "makes", ".writes", "_on_bikes", "bakes", "_dev", "reads", "_north", "mends")
"""What people put behind their name."""

SENTENCES = {
    "question": (
        "How do you keep the {thing} from filling up over the weekend?",
        "Which version of {tool} was that, and did it change after the first {number} {span}?",
        "What happened to the {thing} once {number} {span} had passed?",
        "Did you measure the {thing} before and after, or only after?",
        "Who looks after the {thing} when you are away for {number} {span}?",
    ),
    "experience": (
        "We had the same with our {thing} in {place}: {number} {span} at first, half of that a year later.",
        "I moved our {thing} to {tool} last spring and lost {number} {span} to one wrong default.",
        "When I looked after the {thing} in {place}, the quiet ones only spoke up in smaller rooms.",
        "Our {thing} stood still for {number} {span} before anybody in {place} noticed.",
    ),
    "evidence": (
        "Our log says {number} {span} on average for the {thing}, and {number} times that in the worst week.",
        "The manual of {tool} has it on page {number}: the limit is per process.",
    ),
    "reasoned_view": (
        "I'd keep the {thing} apart, because a fault there should not stop the rest.",
        "I see it differently: with {tool} the {thing} is slower to set up, but {place} could mend it alone.",
    ),
    "specific_reference": (
        "The part about the {thing} is what I had missed.",
        "Your {number} {span} for the {thing} explain what we saw in {place}.",
    ),
    "recommendation": ("{name} wrote about the {thing} in {place} and answers letters.",),
    "answer": (
        "Port {number}80, and nothing else has to be open.",
        "Yes, since the release in spring.",
        "With {tool}, and a list on the wall of the {thing}.",
    ),
    "praise": ("Great post!", "Love this!", "So good.", "Amazing work, as always!"),
    "agreement": ("This.", "+1", "So true.", "Couldn't agree more."),
    "thanks": ("Thanks for sharing!", "Thank you so much!"),
    "self_promotion": (
        "My new course on the {thing} is out, link in bio.",
        "Check out my workshop on the {thing}, {number} seats left!",
    ),
    "engagement_bait": ("Like and share if you agree!", "Tag a friend who needs a {thing}."),
    "plain": (
        "The {thing} in {place} is back, after {number} {span}.",
        "We kept the {thing} and dropped the one that nobody used.",
        "The {thing} took {number} {span}, most of them spent waiting.",
        "In {place} the {thing} is open on Thursdays now.",
        "Nothing about the {thing} was hard but the waiting.",
    ),
}  # fmt: skip

REASONS = {
    "question": "This can be answered by somebody who knows.",
    "experience": "You tell what happened to you: nobody else can.",
    "evidence": "Others can check this.",
    "reasoned_view": "A view with its reason gives others something to answer.",
    "specific_reference": "It shows what you took in.",
    "recommendation": "You put somebody else forward, by name.",
    "answer": "It answers what was asked.",
    "praise": "This would fit under any post.",
    "agreement": "It agrees, and the others learn nothing new.",
    "thanks": "It doesn't say what the thanks are for.",
    "self_promotion": "It sends readers away and brings nothing here.",
    "engagement_bait": "It asks for a click, and not for a thought.",
}
HEADLINES = {
    "contributes": "This gives readers something of its own.",
    "me_too": "You agree, and it stops there.",
    "promotion": "You ask for something, and give little.",
    "unjudged": "There is too little here to go on.",
}

TITLES = (
    "What our {thing} taught us", "Show: a {thing} made with {tool}", "Ask: who keeps a {thing} in {place}?",
    "{number} {span} without a {thing}", "Our {thing} moved to {tool}",
)  # fmt: skip

STRENGTHS = (
    "question",
    "experience",
    "evidence",
    "reasoned_view",
    "specific_reference",
    "recommendation",
    "answer",
)
FLAGS = {"me_too": ("praise", "agreement", "thanks"), "promotion": ("self_promotion", "engagement_bait")}


def filled(chance: Random, template: str, about: str) -> str:
    """The template with each blank filled; its thing is what the post is `about`."""
    fields = [field for _, field, _, _ in Formatter().parse(template) if field]
    for field in fields:
        word = about if field == "thing" else chance.choice(POOLS[field])
        template = template.replace("{" + field + "}", word, 1)
    return template


def thing(chance: Random) -> str:
    """What a post can be about."""
    return chance.choice(POOLS["thing"])


def sentence(chance: Random, kind: str, about: str) -> str:
    """A sentence of a kind."""
    said = filled(chance, chance.choice(SENTENCES[kind]), about)
    return said[0].upper() + said[1:]


def title(chance: Random, about: str) -> str:
    """The title of a thread."""
    return filled(chance, chance.choice(TITLES), about)


def handle(number: int) -> str:
    """The handle of a person."""
    name = POOLS["name"][number % 10].lower()
    again = number // 100
    return f"{name}{HANDLES[number // 10 % 10]}{again or ''}"
