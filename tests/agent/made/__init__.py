"""Logs made up for tests and measuring: a person's years of posts, with what came back, from a seed."""
