"""What came of something that was advised or mended: it worked for the writer, or didn't."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.text import Segment, segments, span_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


NAMED = r"(?:that|this|it|which|yours|(?:your|the|that|this) (?:[\w-]+ ){0,2}[\w-]+)"
"""What was advised or mended."""
SURELY = r"(?:(?:just|really|actually|finally|totally|also|indeed|has|did|definitely|seems to have) ){0,2}"
OUTCOME = re.compile(
    # "That worked", "your fix solved it for me", "which did the trick"
    rf"\bworked for me\b|\b{NAMED} {SURELY}"
    r"(?:worked\b(?! (?:out|in|as|there|hard|so|until|before))|did the trick|did it(?= *(?:[.!,]|for|\Z))|"
    r"(?:fixed|solved|resolved|cured|sorted) (?:it|this|that|mine|everything|(?:my|the|our) \w+))"
    # "Fixed it for me", "Worked like a charm", "Solved, thanks"
    r"|\A\W*(?:(?:yes|yep|ok|thanks|great),? )?"
    r"(?:(?:fixed|solved|resolved|sorted) (?:it|this|that|mine|(?:my|the) \w+)|did the trick|"
    r"worked (?:here|like|great|perfectly|on|with|fine|too)|"
    r"(?:solved|fixed|resolved|sorted)(?=\W+(?:thanks?|thx|cheers|ty)\b))"
    # "It works now", "Working again"
    r"|\b(?:it|that|this|everything|all|mine)(?: is|'s)? (?:now )?work(?:s|ing) (?:now|again|fine now)\b"
    r"|\A\W*work(?:s|ing) (?:now|again)\b"
    # "That didn't work for me", "Tried it, no luck"
    r"|\b(?:did not|didn't|didnt) (?:work|help|fix|solve|change anything)\b"
    r"|\btried (?:it|this|that|both|all)\b[^.]{0,60}\b(?:no luck|no change|same error|to no avail)\b"
    r"|\b(?:can't|cannot|can not|couldn't|could not|unable to) reproduce\b"
    # "Fixed." by whoever was asked to
    r"|\A\W*(?:fixed|solved|resolved|merged|rebased|reverted|addressed)\W*\Z",
    re.I,
)
UNTRIED = re.compile(
    r"\b(?:hope|hopefully|if|wish|would|could|might|unless|until|imagine|glad|happy)\b", re.I
)
"""Words of what nobody has tried yet, or what somebody else has."""


def see(doc: "Doc") -> "Iterator[Span]":
    """The sentences of a reply that tell an outcome."""
    if not reading_of(doc).context.parent_text:
        return
    for segment in segments(doc):
        said = _said(doc, segment)
        if "?" not in segment[-1].text and OUTCOME.search(said) and not UNTRIED.search(said):
            yield span_of(doc, segment)


def _said(doc: "Doc", segment: Segment) -> str:
    end = segment[-1].start + len(segment[-1].text)
    return text_of(doc)[segment[0].start : end].replace("\u2019", "'")


CLEAR, MAIL = "Clear the queue, then restart the broker.", "Version 2 is out: it reads mail offline."

rule = Rule(
    page=SignalPage(
        name="outcome",
        kind="strength",
        title="Tells what came of it",
        what="In a reply: that what was advised or mended worked for you or that it didn't, or that "
        "what was asked for is done.",
        why="Whoever helped learns that it helped, and the next reader what to try first.",
        wrong_when="It was said of something that you haven't tried yourself.",
        source="Our own; Stack Exchange and most forums have a mark for the answer that worked.",
        reason="It tells whether what was advised worked for you.",
        bad=(
            {"draft": "Works great, thanks!", "answering": MAIL},
            {"draft": "This helped me a lot, thanks", "answering": CLEAR},
            {"draft": "Hope that fixed it for you", "answering": "My engine stalls when it is cold."},
            {"draft": "It all worked out, so happy for you", "answering": "I passed the exam."},
            {"draft": "Great tip!", "answering": CLEAR},
        ),
        good=(
            {"draft": "That worked, thanks!", "answering": CLEAR},
            {"draft": "Fixed it for me, thank you", "answering": "Try the nightly build."},
            {"draft": "This solved it", "answering": "Set max_connections to 200 in the config."},
            {"draft": "Tried it, no luck.", "answering": CLEAR},
            {"draft": "Didn't work for me.", "answering": CLEAR},
            {"draft": "Fixed.", "answering": "The loop is off by one at line 40."},
            {"draft": "Cannot reproduce.", "answering": "It crashes when I open a folder with a dot."},
        ),
    ),
    see=see,
)
