"""The local server, its command line, its log and the history viewer."""

__version__ = "0.1.0"
