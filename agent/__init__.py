"""The local server, its command line, its log and the history viewer."""

import os

__version__ = "0.1.0"

# Before NumPy is loaded, which reads it then. Drafts make small matrices: with two threads a review took 21
# ms of processor time, mostly for waiting on each other, with one 8 ms (drafts of tests.bench.load).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
