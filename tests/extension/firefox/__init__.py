"""A real Firefox, driven over Marionette, its own remote protocol: the same words as for Chromium."""

from tests.extension.firefox.person import FirefoxPerson, firefox_person

__all__ = ["FirefoxPerson", "firefox_person"]
