"""What `experience` writes, by what it takes up and by what is asked; parts in braces are filled in."""

from nlp.blanks import blank
from nlp.moves._stance import Stance

WITH_A_DEED = (
    "When I tried {deed}, I {did}, and {outcome}.",
    "What worked for me when {deed} was {way}, because {why}.",
    "I had a go at {deed} too: {tried}, and {outcome}.",
)
WITH_A_THING = (
    "I've dealt with {thing} too: {happened}.",
    "My own experience with {thing}: {met_with}.",
)
WITH_A_SKILL = (
    "When I last tried {gerund}, I {did}, and {outcome}.",
    "With {gerund}, I got stuck at {where_stuck} until I {did}.",
)
WITH_A_SUBJECT = (
    "I need {thing} for {plan}, and {outcome}.",
    "I came to {thing} from {wanted}, and {found}.",
    "My first go at {thing}: {met_with}.",
)
WITH_A_WORK = (
    "“{work}” takes me back to {time}: {happened}.",
    "I know “{work}” from {where}: {happened}.",
)
SAME = (
    "Same here, with {setup}: {seen}.",
    "I see the same with {setup}: {seen}.",
    "Same for me with {setup}: {seen}.",
)
STILL_WAITING = (
    "I'd like to know too. I have {setup}, and {seen}.",
    "Same question from me: with {setup}, {seen}.",
    "It may help to know that with {setup}, {seen}.",
)
UNDER_A_WAY = (
    "What worked for me was {way}, because {why}.",
    "When I had to do this, I {did}, and {outcome}.",
    "I {did}, and {outcome}.",
)
UNDER_A_REASON = (
    "In my case it was {cause}, and {outcome}.",
    "When I had that, it was {cause}. What helped was {way}.",
)
UNDER_A_CHOICE = (
    "I went with {choice}, and {outcome}.",
    "When I had to choose, {choice} it was, and {outcome}.",
)
WITH_A_LESSON = (
    "I came here for {wanted}, and {found}.",
    "I'll use this for {plan}, because {why}.",
)
AS_QUOTED = (
    "“{quote}” is what I've seen {met} too: {happened}.",
    "“{quote}”: it was like that {met} too, and {happened}.",
)
SEEN_BEFORE = (
    "I've seen this {met}: {happened}.",
    "In my case {happened}, and {outcome}.",
    "I had this {met}: {happened}.",
)
SEEN_BEFORE_ANYWHERE = (
    "I've seen this {met}: {happened}.",
    "In my case {happened}, and {outcome}.",
)
ON_REMARK = (
    "{own}. I say so because {happened}.",
    "{own}. What makes me say so: {happened}.",
)
ON_AGREEMENT = (
    "{own}. I've seen it {met}: {happened}.",
    "{own}. It was like that {met} too: {happened}.",
)
REMINDED = (
    "This reminds me of {time}: {happened}.",
    "Something like that happened to me {when}: {happened}.",
    "It took me back to {time}: {happened}.",
)
FROM_LIFE = (
    "In my experience, {learnt}.",
    "From what I've seen, {learnt}.",
    "As far as I've seen it, {learnt}.",
)
USEFUL = (
    "I was looking for {wanted}, and {found}.",
    "I can use this for {plan}, because {why}.",
)
SINCE_THEN = (
    "I've now {done}, and {outcome}.",
    "Since then I {did}, and {outcome}.",
    "In the end I {did}, and {outcome}.",
)
WISHED_FOR = (
    "I'd use it for {plan}, because {why}.",
    "What I need it for: {plan}.",
    "Until now I {did} instead, and {outcome}.",
)
BESIDE_OWN_QUESTION = (
    "So far I've tried {tried}, and {outcome}.",
    "I have {setup}, and {seen}.",
)
BESIDE_OWN_WORDS = (
    "I say so because {happened}.",
    "What makes me say so: {happened}.",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {
    "wishes": WISHED_FOR,
    "asks": BESIDE_OWN_QUESTION,
    "own_thread": SINCE_THEN,
    "goes_on": BESIDE_OWN_WORDS,
    "answers_on": BESIDE_OWN_WORDS,
}
WORDINGS = {
    "way": UNDER_A_WAY, "what": UNDER_A_WAY, "why": UNDER_A_REASON, "which": UNDER_A_CHOICE,
    "things": UNDER_A_CHOICE, "where": UNDER_A_CHOICE,
}  # fmt: skip
"""What is told, by what the parent asks for."""
PARTS = {
    "choice": blank("what you chose"),
    "did": blank("did what"),
    "tried": blank("what you tried"),
    "way": blank("what you did"),
    "why": blank("why"),
    "outcome": blank("what came of it"),
    "setup": blank("what you have or use"),
    "seen": blank("what you see"),
    "met_with": blank("what you saw"),
    "cause": blank("what it was"),
    "time": blank("a time or place"),
    "met": blank("where or with what"),
    "learnt": blank("what you have seen"),
    "done": blank("done what"),
    "where": blank("where you met it"),
    "when": blank("when or where"),
    "where_stuck": blank("which step"),
    "happened": blank("what happened"),
    "wanted": blank("what you were looking for"),
    "found": blank("what you found"),
    "plan": blank("what you want to do"),
}

FRAME = (
    "came case choose dealt end experience far got happened help helped instead know like "
    "looking makes need question reminds seen stuck takes took tried use went worked"
)
"""Words of content that its wordings bring along."""
