"""Keys, secrets and tokens: 256 random bits, given out once and kept as their SHA-256.

A slow password hash would add nothing: it protects words that people choose, and nobody guesses 256 bits.
Whoever reads the log file finds no key in it. Lookups go by the hash, so their timing tells nothing about the
key; `same` compares in constant time all the same where a hash was found by other means.
"""

import hashlib
import hmac
import secrets


def new_key() -> str:
    """256 random bits, safe in headers and addresses."""
    return secrets.token_urlsafe(32)


def hash_of(key: str) -> str:
    """What is stored of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def same(key: str, stored_hash: str) -> bool:
    """Whether `key` is the one that `stored_hash` was made of."""
    return hmac.compare_digest(hash_of(key), stored_hash)
