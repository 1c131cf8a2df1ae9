"""What a question asks for, and what can be read of one."""

from typing import Literal

Asks = Literal[
    "way", "which", "what", "why", "amount", "yes_no", "either", "things", "where", "matter", "view"
]
"""What is asked for; "matter" for everything that follows no pattern."""

Read = tuple[Asks, str | None]
"""What is asked for, and how an answer can begin; None where the question's words can't leave their place."""
