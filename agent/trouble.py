"""What stops the agent or one of its commands, told in one sentence."""


class Trouble(Exception):
    """Says what is wrong and what to do about it. The command line prints it and ends with exit code 2."""
