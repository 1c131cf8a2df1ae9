"""What stops the agent or one of its commands, told in one sentence."""


class Trouble(Exception):  # noqa: N818 (a word for people)
    """Says what is wrong and what to do about it. The command line prints it and ends with exit code 2."""
