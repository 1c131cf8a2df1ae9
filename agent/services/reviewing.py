"""Reads drafts with the language pipeline, as the person's settings say."""

import threading
from collections.abc import Callable

import nlp
from agent.problems import Unavailable
from agent.reporting import report
from agent.services.earlier import Earlier
from agent.services.learning import Learning
from agent.services.settings import Settings, Wishes
from agent.store.posts import Row
from agent.typed import command_line
from nlp.review import Strictness


class Reviewing:
    """The reviewer, loaded in the background: spaCy takes seconds, and the port should open at once."""

    def __init__(
        self,
        settings: Settings,
        learning: Learning,
        earlier: Earlier,
        load: "Callable[[], nlp.Reviewer]" = nlp.load,
    ) -> None:
        self._settings = settings
        self._learning = learning
        self._earlier = earlier
        self._load = load
        self._reviewer: nlp.Reviewer | None = None
        self._settled = threading.Event()
        self._starting = threading.Lock()
        self._loader: threading.Thread | None = None
        # The pipeline shares one vocabulary, and one person's drafts need no second processor.
        self._reading = threading.Lock()

    def start(self) -> None:
        """Begin to load, if that hasn't begun."""
        with self._starting:
            if self._loader is None:
                self._loader = threading.Thread(target=self._load_reviewer, name="load-model", daemon=True)
                self._loader.start()

    @property
    def ready(self) -> bool:
        """Whether drafts are read at once."""
        return self._reviewer is not None

    @property
    def model_version(self) -> str | None:
        """Version of the language model; `None` until it is loaded."""
        return self._reviewer.model_version if self._reviewer else None

    def review(
        self, draft: str, context: nlp.Context | None = None, strictness: Strictness | None = None
    ) -> nlp.Review:
        """Read a draft; waits for the model. Raises a `Problem` (503) when there is none.

        `strictness` is for this draft alone, where it differs from the setting.
        """
        wishes = self._settings.wishes()
        wishes["strictness"] = strictness or wishes["strictness"]
        return self._read(draft, context, wishes, self._earlier.history(draft, context))

    def suggest(self, draft: str, context: nlp.Context | None = None) -> tuple[nlp.Suggestion, ...]:
        """Rewrites of any draft, flagged or not, as many as the settings say."""
        reviewer, wishes = self._wait(), self._settings.wishes()
        with self._reading:
            return reviewer.suggest(
                draft,
                context,
                muted=wishes["muted"],
                strictness=wishes["strictness"],
                most=wishes["suggestions"],
            )

    def may_replace(self, suggestion: str, text: str, draft: str, context: nlp.Context | None) -> bool:
        """Whether another wording of a suggestion may be shown in its place, as the reviewer says."""
        reviewer = self._wait()
        with self._reading:
            return reviewer.may_replace(suggestion, text, draft, context)

    def review_post(self, post: Row) -> nlp.Review:
        """Read what was posted: as a draft at its time, but for suggestions, which come too late."""
        self._earlier.catch_up()
        return self.read_again(post)

    def read_again(self, post: Row) -> nlp.Review:
        """Read a post of the log like `review_post`, beside the earlier ones that are ready to compare."""
        context = nlp.Context(**{field: post[field] for field in nlp.Context.model_fields})
        history = self._earlier.history(post["text"], context, of=post["id"], until=post["posted_at"])
        return self._read(post["text"], context, self._settings.wishes() | {"suggestions": 0}, history)

    def compare_anew(self, number: int, text: str) -> None:
        """Compare later drafts with the new text of a post."""
        self._earlier.add(number, text)

    def _read(
        self, draft: str, context: nlp.Context | None, wishes: Wishes, history: nlp.History
    ) -> nlp.Review:
        """Read a draft without the flags that are muted there, or that were called wrong on its like."""
        reviewer = self._wait()
        muted = self._learning.muted_on(context)
        while True:
            with self._reading:
                review = reviewer.review(draft, context, history=history, **wishes | {"muted": sorted(muted)})
            flags = {signal.name for signal in review.signals if signal.kind == "flag"}
            wrong = self._learning.dismissed(flags - muted, draft)
            if not wrong:
                return review
            muted |= wrong

    def stop(self) -> None:
        """Let nobody wait any longer."""
        self._settled.set()

    def _wait(self) -> "nlp.Reviewer":
        self.start()
        self._settled.wait()
        if self._reviewer is None:
            raise Unavailable(
                f"Pitch In can't read drafts: its model did not load. Run `{command_line('doctor')}`."
            )
        return self._reviewer

    def _load_reviewer(self) -> None:
        try:
            self._reviewer = self._load()
        except Exception as error:
            # Whatever it was, the log and the viewer go on without; `doctor` says more.
            report(error, "loading the language model")
        finally:
            self._settled.set()
