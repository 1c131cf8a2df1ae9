import pytest

from nlp.language.lemmas import apply_rule, lemma_of, rule_for


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("tools", "tool", "lower|1|"),
        ("Stories", "story", "lower|3|y"),
        ("London", "London", "keep|0|"),
        ("NETWORKS", "network", "lower|1|"),
        ("'m", "be", "=be"),
        ("went", "go", "=go"),
        ("ca", "can", "lower|0|n"),
    ],
)
def test_learns_and_applies_a_rule(form, lemma, rule):
    assert rule_for(form, lemma) == rule
    assert apply_rule(rule, form) == lemma


def test_leaves_a_form_that_is_too_short_for_the_rule():
    assert apply_rule("lower|3|y", "as") == "as"


@pytest.mark.parametrize(
    ("form", "upos", "rule", "lemma"),
    [
        ("Ran", "VERB", "keep|0|", "run"),
        ("Ran", "PROPN", "keep|0|", "Ran"),
        ("TRY", "VERB", "keep|0|", "try"),
        ("i", "PRON", "keep|0|", "I"),
        ("Tools", "NOUN", "lower|1|", "tool"),
    ],
)
def test_knows_lemmas_and_writes_them_as_the_treebanks_do(form, upos, rule, lemma):
    assert lemma_of(form, upos, rule, {"VERB": {"ran": "run"}}) == lemma
