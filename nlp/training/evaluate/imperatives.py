"""How well imperatives are found in posts: twice 200 posts of train.jsonl, picked at random, marked by hand.

The files of marks have, for each post's id, the heads of its imperative clauses. The texts are not in them.
"""

import json
from collections import Counter
from pathlib import Path

from spacy.language import Language

from nlp.language import imperatives

KEPT_APART = Path(__file__).with_name("imperatives.json")
SEEN = Path(__file__).with_name("imperatives_seen.json")  # what the rules were mended with


def score_imperatives(nlp: Language, posts: Path, marks: Path) -> dict[str, float]:
    """Precision and recall in percent, and what they are counted over."""
    marked = json.loads(marks.read_text(encoding="utf-8"))
    with posts.open(encoding="utf-8") as file:
        texts = {row["id"]: row["text"] for row in map(json.loads, file) if row["id"] in marked}
    right = found = 0
    for post, text in texts.items():
        heads = Counter(token.lower_ for sentence in nlp(text).sents for token in imperatives(sentence))
        found += heads.total()
        right += (heads & Counter(marked[post])).total()
    gold = sum(len(marked[post]) for post in texts)
    return {
        "posts": len(texts),
        "marked": gold,
        "found": found,
        "precision": 100 * right / max(1, found),
        "recall": 100 * right / max(1, gold),
    }
