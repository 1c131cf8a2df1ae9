"""Docs with given UD trees, for tests that shall not depend on what the model says."""

from spacy.tokens import Doc

from nlp.language.tokenizer import SocialEnglish

VOCAB = SocialEnglish().vocab
FEATS = {"i": "Person=1", "we": "Person=1", "you": "Person=2", "it": "Person=3", "they": "Person=3"}


def ud_doc(tree: str) -> Doc:
    """A doc from `form/UPOS/relation/head` words: 0 is the root, `VERB!` an imperative, `VERB~` a base."""
    forms, tags, deps, heads = zip(*(word.rsplit("/", 3) for word in tree.split()), strict=True)
    return Doc(
        VOCAB,
        words=list(forms),
        pos=[tag.rstrip("!~") for tag in tags],
        tags=["VB" if tag[-1] in "!~" else "" for tag in tags],
        morphs=[
            "Mood=Imp" if tag.endswith("!") else FEATS.get(form.lower(), "")
            for form, tag in zip(forms, tags, strict=True)
        ],
        deps=["ROOT" if dep == "root" else dep for dep in deps],
        heads=[int(head) - 1 if head != "0" else number for number, head in enumerate(heads)],
    )
