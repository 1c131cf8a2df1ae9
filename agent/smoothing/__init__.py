"""A language model on this machine may smooth a suggestion's wording; off unless its address is given."""
