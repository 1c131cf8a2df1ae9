"""The extension as a person sees it: the chip and the panel under an article, and the pairing."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser, copy_of_extension, persons_browser
from tests.extension.reach import Chip
from tests.screenshots.camera import SHARPNESS, resize, shoot, take
from tests.servers.isso import isso
from tests.servers.site import Site


@contextmanager
def new_person(playwright: Playwright, chromium: Path, folder: Path) -> Iterator[PersonsBrowser]:
    """A new profile with the extension, not paired yet."""
    with persons_browser(playwright, chromium, folder / "profile", copy_of_extension(folder)) as running:
        yield running


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An article on which nobody comments."""
    with isso(tmp_path_factory.mktemp("isso")) as site:
        yield site


@pytest.fixture(scope="module")
def reader(
    playwright: Playwright,
    chromium_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    agent: RunningAgent,
    blog: Site,
) -> Iterator[PersonsBrowser]:
    """A paired browser, switched on for the blog."""
    with new_person(playwright, chromium_path, tmp_path_factory.mktemp("reader")) as running:
        running.use_agent(agent.address, agent.pair(running.extension))
        running.switch_on(blog.url.rpartition("/")[0])
        yield running


@pytest.fixture
def article(reader: PersonsBrowser, blog: Site) -> Iterator[Page]:
    """The article with a short comment in its box."""
    page = reader.open(blog.url)
    resize(page, 960, 1120)
    box = page.locator(".isso-postbox textarea.isso-textarea")
    box.click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    yield page
    page.close()


def test_the_chip_says_it_in_three_words(article: Page) -> None:
    resize(article, 960, 620)
    take(article, "chip")


def test_the_panel_says_why_and_how(article: Page) -> None:
    panel = Chip(article).open_panel()
    assert panel.suggestions(), "The panel shows no suggestion."
    take(article, "panel")


def test_a_suggestion_is_filled_in_where_it_stands(article: Page) -> None:
    panel = Chip(article).open_panel()
    panel.tab_to("Blank to fill in")
    article.keyboard.type("the digest by mail")
    article.keyboard.press("Tab")
    assert panel.focused().startswith("Blank to fill in"), "The first suggestion has one blank alone."
    take(article, "panel-filling")


def test_the_same_code_stands_in_the_extension_and_in_the_viewer(
    playwright: Playwright, chromium_path: Path, tmp_path: Path, agent: RunningAgent, chromium: Browser
) -> None:
    with new_person(playwright, chromium_path, tmp_path) as person:
        person.set_address(agent.address)
        options = person.options()
        resize(options, 620, 700)
        options.get_by_role("button", name="Pair this browser").click()
        code = options.locator(".code").inner_text()
        asking = shoot(options)
        viewer = person.open(agent.new_link())
        resize(viewer, 820, 700)
        viewer.goto(f"{agent.address}/browsers")
        expect(viewer.get_by_text(code)).to_be_visible()
        answering = shoot(viewer)
    both = chromium.new_page()
    resize(both, 1500, 740)
    both.set_content(side_by_side(asking, answering))
    take(both, "pairing")
    both.close()


def side_by_side(*pictures: bytes) -> str:
    """A page that shows these pictures."""
    shown = (b64encode(picture).decode() for picture in pictures)
    pictures = "".join(f'<img src="data:image/png;base64,{picture}">' for picture in shown)
    style = (
        "body { margin: 20px; display: flex; gap: 20px; background: #d9d6cf }"
        f"img {{ zoom: {1 / SHARPNESS}; border-radius: 10px; box-shadow: 0 1px 12px rgb(0 0 0 / 20%) }}"
    )
    return f"<style>{style}</style>{pictures}"
