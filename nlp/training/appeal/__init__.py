"""Learns how likely a person would post a rewrite, from rewrites that were read one by one."""
