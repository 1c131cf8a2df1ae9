"""How well imperatives are found in posts: 200 posts of train.jsonl, picked at random and marked by hand.

`imperatives.json` has, for each post's id, the heads of its imperative clauses. The texts are not in here.
"""

import json
from collections import Counter
from pathlib import Path

from spacy.language import Language

from nlp.language.clauses import imperatives

MARKED = Path(__file__).with_name("imperatives.json")


def score_imperatives(nlp: Language, posts: Path) -> dict[str, float]:
    """Precision and recall in percent, and what they are counted over."""
    marked = json.loads(MARKED.read_text(encoding="utf-8"))
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
