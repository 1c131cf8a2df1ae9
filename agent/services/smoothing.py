"""Smooths a suggestion with a language model on this machine, where the person gave its address."""

import threading

from agent.schemas.smoothings import Smoothing, ToSmooth
from agent.services.reviewing import Reviewing
from agent.services.settings import Settings
from agent.smoothing.address import NotLocalError, read_address
from agent.smoothing.asking import Asking, NoAnswerError
from agent.smoothing.wording import INSTRUCTION, bare
from nlp.blanks import spans_in


class Smoothings:
    """One wording at a time: whoever asks anew calls the last one off. Nothing is kept."""

    def __init__(self, settings: Settings, reviewing: Reviewing) -> None:
        self._settings = settings
        self._reviewing = reviewing
        self._now: Asking | None = None
        self._changing = threading.Lock()

    @property
    def wanted(self) -> bool:
        """Whether the person gave the address of a model."""
        return bool(self._settings.text("smoothing_address"))

    def smooth(self, given: ToSmooth) -> Smoothing:
        """The suggestion in the model's words, where they pass the gate and are as good; else as it was."""
        if not self.wanted:
            return _kept(given, "No language model is set in the settings.")
        try:
            text = bare(self._asking().ask(INSTRUCTION, given.suggestion))
        except (NoAnswerError, NotLocalError) as error:
            return _kept(given, f"The language model was of no help: {error}.")
        if not self._reviewing.may_replace(given.suggestion, text, given.draft, given.context):
            return _kept(given, "The rule-made wording is better.")
        return Smoothing(text=text, blanks=spans_in(text), smoothed=True, note="Smoothed on this machine.")

    def call_off(self) -> None:
        """Stop the wording that is being made, if there is one."""
        with self._changing:
            if self._now is not None:
                self._now.call_off()
            self._now = None

    def _asking(self) -> Asking:
        address = read_address(self._settings.text("smoothing_address"))
        model, seconds = self._settings.text("smoothing_model"), self._settings.number("smoothing_seconds")
        self.call_off()
        asking = Asking(address, model, seconds)
        with self._changing:
            self._now = asking
        return asking


def _kept(given: ToSmooth, note: str) -> Smoothing:
    return Smoothing(text=given.suggestion, blanks=spans_in(given.suggestion), smoothed=False, note=note)
