"""What `point` writes, by what it takes up; parts in braces are filled in."""

from nlp.blanks import blank
from nlp.moves._stance import Stance

ON_A_HIGHLIGHT = (
    "It makes sense to me that {thing} {was} {label}, because {reason}.",
    "I can see why {thing} {was} {label}: {reason}.",
)
ON_A_DEED = (
    "The part where you {past} stuck with me, because {reason}.",
    "The bit about {gerund} made me think of {memory}.",
    "Reading how you {past}, I thought of {memory}.",
)
ON_A_STATE = (
    "One reason why {thing} {verb} so {quality}: {cause}.",
    "My guess at why {thing} {verb} so {quality}: {cause}.",
)
ON_A_HAPPENING = (
    "The part about {thing} {gerund} stuck with me, because {reason}.",
    "Reading about {thing} {gerund}, I thought of {memory}.",
)
ON_A_THING = (
    "On {thing}, I'd add that {fact}.",
    "The part about {thing} stands out for me, because {reason}.",
    "What struck me about {thing} is {noticed}.",
    "One thing to know about {thing}: {fact}.",
)
ON_A_SUBJECT = (
    "On {thing}, I'd add that {fact}.",
    "What struck me about {thing} is {noticed}.",
    "One thing to know about {thing}: {fact}.",
)
ON_THEIR_THING = (
    "What struck me about {thing} is {noticed}.",
    "The part about {thing} stuck with me, because {reason}.",
    "Reading about {thing}, I thought of {memory}.",
)
ON_A_STRIKING_THING = (
    "What struck me about {thing} is {noticed}.",
    "The part about {thing} got me, because {reason}.",
    "Reading about {thing}, I thought of {memory}.",
)
ON_WORDS = (
    "“{quote}” made me think of {memory}.",
    "I stopped at “{quote}”, because {reason}.",
    "The part that stuck with me is “{quote}”, because {reason}.",
)
BESIDE_OWN_WORDS = (
    "For example, {example}.",
    "What I have in mind is {example}.",
    "I'm thinking of {example} here.",
)
ON_FUNNY_WORDS = (
    "“{quote}” got me, because {reason}.",
    "It was “{quote}” that got me: {reason}.",
)
PRAISE = (
    "I liked {what} most, because {reason}.",
    "The best part for me is {what}, because {reason}.",
    "What I'll remember is {what}, because {reason}.",
    "What makes it for me is {what}, because {reason}.",
    "{what} is what I liked most, because {reason}.",
    "The part I liked most is {what}, because {reason}.",
)
PRAISE_OF_SOMEBODY = (
    "What impressed me most is {what}, because {reason}.",
    "What I'll remember is {what}, because {reason}.",
    "What stands out for me is {what}, because {reason}.",
)
REACTION = (
    "It was {what} that got me: {reason}.",
    "The bit that got me is {what}, because {reason}.",
    "What got me is {what}: {reason}.",
    "I didn't expect {what}, because {reason}.",
    "{what} got me, because {reason}.",
)
ON_REMARK = (
    "{own}, because {reason}.",
    "{own}: {reason}.",
    "{own}, mostly because {reason}.",
)
ON_PRAISE = (
    "{own}, because {reason}.",
    "{own}, most of all {exactly}.",
)
ON_AGREEMENT = ("{own}, and I'd add that {fact}.",)
REMINDED_BEHIND_REMARK = ("{own}. It reminds me of {memory}.", "{own}. It made me think of {memory}.")
REMARK_ON_A_WORK = ("{own}. It's {moment} that does it for me.", "{own}, {moment} most of all.")
PRAISE_ON_A_THING = (
    "{own}, most of all the part about {thing}, because {reason}.",
    "{own}, most of all what you say about {thing}: {reason}.",
    "{own}, most of all {thing}, because {reason}.",
)
AGREEMENT_ON_A_THING = ("{own}, and on {thing} I'd add that {fact}.",)
ON_INTERJECTION = (
    "{own}, {what} got me: {reason}.",
    "{own}, it was {what} that got me.",
    "{own}, I didn't expect {what}.",
)
ANYTHING = (
    "What stands out for me is {what}, because {reason}.",
    "What I take from this is {lesson}, because {reason}.",
    "On {what}, I'd add that {fact}.",
)
ON_A_WORK = (
    "In “{work}” it's {moment} that gets me, because {reason}.",
    "The part of “{work}” that stuck with me is {moment}, because {reason}.",
    "What “{work}” does best is {moment}: {reason}.",
)
ON_A_SKILL = (
    "What I had got wrong about {gerund} is {step}, because {reason}.",
    "The part about {gerund} that I had missed is {step}.",
    "One thing to add about {gerund}: {fact}.",
)
LINK_ON_A_THING = (
    "There is more on {thing} here: {inside}. {link}",
    "On {thing}, this may help, because {reason}: {link}",
    "In short, on {thing}: {inside}. The whole thing: {link}",
)
LINK = (
    "The part worth reading is {what}, because {reason}: {link}",
    "What I didn't know before: {news}. {link}",
    "In short, {inside}. The whole thing: {link}",
)
LINK_BEHIND_OWN_WORDS = (
    "It matters here because {reason}: {link}",
    "The part worth reading is {what}, because {reason}: {link}",
    "What I didn't know before: {news}. {link}",
)
PASSED_ON = (
    "What stands out for me is {what}, because {reason}.",
    "What surprised me is {what}, because {reason}.",
    "It matters here because {reason}.",
)
IN_SHORT = (
    "In short: {inside}. It matters here because {reason}.",
    "What it says, in short: {inside}. It matters here because {reason}.",
)
OFFER = (
    "In short, it's {offer}, and it helps with {use}.",
    "What it does: {inside}. Who it's for: {whom}.",
)
NEWS = (
    "It matters here because {reason}.",
    "What stands out for me is {what}, because {reason}.",
    "What I didn't know before is {news}.",
)
WISHED_FOR = (
    "The part that matters most to me is {what}, because {reason}.",
    "For me {what} would be enough, because {reason}.",
)
BESIDE_OWN_QUESTION = ("I'm asking because {reason}.", "It matters to me because {reason}.")
WHAT_HELPED = (
    "What helped was {what}, because {reason}.",
    "What I take from this is {lesson}, because {reason}.",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {
    "passes_on": PASSED_ON,
    "wishes": WISHED_FOR,
    "asks": BESIDE_OWN_QUESTION,
    "own_thread": WHAT_HELPED,
    "goes_on": BESIDE_OWN_WORDS,
    "answers_on": BESIDE_OWN_WORDS,
}
PARTS = {
    "noticed": blank("what you noticed"),
    "fact": blank("what you know of it"),
    "memory": blank("what came to your mind"),
    "reason": blank("why"),
    "cause": blank("the reason you know"),
    "what": blank("which part"),
    "example": blank("one example"),
    "lesson": blank("what you take from it"),
    "inside": blank("what is in it"),
    "offer": blank("what it is"),
    "use": blank("what it is good for"),
    "whom": blank("who can use it"),
    "news": blank("what was new to you"),
    "exactly": blank("which part"),
    "moment": blank("which moment or line"),
    "step": blank("which step"),
}

FRAME = (
    "add asking best bit example expect gets got guess help helped helps impressed know liked makes "
    "matters mind missed reading reason remember reminds says sense short stands stopped struck stuck "
    "surprised thing think thinking thought worth wrong"
)
"""Words of content that its wordings bring along."""
