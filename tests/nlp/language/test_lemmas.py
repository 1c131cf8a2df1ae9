import pytest

from nlp.language.lemmas import apply_rule, rule_for


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
