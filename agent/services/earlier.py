"""What the log says of a draft: the same text posted before, and how much one asks and gives."""

from agent.schemas.fields import iso
from agent.schemas.posts import Post
from agent.services.likeness import hashes_of, likeness
from agent.services.settings import Settings
from agent.store import Log, likenesses
from agent.store import posts as rows
from nlp import Context, EarlierPost, History, Signal
from nlp.signals import rules

_COMPARED = 60
"""Posts that are compared word by word at most: those that share the most hashes."""
_TOLD = 5
_BATCH = 2_000


class Earlier:
    """The person's earlier posts, as far as they bear on a draft."""

    def __init__(self, log: Log, settings: Settings) -> None:
        self._log = log
        self._settings = settings

    def history(
        self,
        text: str,
        context: Context | None = None,
        *,
        of: str | None = None,
        until: str | None = None,
    ) -> History:
        """What is known before `text` is posted; for a post (`of`) what was known `until` it was."""
        asks, gives, most_asks = self._balance(context.site if context else None, until)
        return History(
            posted_before=tuple(self.same_text(text, of, until)), asks=asks, gives=gives, most_asks=most_asks
        )

    def same_text(self, text: str, of: str | None = None, until: str | None = None) -> list[EarlierPost]:
        """Posts with nearly the same text, the most alike first."""
        with self._log.reading() as db:
            numbers = likenesses.sharing(db, hashes_of(text), _COMPARED)
            candidates = likenesses.texts(db, numbers)
        found = [
            EarlierPost(
                id=row["id"],
                posted_at=row["posted_at"],
                site=row["site"],
                permalink=row["permalink"],
                likeness=alike,
            )
            for row in candidates
            if row["id"] != of
            and (until is None or row["posted_at"] < until)
            and (alike := likeness(text, row["text"]))
        ]
        return sorted(found, key=lambda post: (-post.likeness, post.posted_at))[:_TOLD]

    def with_earlier(self, post: Post) -> tuple[Signal, ...]:
        """The signals of a post, each with the earlier post that it rests on while that is there."""
        resting = {rule.page.name: rule.rests_on for rule in rules() if rule.rests_on}
        if resting.keys().isdisjoint(signal.name for signal in post.signals):
            return post.signals
        same = self.same_text(post.text, of=str(post.id), until=iso(post.posted_at))
        history = History(posted_before=tuple(same))
        earlier = {name: rests_on(history) for name, rests_on in resting.items()}
        return tuple(
            signal.model_copy(update={"earlier": found.id}) if (found := earlier.get(signal.name)) else signal
            for signal in post.signals
        )

    def add(self, number: int, text: str) -> None:
        """Keep the hashes of one post."""
        with self._log.writing() as db:
            likenesses.add(db, [(each, number) for each in hashes_of(text)])

    def catch_up(self) -> bool:
        """Keep the hashes of some posts that lack them; whether there were any."""
        with self._log.reading() as db:
            batch = likenesses.lacking(db, _BATCH)
        # In the order of their table: a large one is written from front to back, not to and fro.
        hashes = sorted((each, number) for number, text in batch for each in hashes_of(text))
        if hashes:
            with self._log.writing() as db:
                likenesses.add(db, hashes)
        return bool(hashes)

    def _balance(self, site: str | None, until: str | None) -> tuple[int, int, float]:
        """Asks and gives among the last posts there, and which share of asks is too much."""
        rule = self._settings.balance()
        if rule is None:
            return 0, 0, 1.0
        with self._log.reading() as db:
            last = rows.last_verdicts(db, site, until, rule.posts)
        asks = sum(verdict == "promotion" for verdict, _ in last)
        gives = sum(verdict == "contributes" for verdict, _ in last)
        answers = sum(kind in ("reply", "comment") for _, kind in last)
        if rule.fewest_answers is not None and answers >= rule.fewest_answers * len(last):
            asks = 0
        return asks, gives, rule.most_asks
