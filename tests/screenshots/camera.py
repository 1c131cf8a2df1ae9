"""Takes a picture of a page, once everything on it stands still."""

from base64 import b64decode
from pathlib import Path

from playwright.sync_api import Page

# Each run writes here, which git ignores; `make screenshots` copies them to where they are kept.
NEW = Path(__file__).parents[1] / ".work" / "screenshots"
KEPT = Path(__file__).parent
SITES = ("site-x", "site-linkedin", "site-reddit", "site-mastodon", "site-discourse", "site-bluesky")
VIEWER = ("viewer-home", "viewer-draft", "viewer-history", "viewer-insights", "viewer-phone")
NAMES = (*VIEWER, "chip", "panel", "panel-filling", "pairing", *SITES)
SHARPNESS = 1.5


def resize(page: Page, width: int, height: int) -> None:
    """Give the page a window of this size, without motion."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})


def shoot(page: Page) -> bytes:
    """What the window shows, as PNG, as sharp as on a good screen."""
    page.evaluate("document.fonts.ready")
    page.bring_to_front()
    corner = page.evaluate("({x: scrollX, y: scrollY, width: innerWidth, height: innerHeight})")
    devtools = page.context.new_cdp_session(page)
    shot = devtools.send("Page.captureScreenshot", {"format": "png", "clip": {**corner, "scale": SHARPNESS}})
    return b64decode(shot["data"])


def take(page: Page, name: str) -> None:
    """Keep a picture of what the window shows."""
    assert name in NAMES, f"Add {name} to NAMES in tests/screenshots/camera.py."
    NEW.mkdir(parents=True, exist_ok=True)
    (NEW / f"{name}.png").write_bytes(shoot(page))
