"""Error pages: what is wrong in one sentence, and what to do."""

from dataclasses import dataclass

from flask import Response

from agent.viewer.rendering import render
from agent.viewer.typed import agent_command


@dataclass(frozen=True)
class Words:
    """What an error page says; `command` is one of the agent's, where it helps."""

    title: str
    sentence: str
    advice: str = ""
    command: str = ""


_WORDS = {
    400: Words(
        "That request can't be read",
        "Something in the address or the form is not what this page expects.",
        "Go back and try again.",
    ),
    403: Words(
        "That form came from somewhere else",
        "Nothing was changed, because the form was not sent by a page of Pitch In.",
        "Open the page here and send it again.",
    ),
    404: Words(
        "There is nothing here",
        "The page does not exist, or the post was deleted.",
        "Look for it in your history, or start with a draft.",
    ),
    405: Words(
        "This page can't be used that way",
        "The address is right, but it takes no such request.",
        "Open it from the menu above.",
    ),
    413: Words(
        "That is too much text",
        "A draft and what it answers can each be up to 100,000 characters long.",
        "Go back, shorten it, and try again.",
    ),
    500: Words(
        "Something went wrong in Pitch In",
        "It did not finish what you asked for.",
        "Try once more. If it happens again, type this in the folder of Pitch In and read what it says.",
        "doctor",
    ),
}


def error_page(status: int, sentence: str | None = None) -> Response:
    """The page for an HTTP status; `sentence` (what is wrong and what to do) replaces its usual words."""
    words = _WORDS.get(status)
    if words is None or sentence:
        title = words.title if words else "That did not work"
        words = Words(title, sentence or "Pitch In could not do what you asked for. Go back and try again.")
    command = agent_command(words.command) if words.command else ""
    return render("error.html", status=status, words=words, command=command)


def signed_out_page(title: str, sentence: str, status: int) -> Response:
    """A page for who is not signed in; it says how to get a link."""
    return render(
        "signed_out.html",
        status=status,
        signed_in=False,
        title=title,
        sentence=sentence,
        command=agent_command("link"),
    )
