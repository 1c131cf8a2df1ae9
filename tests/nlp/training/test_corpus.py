import random

from nlp.training.corpus import Corpus, with_shares

TREEBANK = "1\tGO\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\tON\ton\tADV\tRB\t_\t1\tadvmod\t_\t_\n"


def forms(tmp_path, shares):
    path = tmp_path / "one.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return [[token.form for token in unit] for unit in Corpus([path], shares).units(random.Random(0))]  # noqa: S311


def test_units_are_put_into_styles(tmp_path):
    assert forms(tmp_path, {"lower": 1.0}) == [["go", "on"]]
    assert forms(tmp_path, {"lower": 0.0}) == [["GO", "ON"]]


def test_styles_are_known_by_name():
    assert [(style.__name__, share) for style, share in with_shares({"typos": 0.1, "dressed": 0.2})] == [
        ("typos", 0.1),
        ("dressed", 0.2),
    ]
