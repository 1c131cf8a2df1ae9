"""What people write when they thank, wish, wait, agree, differ: by form, for sentences too short to parse."""

import re

DISAGREES = re.compile(
    r"\b(?:disagree|not true|untrue|(?<!be )(?<!am )(?<!was )(?<!'m )wrong|nope|nah|nonsense|"
    r"rubbish|overrated)\b|\A\s*no way\b|👎",
    re.I,
)
IN_OWN_THREAD = re.compile(
    r"\bmy (?:bad|mistake|lack of|question|answer|video|channel)\b|\bapolog|"
    r"(?<!so )\bsorry\b(?! (?:to (?:hear|see|read)|for (?:your|you|his|her|their)))|"
    r"\byou(?:['\u2019]re| are) welcome\b|\bhope (?:it|this|that) helps\b|\bwill do\b|"
    r"\bunderstood\b|\b(?:that|it) makes sense\b|(?<!you )\bgot it\b|"
    r"\bglad (?:you|it|to hear)|\bgood (?:point|catch|call)\b|"
    r"\bi(?:['\u2019]ll| will) (?:add|try|look|check|do)\b|"
    r"\b(?:solved|fixed) (?:it|my)\b|"
    r"\b(?:thanks?|thank you|thx|ty)(?: (?:so|very) much| a (?:lot|ton|bunch))?,? (?:@\S+,? )?(?:for|to) "
    r"(?:(?:the|your|this|that|all|all the|all your) )?(?:\w+ )?"
    r"(?:point(?:ing)?|answers?|help\w*|feedback|comments?|repl(?:y|ies)|responses?|suggestions?|corrections?|"
    r"clarif\w+|explanation|references?|links?|report\w*|review|support|input|watching|reading|edit)\b|"
    r"\bi(?:['\u2019]ll| will|['\u2019]ve| have|)(?: just| now)? "
    r"(?:fix|edit|update|correct|change|amend)(?:ed|d)?\b",
    re.I,
)
"""What people write to those who answered them, or who wrote to them about their own post."""

THANKS = re.compile(r"\b(?:thank\w*|thn?x|tnx|thanx|tks|ty|tysm|grateful|appreciate\w*)\b", re.I)
CIVIL = re.compile(
    r"\b(?:thank\w*|thx|nice|great|good|helpful|useful|awesome|amazing|beautiful|love[ds]?|congrat\w*|please|"
    r"welcome|hope|wish|luck|sorry|hi|hello|wow|lol|cool|appreciate\w*|bless\w*|"
    r"informative|insightful|excellent|brilliant|superb|fantastic|perfect|proud|glad|agree\w*|best|"
    r"spot on)\b|[?]",
    re.I,
)
"""Words of sentences that greet, thank or praise, or ask: nothing to give an example of."""
CALL_FOR_HELP = re.compile(
    r"\b(?:need (?:some |your |any )?help|(?:please|pls) help|help me (?:please|pls|with))\b", re.I
)
WISH = re.compile(
    r"\b(?:(?:please|pleace|plz|pls|can we|could we) (?:please )?"
    r"(?:add|fix|make|get|have|support|implement|merge)|(?<!what )\b(?:we|i) (?:really )?need|"
    r"need (?:a|an|the|this|more)|(?:would|['\u2019]?d) love (?:to see|this|that|it)|"
    r"would be (?:very |so |really )?(?:nice|great|cool|useful|awesome)|sounds useful|too+ long|add me|"
    r"add another|(?:isn['\u2019]?t|not|never) (?:\w+ )?(?:added|fixed|merged|done|supported))\b|"
    r"\bwhen\s*\?",
    re.I,
)
"""What people write under something that they would like to have."""
ASKS_THE_READER = re.compile(
    r"(?:\A|(?<=[.!?\n]))[ \t>\"'“(]{0,4}(?:(?:(?:do|does|are) )?(?:you|anyone|anybody) )?"
    r"(?:need|want|looking for)\b(?:(?!\b(?:i|my)\b)[^.!?\n])*\?",
    re.I,
)
"""What asks whether others would like to have something ("Need a loan?"), as pitches do."""
AGREES = re.compile(
    r"\b(?:agree\w*|exactly|tru\w*|preach|"
    r"same|yes|yeah|yep|yup|me too|right|indeed|correct\w*|absolutely|"
    r"definitely|seconded|precisely|so much|facts?|amen)\b|[+]\d|100|\A\W*this\W*\Z",
    re.I,
)
DENIES = re.compile(r"\b(?:not|no|never)\b|(?<!could)n['\u2019]t\b", re.I)
SAME_TROUBLE = re.compile(
    r"\b(?:same|still|also|similar)\b.*\b(?:problem|issue|error|bug|crash\w*|happen\w*|broken|not work\w*)\b",
    re.I,
)
SAME_QUESTION = re.compile(r"\A\W*(?:the )?same(?: here| for me| boat)?\W*\Z", re.I)
"""What people write under what they would ask too."""
WAITING = re.compile(
    r"\bany (?:news|updates?|progress|eta|plans?|thoughts|follow[- ]?up)\b|\bare we there yet\b|"
    r"\bstill (?:unable|waiting|nothing|no|an issue)\b|\bfor asking\b|"
    r"\blike to know\b|\blove to know\b|\bcurious (?:too|as well|about this)\b|"
    r"\bsame question\b|\A\W*interested\W*\Z|\balso interested\b|\binterested (?:too|as well|in this)\b",
    re.I,
)
ASKING = re.compile(r"[?]|\b(?:can (?:u|you|someone|anyone)|help me)\b", re.I)
STATING = re.compile(
    r"\b(?:i|we|you|he|she|it|they|this|that|is|are|was|were|has|have|had|will|would|can|could|should|do|does|did)\b"
    r"|n['\u2019]t\b",
    re.I,
)
"""Words without which hardly anything is stated."""
LEANING = re.compile(
    r"(?<!\W)\W*(?:which|and|but|or|so|because|cause|coz|cuz|then|than|that['\u2019]?s)\b", re.I
)
"""What leans on what somebody else said."""
INTERJECTION = re.compile(
    r"(?:(?:lo+l|lmf?ao+|rofl|(?:ha)+h?|(?:he)+|w+o+w+|omg|wtf|ffs|da+mn|oh|ah|oo+f|oops|yikes|whoa|woah|"
    r"ok(?:ay)?|no|my|god|man|xd|ouch|aw+|nice|what)\b\W*){1,3}",
    re.I,
)
"""What people only call out."""
CHEERS = re.compile(
    r"\b(?:lo+l\w*|lmf?ao+|rofl|(?:ha){2,}h?|xd+|congrat\w*|grats|kudos|hurra[hy]|cheers)\b", re.I
)
"""Laughs and congratulations, which rest on nothing that the writer could explain."""
CLAUSE = re.compile(
    r"\b(?:i|we|you|he|she|it|they)\b\W+\w|\w['\u2019](?:s|re|m|ve|ll|d)\b\W+\w|n['\u2019]t\b|"
    r"\w\W+(?:is|are|am|was|were|has|have|had|will|would|can|could|should|must|does|did)\b|"
    r"\b(?:this|that) (?:\w+ )?\w+s\b\W+\w",
    re.I,
)
"""A subject with a verb behind it."""
PRAISES = re.compile(
    r"\b(?:great|fantastic|awesome|amazing|nice|good|best|love[ds]?|brilliant|cool|helpful|useful|wonderful|excellent|"
    r"superb|perfect|beautiful|fascinating|interesting|impressive|incredible|stunning|congrat\w*|gold|fun)\b",
    re.I,
)
"""Words of remarks that find something good."""
OF_SOMEBODY = re.compile(
    r"\b(?:congrat\w*|grats|well done|proud of|god bless|bless (?:you|them|him|her)|legends?|hero(?:es)?|"
    r"angels?|you(?:['\u2019]re| are)|"
    r"(?:this|these|that) (?:man|men|woman|women|people|person|guys?|lady|kid)|"
    r"(?:great|good|nice) job|goat)\b",
    re.I,
)
"""Praise of whoever did something, and not of what they made: no part of them is liked."""
TROUBLE = re.compile(
    r"\b(?:los[et]\w*|miss(?:ed|ing)|fail\w*|br[eo]ke\w*|die[ds]?|dead|death|kill\w*|sick|hurt\w*|steal\w*|stole\w*|"
    r"wrong|worst|crash\w*|leak\w*|drown\w*|fell|late|bad|ruin\w*|cancel\w*|forgot\w*|burn\w*|crack\w*|"
    r"squeal\w*|stuck|never|rot\w*|mistake\w*|problem\w*|error\w*|bug)\b",
    re.I,
)
"""Words of what went wrong."""
CALLS = re.compile(
    r"\b(?:(?:looking|searching) for|we need|(?:is|are) needed|wanted:|for sale|missing since|(?:lost|found) "
    r"(?:a |our |my )?(?:cat|dog|keys?|wallet|phone)|(?:has |have )?any(?:one|body) seen)\b",
    re.I,
)
"""What calls for people or things: nobody has the same."""
POINTS_BACK = re.compile(
    r"(?:\S+\s+){0,2}(?:he|she|it|they|this|these|that|those|his|her|its|their|them|here)\b", re.I
)


def leans(sentence: str) -> bool:
    """Whether a sentence can't be told without the one before it."""
    return bool(LEANING.match(sentence) or POINTS_BACK.match(sentence))
