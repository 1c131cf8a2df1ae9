"""The made-up person's words: sentences of each kind, with blanks filled from small pools."""

from random import Random
from string import Formatter

POOLS = {
    "thing": (
        "build cache", "nightly job", "sourdough starter", "bike kitchen", "index", "newsletter", "queue",
        "greenhouse", "type checker", "reading group", "backup", "choir", "print server", "mesh network",
        "seed library", "map", "font", "compost heap", "release", "wheel hub",
    ),
    "place": ("Leipzig", "our repair café", "the old mill", "Porto", "our office", "the allotment", "Lyon"),
    "number": tuple(str(number) for number in (2, 3, 4, 6, 9, 12, 18, 31, 40, 75, 120)),
    "unit": ("minutes", "hours", "days", "people", "euros", "machines", "pages", "loaves"),
    "tool": ("SQLite", "a spreadsheet", "rsync", "Postgres", "a paper list", "make", "cron", "LibreOffice"),
    "name": ("Maria", "Jonas", "Aiko", "Priya", "Sam", "Noor", "Luca", "Ewa", "Tomás", "Ines"),
}  # fmt: skip

SENTENCES = {
    "question": (
        "How do you keep the {thing} from filling up over the weekend?",
        "Which {tool} version was that, and did it change after the first {number} {unit}?",
        "What happened to the {thing} once {number} {unit} had passed?",
        "Did you measure it before and after, or only after?",
    ),
    "experience": (
        "We had the same with our {thing} in {place}: {number} {unit} at first, half of that a year later.",
        "I moved our {thing} to {tool} last spring and lost {number} {unit} to one wrong default.",
        "When I ran the {thing} for {place}, the quiet ones only spoke up in smaller rooms.",
    ),
    "evidence": (
        "Our log says {number} {unit} on average, {number} in the worst week.",
        "The manual of {tool} has it on page {number}: the limit is per process.",
    ),
    "reasoned_view": (
        "I'd keep the {thing} apart, because a fault there should not stop the rest.",
        "I see it differently: {tool} is slower to set up, but {place} could mend it alone.",
    ),
    "specific_reference": (
        "The part about the {thing} is what I had missed.",
        "Your point on {number} {unit} explains what we saw in {place}.",
    ),
    "recommendation": ("{name} wrote about the {thing} in {place} and answers letters.",),
    "answer": ("Port {number}80.", "Yes, since the release in spring.", "{tool}, and a list on the wall."),
    "praise": ("Great post!", "Love this!", "So good.", "Amazing work, as always!"),
    "agreement": ("This.", "+1", "So true.", "Couldn't agree more."),
    "thanks": ("Thanks for sharing!", "Thank you so much!"),
    "self_promotion": (
        "My new course on the {thing} is out, link in bio.",
        "Check out my {thing} workshop, {number} seats left!",
    ),
    "engagement_bait": ("Like and share if you agree!", "Tag a friend who needs a {thing}."),
    "plain": (
        "The {thing} in {place} is finished.",
        "We kept the {thing} and dropped the {thing} that nobody used.",
        "It rained, so {number} {unit} of work moved indoors.",
        "{place} lends out its {thing} on Thursdays.",
        "Nothing about the {thing} was hard but the waiting.",
    ),
}  # fmt: skip

TITLES = (
    "What our {thing} taught us", "Show: a {thing} made with {tool}", "Ask: who keeps a {thing} in {place}?",
    "{number} {unit} without a {thing}", "Our {thing} moved to {tool}",
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


def filled(chance: Random, template: str) -> str:
    """The template with each blank filled."""
    fields = [field for _, field, _, _ in Formatter().parse(template) if field]
    for field in fields:
        template = template.replace("{" + field + "}", chance.choice(POOLS[field]), 1)
    return template


def sentence(chance: Random, kind: str) -> str:
    """A sentence of a kind."""
    return filled(chance, chance.choice(SENTENCES[kind]))


def title(chance: Random) -> str:
    """The title of a thread."""
    return filled(chance, chance.choice(TITLES))
