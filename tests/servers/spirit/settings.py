"""Spirit's own settings for developers, with all data in the folder that PITCH_IN_FORUM names."""

import os
from pathlib import Path

from spirit.extra.project_template.project_name.settings.dev import *  # noqa: F403 - that is how Django's settings build on each other

FOLDER = Path(os.environ["PITCH_IN_FORUM"])
ROOT_URLCONF = "urls"
WSGI_APPLICATION = None
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "forum.sqlite3"}}
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
MEDIA_ROOT = FOLDER / "media"
LOGGING = {"version": 1}
# A test writes as fast as it can.
ST_RATELIMIT_ENABLE = False
