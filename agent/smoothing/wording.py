"""What a model is told, and what is left of its answer without the frame that models put around it."""

import re

INSTRUCTION = (
    "You polish one short reply for a social site. Make the wording smoother and more natural, and change "
    "as little as you can. Keep the meaning, the person, the tone and every name, number and link. Add "
    "nothing: no facts, no praise, no emoji, no hashtags, no exclamation marks. Text in brackets like "
    "[… what you tried] is a blank: keep each blank exactly as it is and in its order. Answer with the reply "
    "alone."
)
FENCE = re.compile(r"\A```\w*\n(.*?)\n?```\Z", re.S)
QUOTED = re.compile(r'\A["“](.*)["”]\Z', re.S)
THOUGHT = re.compile(r"\A<think>.*?</think>\s*", re.S)


def bare(answer: str) -> str:
    """The text of an answer without a code fence, quotation marks around it all, or a train of thought."""
    text = THOUGHT.sub("", answer.strip())
    for frame in (FENCE, QUOTED):
        if match := frame.match(text):
            text = match.group(1).strip()
    return text
