"""What the log needs and nobody waits for is done in the background, a little at a time."""

import threading

import pytest

from agent.services import Services
from agent.services.upkeep import Upkeep
from agent.store.folder import BACKUP_NAME
from tests.agent.services.following import counted, post


def test_it_goes_on_until_there_is_no_more() -> None:
    left = {"a": 3, "b": 0}
    called: list[str] = []

    def job(name: str) -> bool:
        called.append(name)
        left[name] -= 1
        return left[name] > 0

    Upkeep({"reading a": lambda: job("a"), "reading b": lambda: job("b")}).run()
    assert called == ["a", "a", "a", "b"]


def test_what_fails_is_named_and_keeps_nothing_else_back(
    services: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    post(services, 400)
    kept = post(services, 1)
    services.retention.keep("*", 12)
    monkeypatch.setattr("agent.store.conversations.stale", fail)
    services.upkeep.run()
    assert [str(each.id) for each in services.posts.search().items] == [kept]
    assert services.log.path.with_name(BACKUP_NAME).exists()
    (said,) = (record.getMessage() for record in caplog.records)
    assert said.startswith("Error while looking for answers that wait: RuntimeError")


def test_it_derives_all_however_much_there_is(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("conversations._AT_ONCE", "conversations._ADDRESSES_AT_ONCE", "people._AT_ONCE"):
        monkeypatch.setattr(f"agent.services.{name}", 2)
    posts = [post(services, 2, parent_author=f"person{number}") for number in range(7)]
    for each in posts:
        counted(services, each, 1, 1)
    services.upkeep.run()
    with services.log.reading() as db:
        assert db.execute("SELECT count(*) FROM conversations WHERE stale = 1").fetchone() == (0,)
        assert db.table("addresses").count == db.table("people").count == 7


def test_it_runs_in_the_background_until_it_is_ended() -> None:
    called = threading.Event()

    def job() -> bool:
        called.set()
        return False

    upkeep = Upkeep({"waiting": job})
    upkeep.start()
    (worker,) = (each for each in threading.enumerate() if each.name == "upkeep")
    assert called.wait(30)
    upkeep.end()
    worker.join(30)
    assert not worker.is_alive()
