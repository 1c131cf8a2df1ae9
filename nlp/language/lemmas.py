"""Lemmas: from a table of what was seen in training, else by a rule that the network picks.

A rule is written `case|cut|ending`: lower the form or keep it, cut so many characters, add the ending. `=be`
replaces the whole form, as for "'m" or "went".
"""

from collections.abc import Mapping

# Parts of speech whose lemmas are written small, but for "I".
SMALL = frozenset(
    ("ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "VERB")
)
Known = Mapping[str, Mapping[str, str]]  # part of speech, form in small letters, lemma


def lemma_of(form: str, upos: str, rule: str, known: Known) -> str:
    """The lemma of a form that is known, or that `rule` makes of it."""
    seen = known.get(upos, {}).get(form.lower())
    if seen is not None:
        return seen
    lemma = apply_rule(rule, form)
    if upos not in SMALL:
        return lemma
    return "I" if lemma in ("i", "I") else lemma.lower()


def rule_for(form: str, lemma: str) -> str:
    """The rule that makes `lemma` of `form`."""
    if form == lemma:
        return "keep|0|"
    case, base = ("lower", form.lower()) if lemma == lemma.lower() else ("keep", form)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0 or (shared == 1 and len(base) > 3):
        return "=" + lemma
    return f"{case}|{len(base) - shared}|{lemma[shared:]}"


def apply_rule(rule: str, form: str) -> str:
    """The lemma that `rule` makes of `form`; the form itself where the rule cuts more than there is."""
    if rule.startswith("="):
        return rule[1:]
    case, cut, ending = rule.split("|", 2)
    base = form.lower() if case == "lower" else form
    kept = len(base) - int(cut)
    return base[:kept] + ending if kept > 0 else base
