"""Makes a log of any size, of a person who has taken part for years: `python -m tests.agent.made.log FOLDER`.

Sites, kinds, hours, verdicts, threads, the people answered and the counts that came back are spread about as
real ones are: few communities get most posts, most posts get little, some a lot. The same seed makes the same
log. `effects` says by how much a signal multiplies the answers, for tests that look for it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import click

from agent.schemas.fields import iso
from agent.store import Log
from tests.agent.made import words

UNTIL = datetime(2026, 11, 25, 18, tzinfo=UTC)
YEARS = 6


@dataclass(frozen=True)
class Site:
    """A site in the made-up life: how often, where exactly, and what usually comes back."""

    name: str
    weight: float
    communities: tuple[str, ...]
    answering: float
    """Share of posts that answer somebody."""
    likes: float
    shows: tuple[str, ...] = ("likes", "replies")
    left_years_ago: float = 0


_SHARED = ("likes", "replies", "shares")
SITES = (
    Site("x", 30, ("https://x.example",), 0.6, 4, ("likes", "replies", "shares", "views")),
    Site("mastodon", 22, ("https://social.example", "https://crafts.example"), 0.55, 3, _SHARED),
    Site("reddit", 16, ("https://reddit.example/r/selfhosted", "https://reddit.example/r/breadit"), 0.85, 6),
    Site("linkedin", 9, ("https://linkedin.example",), 0.35, 8, left_years_ago=2),
    Site("hackernews", 8, ("https://news.example",), 0.9, 2),
    Site("github", 6, ("https://code.example/tools/mesh", "https://code.example/tools/cache"), 0.8, 0.6),
    Site("discourse", 5, ("https://forum.example", "https://choir.example"), 0.8, 1.5, left_years_ago=0.3),
    Site("stackexchange", 2, ("https://answers.example",), 0.9, 2, left_years_ago=3),
    Site("wordpress", 1.5, ("https://fixit.example", "https://bread.example"), 1.0, 0.4),
    Site("isso", 0.5, ("https://blog.example",), 1.0, 0.2, ("replies",)),
)  # fmt: skip
_VERDICTS = (("contributes", 68), ("me_too", 15), ("promotion", 6), ("unjudged", 11))
_HOURS = (1, 1, 0, 0, 0, 1, 3, 6, 8, 7, 6, 6, 8, 6, 5, 5, 6, 7, 8, 9, 10, 9, 6, 3)
_POSTS = (
    "id", "text", "posted_at", "logged_at", "permalink", "site", "kind", "page_url", "parent_text",
    "parent_author", "thread_title", "reviewed_at", "verdict", "confidence", "headline", "suggestion_taken",
    "imported_from", "number",
)  # fmt: skip


@dataclass
class MadeLog:
    """Rows of a made-up log."""

    posts: int
    seed: int = 8
    until: datetime = UNTIL
    effects: Mapping[str, float] = field(default_factory=lambda: {"question": 1.5})

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311 (nothing secret)
        self.people = [words.handle(number) for number in range(max(12, self.posts // 30))]
        self.rows: dict[str, list[tuple[object, ...]]] = {
            "posts": [],
            "signals": [],
            "spans": [],
            "engagement": [],
            "replies": [],
        }
        self.said_before = ""
        for number, moment in enumerate(sorted(self._moment() for _ in range(self.posts)), 1):
            self._add(number, moment)

    def write(self, log: Log) -> None:
        """Put the rows into a log that is empty so far."""
        columns = {
            "posts": _POSTS,
            "signals": ("id", "post", "name", "kind", "reason", "share"),
            "spans": ("signal", "start", "end"),
            "engagement": ("post", "seen_at", "source", *_counted("likes", "replies", "shares", "views")),
            "replies": ("post", "address", "author", "written_at", "answers", "mine", "text", "seen_at"),
        }
        with log.writing() as db:
            for table, names in columns.items():
                listed = ", ".join(f'"{name}"' for name in names)
                marks = ", ".join("?" * len(names))
                db.conn.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", self.rows[table])  # noqa: S608

    def _moment(self) -> datetime:
        # More posts in later years, at the hours of a working person, fewer at weekends.
        days = YEARS * 365 * (1 - math.sqrt(self.chance.random()))
        hour = self.chance.choices(range(24), _HOURS)[0]
        moment = (self.until - timedelta(days=days)).replace(
            hour=hour, minute=self.chance.randrange(60), second=self.chance.randrange(60), microsecond=0
        )
        if moment.weekday() >= 5 and self.chance.random() < 0.4:
            moment -= timedelta(days=self.chance.randint(2, 4))
        return moment if moment < self.until else moment - timedelta(days=7)

    def _add(self, number: int, moment: datetime) -> None:
        chance = self.chance
        ago = (self.until - moment).days / 365
        open_then = [site for site in SITES if site.left_years_ago <= ago]
        site = chance.choices(open_then, [each.weight for each in open_then])[0]
        place = site.communities[int(len(site.communities) * chance.random() ** 2)]
        verdict = chance.choices(*zip(*_VERDICTS, strict=True))[0]
        about = words.thing(chance)
        text, signals = self._text(number, verdict, about)
        if len(text) >= 60 and not signals:
            # Some things are said in more than one place, word for word.
            text, self.said_before = (self.said_before or text) if chance.random() < 0.2 else text, text
        answers = chance.random() < site.answering
        author = self.people[int(len(self.people) * chance.random() ** 3)] if answers else None
        taken = "ask" if "question" in signals and chance.random() < 0.4 else None
        reviewed = None if number % 997 == 0 else iso(moment + timedelta(seconds=1))
        address = f"{place}/{number // 7 if answers else number}"
        self.rows["posts"].append(
            (
                str(UUID(int=self.seed << 96 | 0x7000_8000 << 64 | number)), text, iso(moment), iso(moment),
                f"{address}#{number}", site.name, ("reply" if answers else "post"),
                address if answers else None, words.sentence(chance, "plain", about) if answers else None,
                author, words.title(chance, about) if chance.random() < 0.5 else None, reviewed,
                verdict if reviewed else None, round(0.7 + 0.3 * chance.random(), 3) if reviewed else None,
                words.HEADLINES[verdict] if reviewed else None, taken,
                site.name if ago > 1 else None, number,
            )
        )  # fmt: skip
        self._count(number, moment, site, math.prod(self.effects.get(name, 1) for name in signals))
        if chance.random() < 0.1:
            self._answer(number, moment, f"{address}#{number}", about)

    def _answer(self, number: int, moment: datetime, address: str, about: str) -> None:
        """Somebody answers, and more often than not is answered back."""
        chance = self.chance
        came = moment + timedelta(hours=chance.expovariate(1 / 8))
        if came > self.until:
            return
        said = words.sentence(chance, "question", about)
        who = chance.choice(self.people)
        self.rows["replies"].append((number, f"{address}-1", who, iso(came), None, 0, said, iso(came)))
        back = came + timedelta(hours=math.exp(chance.gauss(1.5, 1.5)))
        if chance.random() < 0.6 and back <= self.until:
            answer = words.sentence(chance, "answer", about)
            self.rows["replies"].append(
                (number, f"{address}-2", "me", iso(back), f"{address}-1", 1, answer, iso(back))
            )

    def _text(self, number: int, verdict: str, about: str) -> tuple[str, list[str]]:
        chance = self.chance
        if verdict in words.FLAGS:
            kinds = [chance.choice(words.FLAGS[verdict])]
            marked, kind = kinds, "flag"
        elif verdict == "contributes":
            marked = kinds = chance.sample(words.STRENGTHS, chance.choices((1, 2, 3), (6, 3, 1))[0])
            kind = "strength"
        else:
            kinds, marked, kind = ["plain"], [], ""
        parts = []
        for name in kinds:
            said = words.sentence(chance, name, about)
            if name in marked:
                self._mark(number, name, kind, len(" ".join([*parts, ""])), len(said))
            parts.append(said)
        if verdict == "contributes":
            parts += [words.sentence(chance, "plain", about) for _ in range(int(chance.expovariate(1)))]
        if kind != "flag" and chance.random() < 0.95:
            parts.append(f"#{number}")
        return " ".join(parts), marked

    def _mark(self, number: int, name: str, kind: str, start: int, length: int) -> None:
        signal = len(self.rows["signals"]) + 1
        self.rows["signals"].append((signal, number, name, kind, words.REASONS[name], 0.5))
        self.rows["spans"].append((signal, start, start + length))

    def _count(self, number: int, moment: datetime, site: Site, effect: float) -> None:
        chance = self.chance
        if chance.random() < 0.25:
            return
        luck = math.exp(chance.gauss(0, 1))
        ends = {
            "likes": site.likes * luck,
            "replies": 0.35 * site.likes * luck * effect,
            "shares": 0.15 * site.likes * luck,
            "views": 60 * site.likes * luck,
        }
        ends = {name: (_poisson(chance, mean) if name in site.shows else None) for name, mean in ends.items()}
        for days in sorted(chance.sample((0.1, 1, 3, 9, 30), chance.choices((1, 2, 3, 4), (5, 3, 2, 1))[0])):
            seen_at = moment + timedelta(days=days)
            if seen_at > self.until:
                return
            grown = 1 - math.exp(-1.5 * days)
            counts = {name: None if end is None else round(end * grown) for name, end in ends.items()}
            self.rows["engagement"].append(
                (
                    number, iso(seen_at), "page",
                    *(each for count in counts.values() for each in _told(count)),
                )
            )  # fmt: skip


def _counted(*names: str) -> tuple[str, ...]:
    return tuple(column for name in names for column in (name, f"{name}_precision"))


def _told(count: int | None) -> tuple[int | None, str | None]:
    return count, None if count is None else "exact"


def _poisson(chance: Random, mean: float) -> int:
    if mean > 50:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--posts", default=100_000, show_default=True)
@click.option("--seed", default=8, show_default=True)
def main(folder: Path, posts: int, seed: int) -> None:
    """Make a log in FOLDER, for `python -m agent serve --data-dir FOLDER`."""
    log = Log(folder)
    MadeLog(posts, seed, until=datetime.now(UTC)).write(log)
    log.close()
    click.echo(f"{posts:,} posts in {log.path}")


if __name__ == "__main__":
    main()
