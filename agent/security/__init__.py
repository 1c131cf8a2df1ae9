"""Who gets in. Each guard stands in its own file, with the attack that it stops."""
