"""Real community software, started for a test on loopback with its own data and stopped after it."""
