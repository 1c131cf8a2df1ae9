import shlex
from datetime import timedelta

import pytest

from agent.services import Services, sessions
from agent.store.clock import now
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.pages import viewer_pages
from tests.agent.viewer.reading import HOST, Viewer, words_of

HOW_TO_GET_A_LINK = "-m agent link"


def link_of(services: Services) -> str:
    return services.sessions.new_link().removeprefix(services.address)


def test_the_link_opens_the_viewer(stranger: Viewer, services: Services) -> None:
    first = stranger.follow(stranger.get(link_of(services)))
    assert first.status == 200
    assert "Try a draft" in first.words


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(stranger: Viewer, services: Services) -> None:
    cookie = stranger.get(link_of(services)).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_link_works_once_and_then_says_how_to_get_another(
    viewer: Viewer, stranger: Viewer, services: Services
) -> None:
    link = link_of(services)
    viewer.get(link)
    again = stranger.get(link)
    assert again.status == 410
    assert "no longer works" in again.words
    assert HOW_TO_GET_A_LINK in again.words
    assert stranger.get("/").status == 401


def test_the_line_to_type_gets_a_link_from_this_agent(stranger: Viewer, services: Services) -> None:
    line = words_of(stranger.get("/").all(".//code")[0])
    _, *arguments = shlex.split(line)
    assert arguments == ["-m", "agent", "link", "--data-dir", str(services.log.path.parent)]


def test_a_link_is_good_for_ten_minutes(
    stranger: Viewer, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = link_of(services)
    monkeypatch.setattr(sessions, "now", lambda: now() + timedelta(minutes=10, seconds=1))
    late = stranger.get(link)
    assert late.status == 410
    assert HOW_TO_GET_A_LINK in late.words


def test_a_session_ends_by_itself(viewer: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert viewer.get("/history").status == 200
    monkeypatch.setattr(sessions, "now", lambda: now() + sessions.SESSION_LIFE)
    assert viewer.get("/history").status == 401


def test_looking_at_a_link_without_opening_it_does_not_use_it_up(
    stranger: Viewer, services: Services
) -> None:
    link = link_of(services)
    stranger.client.head(link, headers={"Host": HOST})
    assert stranger.get(link).status == 303


def test_a_link_opened_again_by_who_is_signed_in_leads_in(viewer: Viewer) -> None:
    assert viewer.follow(viewer.get("/sign-in?token=used-long-ago")).status == 200


@pytest.mark.parametrize("token", ["", "wrong", "%00", "%F0%9F%8E%89", "a" * 5000])
def test_no_other_token_opens_it(stranger: Viewer, token: str) -> None:
    page = stranger.get(f"/sign-in?token={token}")
    assert page.status in (401, 410)
    assert HOW_TO_GET_A_LINK in page.words


def test_signed_out_means_out(viewer: Viewer) -> None:
    cookie = viewer.client.get_cookie("pitch_in_session", domain="127.0.0.1")
    goodbye = viewer.send("/sign-out")
    assert "You are signed out" in goodbye.words
    assert viewer.get("/history").status == 401
    assert cookie
    viewer.client.set_cookie("pitch_in_session", cookie.value, domain="127.0.0.1")
    assert viewer.get("/history").status == 401, "the old cookie must not work either"


def test_who_is_not_signed_in_sees_no_page_and_learns_how(stranger: Viewer, log_post: LogPost) -> None:
    post = log_post(text="Only for my eyes")
    for name, path in viewer_pages(post.id).items():
        if name != "not there":
            page = stranger.get(path)
            assert page.status == 401, f"{name} let a stranger in"
            assert HOW_TO_GET_A_LINK in page.words, name
            assert "Only for my eyes" not in page.html, name
