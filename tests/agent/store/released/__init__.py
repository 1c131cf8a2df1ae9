"""Logs as released versions wrote them: the schema and a few rows, as SQL.

`python -m tests.agent.store.released NAME` writes that of this version; do so with each release, and never
change one. `first.sql` is the log before anything was released.
"""
