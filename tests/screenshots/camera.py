"""Takes a picture of a page, once everything on it stands still."""

from pathlib import Path

from playwright.sync_api import Page

# Each run writes here, which git ignores; `make screenshots` copies them to where they are kept.
NEW = Path(__file__).parents[1] / ".work" / "screenshots"
KEPT = Path(__file__).parent
NAMES = ("viewer-light", "viewer-dark", "viewer-phone", "chip", "panel", "pairing")


def take(page: Page, name: str) -> Path:
    """Picture of what the window shows."""
    assert name in NAMES, f"Add {name} to NAMES in tests/screenshots/camera.py."
    NEW.mkdir(parents=True, exist_ok=True)
    picture = NEW / f"{name}.png"
    page.evaluate("document.fonts.ready")
    page.screenshot(path=picture, animations="disabled", caret="hide")
    return picture
