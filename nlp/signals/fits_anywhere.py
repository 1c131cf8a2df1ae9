"""A draft that would fit under any post."""

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule

rule = Rule(
    page=SignalPage(
        name="fits_anywhere",
        kind="flag",
        title="Would fit under any post",
        what="A draft that says nothing of its own about what it stands under. No list of phrases tells; it "
        "was learnt from posts that readers called me-too. The words that weigh most are marked.",
        why="What could stand anywhere shows that the post was seen, not that it was read.",
        wrong_when="The few words mean more to the people present than to a stranger.",
        source="Lobsters' “me-too” vote reason: adds no new information.",
        reason="It says little that belongs to this post and no other.",
        bad=(
            "My heart is so full right now 😭💕",
            "Such a vibe 🔥🔥 can't get enough of this one",
            "Hello everyone, excited to be here and to meet you all! #firstpost",
        ),
        good=(
            "It's Friday, so the depot closes at two: bring the forms before lunch.",
            "The scene in the rain never gets old, the camera doesn't blink once.",
            "I can't even reach the valve without taking the pump out.",
        ),
    ),
    leads_to="me_too",
    headline="Hardly anything here is about this post: it brings nothing new yet.",
    by_judge=True,
)
