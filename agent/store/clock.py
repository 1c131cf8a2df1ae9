"""Now, as the log writes it, and when a day of this machine begins."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def midnight(day: date) -> datetime:
    """The moment in UTC at which a day begins where this machine is."""
    return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC)
