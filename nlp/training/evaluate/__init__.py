"""Measures the pipeline: `python -m nlp.training.evaluate --treebank FILE.conllu`."""
