"""What the agent can do: routes, pages and commands call these. They know nothing of HTTP.

Only `services()` does, by which whoever answers a request gets at them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app

import nlp
from agent.services.collecting import Collecting
from agent.services.conversations import Conversations
from agent.services.earlier import Earlier
from agent.services.engagement import Engagement
from agent.services.exports import Exports
from agent.services.history import History
from agent.services.import_runs import ImportRuns
from agent.services.imports import Imports
from agent.services.insights import Insights
from agent.services.learning import Learning
from agent.services.pairings import Pairings
from agent.services.people import People
from agent.services.posts import Posts
from agent.services.retention import Retention
from agent.services.reviewing import Reviewing
from agent.services.sessions import Sessions
from agent.services.settings import Settings
from agent.services.smoothing import Smoothings
from agent.services.storage import Storage
from agent.services.threads import Threads
from agent.services.upkeep import Upkeep
from agent.services.waiting import Waiting
from agent.services.whole_log import WholeLog
from agent.store import Log

EXTENSION = "pitch-in"


@dataclass(frozen=True)
class Services:
    """Everything that one agent is made of. `address` is like `http://127.0.0.1:8642`."""

    log: Log
    posts: Posts
    imports: Imports
    import_runs: ImportRuns
    waiting: Waiting
    exports: Exports
    earlier: Earlier
    retention: Retention
    whole: WholeLog
    engagement: Engagement
    conversations: Conversations
    insights: Insights
    history: History
    threads: Threads
    storage: Storage
    people: People
    collecting: Collecting
    upkeep: Upkeep
    pairings: Pairings
    sessions: Sessions
    settings: Settings
    learning: Learning
    reviewing: Reviewing
    smoothings: Smoothings
    address: str

    @classmethod
    def on(cls, log: Log, address: str, load: "Callable[[], nlp.Reviewer]" = nlp.load) -> "Services":
        """The services of an agent with this log at this address; `load` gets the reviewer."""
        settings = Settings(log)
        learning = Learning(log, settings)
        earlier = Earlier(log, settings)
        reviewing = Reviewing(settings, learning, earlier, load)
        imports = Imports(log, settings)
        waiting = Waiting(log, reviewing, earlier)
        import_runs = ImportRuns(log, imports, waiting.more)
        retention = Retention(log)
        whole = WholeLog(log, settings, import_runs)
        conversations = Conversations(log)
        people = People(log)
        collecting = Collecting(log, settings)
        return cls(
            log=log,
            posts=Posts(log, settings, reviewing),
            imports=imports,
            import_runs=import_runs,
            waiting=waiting,
            exports=Exports(log),
            earlier=earlier,
            retention=retention,
            whole=whole,
            engagement=Engagement(log),
            conversations=conversations,
            insights=Insights(log),
            history=History(log),
            threads=Threads(log, conversations),
            storage=Storage(log),
            people=people,
            upkeep=Upkeep(
                {
                    "looking for answers that wait": conversations.catch_up,
                    "looking for whom the posts name": people.catch_up,
                    "letting old requests go": collecting.drop_expired,
                    "undoing what a wrong clock put off": collecting.set_right,
                    "letting old posts go": retention.apply_some,
                    "making the backup": whole.keep_backup,
                }
            ),
            collecting=collecting,
            pairings=Pairings(log),
            sessions=Sessions(log, address),
            settings=settings,
            learning=learning,
            reviewing=reviewing,
            smoothings=Smoothings(settings, reviewing),
            address=address,
        )


def services() -> Services:
    """The services of the running app."""
    found: Services = current_app.extensions[EXTENSION]
    return found
