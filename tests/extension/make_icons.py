"""Draws icons/icon.svg in the sizes that the browsers ask for. Run `python -m tests.extension.make_icons`."""

from playwright.sync_api import sync_playwright

from tests.extension.make_index import EXTENSION
from tests.setup import browser

SIZES = (16, 32, 48, 128)


def draw() -> None:
    """Write icon-16.png and the others beside the drawing."""
    folder = EXTENSION / "icons"
    drawing = (folder / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        for size in SIZES:
            page = chromium.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:100vw}}</style>{drawing}")
            page.screenshot(path=folder / f"icon-{size}.png", omit_background=True)
        chromium.close()


if __name__ == "__main__":
    draw()
