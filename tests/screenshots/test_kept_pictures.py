"""The pictures that the project shows are the ones that its tests take."""

from tests.screenshots.camera import KEPT, NAMES


def test_every_picture_is_kept_and_no_other() -> None:
    kept = {picture.stem for picture in KEPT.glob("*.png")}
    assert kept == set(NAMES), "Run `make screenshots`, look at the pictures, and commit them."
