"""Measures the pipeline: verdicts on labelled posts, syntax on treebanks. See `__main__.py`."""
