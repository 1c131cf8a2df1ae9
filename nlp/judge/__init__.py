"""The judge: which verdict a draft leans to, and which of its words and traits lean it that way.

N-grams of words (`grams`) and letters (`letters`) and traits of the draft (`traits`) are summed up straight,
so that each part of a verdict can be told; where a flag is likely enough then, a network reads all of it.
`python -m nlp.training.judge` makes the weights, in `nlp/model/judge/`.
"""
