"""The site files on the saved pages of tests/pages/."""
