"""Figures that are measured, not promised: a module prints what it measured, and ends with 1 where it misses.

`python -m tests.bench.NAME`; what takes long is smaller in the suite, where tests call the same functions.
"""
