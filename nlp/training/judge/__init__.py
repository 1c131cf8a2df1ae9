"""Trains the judge: a linear model over n-grams and traits, taught by readers and by a larger network.

`python -m nlp.training.judge --posts ../shared/data/posts`
"""
