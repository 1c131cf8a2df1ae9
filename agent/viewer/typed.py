"""The lines that a page asks the person to type, for the agent that serves it."""

from agent.services import services
from agent.typed import command_line


def agent_command(name: str) -> str:
    """A command of `python -m agent`, with the running agent's data folder where that isn't the usual one."""
    return command_line(name, services().log.path.parent)
