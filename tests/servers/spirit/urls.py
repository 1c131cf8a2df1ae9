"""Spirit at the root of its host, as its own project template has it."""

import spirit.urls
from django.urls import include, path

urlpatterns = [path("", include(spirit.urls))]
