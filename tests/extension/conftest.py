"""A person at a browser with the extension, an agent, and a site to write on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.agent_process import RunningAgent, start_agent
from tests.extension.browser import PersonsBrowser, copy_of_extension, persons_browser, ready_for
from tests.extension.either import Page, Person
from tests.extension.firefox import FirefoxPerson, firefox_person
from tests.extension.go_between import GoBetween, go_between
from tests.extension.reach import AT_WORK, Chip
from tests.extension.social_site import SocialSite, social_site
from tests.setup import firefox


@pytest.fixture(scope="session")
def shared_agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent for all tests that leave it running."""
    running = start_agent(tmp_path_factory.mktemp("agent")).wait_until_ready()
    yield running
    running.stop()


@pytest.fixture
def agent(shared_agent: RunningAgent) -> RunningAgent:
    """It; `browser` leaves its log empty."""
    return shared_agent


@pytest.fixture(scope="session")
def key(shared_agent: RunningAgent) -> str:
    """A key of the tests' own, to ask the agent what it was told."""
    return shared_agent.pair()


@pytest.fixture(scope="session")
def shared_site() -> Iterator[SocialSite]:
    with social_site() as running:
        yield running


@pytest.fixture
def site(shared_site: SocialSite) -> SocialSite:
    """The site, open for posts and without new comments."""
    shared_site.mood = "takes posts"
    shared_site.comments.clear()
    shared_site.unshown.clear()
    return shared_site


@pytest.fixture(scope="session")
def extension_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_extension(tmp_path_factory.mktemp("copy"), "http://social.localhost")


@pytest.fixture(scope="session")
def new_chromium(
    playwright: Playwright,
    chromium_path: Path,
    extension_copy: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[PersonsBrowser]:
    """A Chromium for the whole run."""
    profile = tmp_path_factory.mktemp("chromium")
    with persons_browser(playwright, chromium_path, profile, extension_copy) as running:
        yield running


@pytest.fixture(scope="session")
def new_firefox(extension_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirefoxPerson]:
    """A Firefox for the whole run."""
    with firefox_person(firefox.find(), tmp_path_factory.mktemp("firefox"), extension_copy) as running:
        yield running


@pytest.fixture(scope="session")
def in_chromium(
    new_chromium: PersonsBrowser, shared_agent: RunningAgent, shared_site: SocialSite
) -> PersonsBrowser:
    """It, paired with the agent and switched on for the site."""
    return ready_for(new_chromium, shared_agent, shared_site)


@pytest.fixture(scope="session")
def in_firefox(
    new_firefox: FirefoxPerson, shared_agent: RunningAgent, shared_site: SocialSite
) -> FirefoxPerson:
    """It, paired with the agent and switched on for the site."""
    return ready_for(new_firefox, shared_agent, shared_site)


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, site: SocialSite, shared_agent: RunningAgent) -> Iterator[Person]:
    """One browser after the other: what is said of the extension holds in both.

    Each test finds it paired, switched on for the site, and without tabs, posts or settings of other tests;
    its agent's log is empty, so that no draft is like what another test posted.
    What only Chromium's debugging protocol can do is marked with `only_in_chromium`.
    """
    person: Person = request.getfixturevalue(f"in_{request.param}")
    kept = person.stored()
    if site.origin not in kept["sites"]:
        person.switch_on(site.origin)
    yield person
    person.close_tabs()
    person.forget_all_but(kept["agent"], site.origin)
    shared_agent.delete_everything()


@pytest.fixture
def between(browser: Person, agent: RunningAgent) -> Iterator[GoBetween]:
    """Stands between the browser and the agent, so that their calls can be seen, held or cut off."""
    with go_between(agent.address) as running:
        browser.move_agent(running.address)
        yield running
        browser.move_agent(agent.address)


@pytest.fixture
def page(browser: Person, site: SocialSite) -> Iterator[Page]:
    """The site's discussion page in a new tab, with the extension at work."""
    opened = browser.open(site.url("page"))
    opened.wait_for_function(AT_WORK)
    yield opened
    opened.close()


@pytest.fixture
def chip(page: Page) -> Chip:
    """The chip beside a flagged draft."""
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    return chip
