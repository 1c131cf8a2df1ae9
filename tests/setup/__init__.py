"""Gets a machine ready for the tests. Run by make, so the standard library only."""
