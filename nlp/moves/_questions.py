"""The questions that `ask` puts, by what they are about and to whom; parts in braces are filled in."""

from nlp.blanks import blank
from nlp.moves._stance import Stance

ABOUT_A_DEED = {
    "chosen": (
        "What made you {base}?",
        "How did you come to {base}?",
        "Was there one thing that made you {base}?",
        "What tipped the scales when you {past}?",
        "What changed for you after you {past}?",
    ),
    "made": (
        "How long did it take you to {base}?",
        "What was the hardest part of {gerund}?",
        "What surprised you most about {gerund}?",
        "What did {gerund} teach you for next time?",
    ),
    "solved": (
        "How did you {base}?",
        "How did you go about {gerund}?",
        "What helped most when you {past}?",
    ),
    "kept": (
        "What made you start {gerund}?",
        "How long have you been {gerund}?",
        "How did you come to {base}?",
    ),
    "told": (
        "What did you take away from {gerund}?",
        "What came next after you {past}?",
        "What went through your mind when you {past}?",
    ),
}
ABOUT_A_HAPPENING = (
    "What made {thing} {base}?",
    "Do you know what made {thing} {base}?",
    "Did {thing} {base} at once, or little by little?",
)
ABOUT_A_STATE = (
    "What {made} {thing} so {quality}?",
    "How {quality} {verb} {thing} next to {other}?",
)
ABOUT_A_HIGHLIGHT = (
    "How did you deal with {thing} in the end?",
    "When did you see that {thing} would be {label}?",
)
ABOUT_THEIR_THING = (
    "Is there anything you'd do differently with {thing}?",
    "What surprised you most about {thing}?",
    "What would you change about {thing}?",
    "How did it go on with {thing}?",
)
ABOUT_ANY_THING = (
    "How much {does} {thing} matter for {other_case}?",
    "How would you compare {thing} with {other_one}?",
    "What surprised you most about {thing}?",
)
ABOUT_A_FIGURE = (
    "How does the {figure} compare with {other}?",
    "Would it still be {figure} with {case}?",
)
ABOUT_A_PRICE = (
    "Does the {figure} include {case}?",
    "Is the {figure} with or without {case}?",
)
TO_WHOEVER_IS_STUCK = (
    "What have you tried so far?",
    "What did you try so far, and where did you get stuck?",
    "What happens when you {do}?",
)
TO_WHOEVER_ASKS_ABOUT_A_THING = (
    "One question about {thing} first: {needed}?",
    "Before I say more about {thing}: {needed}?",
    "What have you tried with {thing} so far?",
)
TO_WHOEVER_WEIGHS = (
    "Do you mean {one} or {other}?",
    "One thing first: {needed}?",
)
TO_WHOEVER_WONDERS_WHY = (
    "When did it start, and what had changed just before?",
    "Could it have to do with {one}?",
)
TO_WHOEVER_CHOOSES = (
    "What matters more to you, {one} or {other}?",
    "Have you looked at {work} yet?",
    "Before you choose, {needed}?",
)
AROUND_A_THING = (
    "On {thing}, does anyone know {know}?",
    "What I'd still like to know about {thing} is {know}.",
)
AROUND_A_WORK = (
    "Is it only me, or does “{work}” sound a bit like {like}?",
    "What should I try after “{work}”? I'm thinking of {like}.",
    "How would you place “{work}” next to {like}?",
)
AROUND_A_SKILL = (
    "What do the rest of you find hardest when you {base}?",
    "Does anyone else get stuck at {where} when you {base}?",
    "How long did it take the rest of you to get good at {gerund}?",
)
TO_WHOEVER_ANSWERED = (
    "What I still don't see is {unclear}. Could you explain that part?",
    "Is there anything else I should {do_too}?",
    "One more question: {question}?",
)
UNTIL_THEN = (
    "Is there a way round it until then, say for {case}?",
    "What would it take to get there? I could help with {own_part}.",
)
TO_WHOEVER_HAS_IT_TOO = (
    "When did it start for the rest of you, and what had changed just before?",
    "Does it also happen for you with {setup}?",
)
BESIDE_OWN_WORDS = (
    "How do the rest of you see {unsure}?",
    "What's your take on {unsure}?",
)
ON_A_VIEW = ("{own}. Or does anyone here see it another way, and why?",)
ON_PRAISE = (
    "{own}. What I'd still like to know is {know}.",
    "{own}. Could you say more about {which}?",
)
ABOUT_A_LESSON = (
    "Does this also hold for {case}?",
    "Could you go into {which} some more?",
    "What would you look at next for {own_case}?",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {
    "own_thread": TO_WHOEVER_ANSWERED,
    "shares_trouble": TO_WHOEVER_HAS_IT_TOO,
    "wishes": UNTIL_THEN,
    "waits": UNTIL_THEN,
    "goes_on": BESIDE_OWN_WORDS,
}
OPEN = {
    "case": blank("the case you have in mind"),
    "other_case": blank("the case you have in mind"),
    "own_case": blank("what you want to do"),
    "when": blank("the case you wonder about"),
    "which": blank("which part"),
    "question": blank("your question"),
    "own_part": blank("what you can do"),
    "setup": blank("one thing"),
    "reason": blank("why you ask"),
    "unclear": blank("what is unclear to you"),
    "unsure": blank("what you are unsure of"),
    "do_too": blank("do or look at"),
    "wonder": blank("what you wonder"),
    "know": blank("what you wonder"),
    "like": blank("something it reminds you of"),
    "where": blank("which step"),
    "other_one": blank("one that you know"),
}
FRAME = (
    "away bit came change changed choose come compare deal differently end explain far find good "
    "happen happens hardest help helped hold include know like little long look looked matter matters "
    "mean mind place question rest round scales sound start stuck surprised teach thing thinking time "
    "tipped tried try way went"
)
"""Words of content that these questions bring along."""
