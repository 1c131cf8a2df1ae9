"""A draft that only sends something out."""

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule

rule = Rule(
    page=SignalPage(
        name="broadcast",
        kind="flag",
        title="Reads like a broadcast",
        what="A headline, an announcement or an offer that points somewhere else. No list of phrases tells; "
        "it was learnt from posts that readers called promotion. The words that weigh most are marked.",
        why="A broadcast leaves readers nothing to do but click. What it is about could be told here.",
        wrong_when="The place is made for announcements, or the headline is all there is to tell.",
        source="Our own; Reddit's 9:1 guideline of December 2014 and Lobsters' “heavy self promoter” rule.",
        reason="It points somewhere else and leaves little here.",
        bad=(
            "New episode: How bridges age https://pod.example.com/12 #podcast #engineering",
            "🚀 Launch day! Meet Flowly, the smartest planner for teams 👉 https://flowly.example.com",
            "Best crypto signals group 📈 99% accuracy 💰 t.me/example",
        ),
        good=(
            "The storm took our roof tiles on the east side; the tarpaulin is up, the power back since six.",
            "We launched on a Friday and paid for it: nobody was there when the importer broke.",
            "Signal groups lose money on average: I kept a list of 40 calls, 11 of them were right.",
        ),
    ),
    leads_to="promotion",
    headline="This reads like a broadcast: say here what is in it for those who read.",
    by_judge=True,
)
