"""Turns what a parent says into pieces of a new sentence: verbs, persons, clauses, noun phrases, questions.

Everything here would rather give nothing than something ungrammatical: a piece is made only where the parse,
the word lists and the words around it agree.
"""
