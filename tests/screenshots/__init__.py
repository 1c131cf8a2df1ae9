"""The pictures of the README, made of the real thing by tests. `make screenshots` puts new ones here."""
