"""A local language model is asked for one text, in either of two ways, and never waited for too long."""

import threading
import time

import pytest

from agent.smoothing.address import read_address
from agent.smoothing.asking import Asking, NoAnswerError
from agent.smoothing.wording import bare
from tests.agent.smoothing.conftest import Start

WORDS = "What made you move the queue?"


@pytest.mark.parametrize("path", ["", "/v1"])
def test_both_kinds_of_server_are_understood(model: Start, path: str) -> None:
    asking = Asking(read_address(model("well", WORDS) + path), "small", seconds=60)
    assert asking.ask("Polish this.", "text") == WORDS


@pytest.mark.parametrize(
    ("manner", "why"),
    [
        ("silent", "no answer within 1 seconds"),
        ("dripping", "no answer within 1 seconds"),
        ("garbled", "can't be read"),
        ("failing", "answers 500"),
        ("well", "can't be read"),  # no words at all
    ],
)
def test_a_model_of_no_help_says_why(model: Start, manner: str, why: str) -> None:
    asking = Asking(read_address(model(manner)), "small", seconds=1 if "within" in why else 60)
    with pytest.raises(NoAnswerError, match=why):
        asking.ask("Polish this.", "text")


def test_a_redirect_is_not_followed(model: Start) -> None:
    elsewhere = model("well", "from elsewhere")
    asking = Asking(read_address(model("redirect", f"{elsewhere}/api/chat")), "small", seconds=60)
    with pytest.raises(NoAnswerError, match="answers 307"):
        asking.ask("Polish this.", "text")


def test_nobody_there_is_told_at_once() -> None:
    asking = Asking(read_address("http://127.0.0.1:9"), "small", seconds=60)
    with pytest.raises(NoAnswerError, match="nothing answers"):
        asking.ask("Polish this.", "text")


def test_it_can_be_called_off(model: Start) -> None:
    asking = Asking(read_address(model("silent")), "small", seconds=300)
    said: list[str] = []

    def wait() -> None:
        with pytest.raises(NoAnswerError) as refused:
            asking.ask("Polish this.", "text")
        said.append(str(refused.value))

    waiting = threading.Thread(target=wait)
    waiting.start()
    started = time.monotonic()
    while waiting.is_alive() and time.monotonic() - started < 120:
        asking.call_off()
        waiting.join(0.1)
    assert said == ["called off"]


@pytest.mark.parametrize(
    "answer",
    [WORDS, f'"{WORDS}"', f"```\n{WORDS}\n```", f"<think>so they moved it</think>\n{WORDS}", f"  {WORDS}\n"],
)
def test_the_frame_around_an_answer_goes(answer: str) -> None:
    assert bare(answer) == WORDS
