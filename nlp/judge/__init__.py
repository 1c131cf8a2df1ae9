"""The judge: which verdict a draft leans to, and which of its words and traits lean it that way.

A linear model over n-grams of words (`grams`) and traits of the draft (`traits`), so that each part of a
verdict can be told. `python -m nlp.training.judge` makes its weights, in `nlp/model/judge/`.
"""
