"""Imports in the background of the agent, one at a time: started, followed, stopped, gone on with."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from agent.importers import Wishes, open_archive, recognise, size_to_read
from agent.problems import Conflict, Invalid, NotFound
from agent.reporting import report
from agent.schemas.imports import Import, LeftOutCount, ProblemCount, ProblemExample, State
from agent.services import uploads
from agent.services.imports import PROBLEMS, Imports, Report
from agent.services.uploads import Upload
from agent.store import Log
from agent.store.clock import now
from agent.trouble import Trouble
from agent.typed import command_line

_KEPT = 50
_WHOLE_PATH = "Give the whole path of the export, from the root of the disk on."
_AT_WORK = ("receiving", "waiting", "running")


@dataclass
class _Run:
    """One import. Only its own thread changes it while it runs; others look at `shown`."""

    name: str
    path: Path
    wishes: Wishes
    upload: Upload | None = None
    id: UUID = field(default_factory=uuid4)
    state: State = "waiting"
    report: Report = field(default_factory=Report)
    trouble: str | None = None
    started_at: datetime = field(default_factory=now)
    ended_at: datetime | None = None
    began: float = 0.0
    stopping: threading.Event = field(default_factory=threading.Event)
    shown: Import | None = None

    def show(self) -> Import:
        """Make, keep and return what others see."""
        self.shown = _shown(self)
        return self.shown


class ImportRuns:
    """The imports of a running agent. `imported` is called whenever posts may have come into the log."""

    def __init__(self, log: Log, imports: Imports, imported: Callable[[], None]) -> None:
        self._folder = log.path.parent
        self._imports = imports
        self._imported = imported
        self._runs: dict[UUID, _Run] = {}
        self._guard = threading.RLock()
        self._turn = threading.Lock()
        self._ending = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self, path: str, wishes: Wishes) -> Import:
        """Import what lies at `path` on this machine; raises `Invalid` where that isn't a whole path."""
        place = _whole(path)
        return self._begin(self._keep(_Run(place.name or str(place), place, wishes)))

    def receive(self, name: str, size: int, wishes: Wishes) -> Import:
        """Make room for a file whose bytes follow; it is imported when all of them are there."""
        run = _Run(name, self._folder, wishes, state="receiving")
        run.upload = Upload(self._folder, run.id, name, size)
        run.path = run.upload.path
        return self._keep(run).show()

    def take(self, run_id: UUID, offset: int, data: bytes) -> Import:
        """Take the next slice of a file; raises `Conflict` where it isn't the next."""
        with self._guard:
            run = self._find(run_id)
            if run.state != "receiving" or run.upload is None:
                raise Conflict("This import takes no more bytes: start another one.")
            run.upload.take(offset, data)
            return self._begin(run) if run.upload.whole else run.show()

    def all(self) -> list[Import]:
        """Every import since the agent started, newest first."""
        with self._guard:
            return [_seen(run) for run in reversed(self._runs.values())]

    def get(self, run_id: UUID) -> Import:
        """One import; raises `NotFound`."""
        with self._guard:
            return _seen(self._find(run_id))

    def stop(self, run_id: UUID) -> Import:
        """Let an import stop at the next moment where nothing is half written."""
        with self._guard:
            run = self._find(run_id)
            run.stopping.set()
            if run.state == "receiving":
                self._end(run, "stopped")
            return _seen(run)

    def run_again(self, run_id: UUID, wishes: Wishes) -> Import:
        """Go on with an import that was stopped or failed, or that waits for an answer."""
        with self._guard:
            run = self._find(run_id)
            if run.state in _AT_WORK:
                raise Conflict("This import is not over yet: stop it first.")
            if run.upload is not None and not (run.upload.whole and run.path.exists()):
                raise Conflict("The file of this import is gone: choose it again.")
            run.wishes = wishes
            return self._begin(run)

    def forget(self, run_id: UUID) -> None:
        """Stop an import, and delete the bytes that were sent for it."""
        with self._guard:
            self.stop(run_id)
            run = self._runs.pop(run_id)
        if run.upload is not None:
            run.upload.remove()

    def end(self) -> None:
        """Stop all of them, as the agent does at its end."""
        self._ending.set()
        self.stop_all(patience=1)

    def stop_all(self, patience: float = 30) -> None:
        """Stop all of them, wait some seconds until each has, and delete the bytes that were sent."""
        with self._guard:
            for run in self._runs.values():
                run.stopping.set()
        for thread in self._threads:
            thread.join(patience)
        uploads.remove_all(self._folder)

    def _find(self, run_id: UUID) -> _Run:
        if run_id not in self._runs:
            raise NotFound("There is no such import. It may have been forgotten when the agent stopped.")
        return self._runs[run_id]

    def _keep(self, run: _Run) -> _Run:
        with self._guard:
            over = [each.id for each in self._runs.values() if each.state not in _AT_WORK]
            for old in over[: max(0, len(self._runs) - _KEPT + 1)]:
                self.forget(old)
            self._runs[run.id] = run
        return run

    def _begin(self, run: _Run) -> Import:
        run.state, run.trouble, run.ended_at, run.report = "waiting", None, None, Report()
        run.stopping.clear()
        thread = threading.Thread(target=self._work, args=[run], name="import", daemon=True)
        self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        shown = run.show()
        thread.start()
        return shown

    def _work(self, run: _Run) -> None:
        with self._turn:
            try:
                self._read(run)
            except Trouble as trouble:
                run.trouble = str(trouble)
                self._end(run, "failed")
            except Exception as error:
                # When the agent ends, the log is closed under whoever still writes: no news.
                if not self._ending.is_set():
                    report(error, "importing")
                run.trouble = f"Something went wrong inside Pitch In: run `{command_line('doctor')}`."
                self._end(run, "failed")
            finally:
                self._imported()

    def _read(self, run: _Run) -> None:
        if run.stopping.is_set():
            self._end(run, "stopped")
            return
        run.state, run.began = "running", time.monotonic()
        run.show()
        with open_archive(run.path) as archive:
            known = recognise(archive)
            run.report = Report(tuple(each.title for each in known), size_to_read(archive, known))
            for _ in self._imports.run(archive, known, run.wishes, run.report):
                run.show()
                self._imported()
                if run.stopping.is_set():
                    self._end(run, "stopped")
                    return
        self._end(run, "done")

    def _end(self, run: _Run, state: State) -> None:
        run.state, run.ended_at = state, now()
        if run.upload is not None and state == "done" and not run.report.asks:
            run.upload.remove()
        run.show()


def _whole(path: str) -> Path:
    if "\0" in path:
        raise Invalid(_WHOLE_PATH)
    try:
        place = Path(path).expanduser()
    except RuntimeError:
        raise Invalid(f"This machine has no home folder of that name. {_WHOLE_PATH}") from None
    if not place.is_absolute():
        raise Invalid(_WHOLE_PATH)
    return place


def _seen(run: _Run) -> Import:
    return run.shown or run.show()


def _shown(run: _Run) -> Import:
    found = run.report
    receiving = run.state == "receiving" and run.upload is not None
    size, read = (
        (run.upload.size, run.upload.received) if receiving and run.upload else (found.size, found.read)
    )
    return Import(
        id=run.id,
        name=run.name,
        state=run.state,
        titles=list(found.titles),
        size=size,
        read=read,
        seconds_left=_seconds_left(run),
        new=found.new,
        known=found.known,
        counted=found.counted,
        counts_without_post=found.counts_without_post,
        left_out=[
            LeftOutCount(why=why, sentence=found.reasons[why], number=number)
            for why, number in found.left_out.most_common()
        ],
        problems=[
            ProblemCount(
                kind=kind,
                sentence=PROBLEMS[kind],
                number=number,
                examples=[
                    ProblemExample(where=each.where, sentence=each.sentence) for each in found.examples[kind]
                ],
            )
            for kind, number in found.problems.most_common()
        ],
        asks=sorted(found.asks),
        me=run.wishes.me,
        site=run.wishes.site,
        columns=dict(run.wishes.columns),
        trouble=run.trouble,
        started_at=run.started_at,
        ended_at=run.ended_at,
    )


def _seconds_left(run: _Run) -> int | None:
    """What is left takes as long as what was read did; None until there is a pace to go by."""
    if run.state != "running" or not run.report.read:
        return None
    so_far = time.monotonic() - run.began
    return round(so_far * (run.report.size - run.report.read) / run.report.read)
