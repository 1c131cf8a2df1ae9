"""The command line: a file per command, each with its click `command`, found by the folder."""
