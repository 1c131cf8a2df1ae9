"""What a person set that differs from what is usual, in the log: JSON by the setting's name."""

from sqlite_utils import Database


def find(db: Database, name: str) -> str | None:
    """The JSON that is stored for a setting."""
    row = db.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchone()
    return row[0] if row else None


def keep(db: Database, name: str, value: str) -> None:
    """Store JSON for a setting."""
    db.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])


def forget(db: Database, name: str) -> None:
    """Store nothing for a setting."""
    db.execute("DELETE FROM settings WHERE name = ?", [name])
