"""The local server, its command line, its log and the history viewer."""

import os

__version__ = "0.1.0"

# Before NumPy is loaded, which reads it then. Drafts make small matrices: on two processors a review took 21 ms
# of their time, most of it waiting for each other, and on one 8 ms (tests.bench.load's drafts, November 2026).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
