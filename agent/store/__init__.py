"""The log: one SQLite file in the person's data folder, readable with any SQLite tool."""

from agent.store.log import Log

__all__ = ["Log"]
