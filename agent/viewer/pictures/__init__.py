"""Pictures, drawn on the server as SVG files: figures and a look in, a file out. They need no style.

Each says what it shows in its `<title>` and `<desc>`, and its figures stand in a table beside it. Nothing is
told by colour alone. Colours come from the style sheets' tokens, so a picture looks like its page.
"""

from agent.viewer.pictures._look import NARROW, SCHEMES, WIDE, WIDTHS, Look
from agent.viewer.pictures.bars import bars
from agent.viewer.pictures.course import course
from agent.viewer.pictures.days_by_verdict import Day, days_by_verdict
from agent.viewer.pictures.intervals import intervals
from agent.viewer.pictures.snapshots import Line, snapshots

__all__ = [
    "NARROW",
    "SCHEMES",
    "WIDE",
    "WIDTHS",
    "Day",
    "Line",
    "Look",
    "bars",
    "course",
    "days_by_verdict",
    "intervals",
    "snapshots",
]
