"""What is tried on each editor, in each place, in each browser, and the table of it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

JOBS = ("read", "apply", "undo", "type on", "failed apply")
KEPT = Path(__file__).parents[2] / ".work" / "editors"
BROWSERS = {"chromium": "Chromium", "firefox": "Firefox"}
TITLES = {
    "ckeditor5": "CKEditor 5",
    "codemirror": "CodeMirror 6",
    "contenteditable": "plain contenteditable",
    "draft-js": "Draft.js",
    "gutenberg": "Gutenberg paragraph",
    "input": "input",
    "lexical": "Lexical, rich",
    "lexical-plain": "Lexical, plain",
    "prosemirror": "ProseMirror (TipTap)",
    "quill": "Quill",
    "react-textarea": "React textarea",
    "slate": "Slate",
    "textarea": "textarea",
    "tinymce": "TinyMCE",
    "trix": "Trix",
}


@dataclass
class Row:
    """One editor in one browser: for each job, the places where it went right and all that were tried."""

    editor: str
    browser: str
    done: dict[str, list[str]] = field(default_factory=lambda: {job: [] for job in JOBS})
    tried: dict[str, list[str]] = field(default_factory=lambda: {job: [] for job in JOBS})
    told: list[str] = field(default_factory=list)

    def note(self, place: str, job: str, right: bool, told: str) -> None:
        """Keep how it went."""
        self.tried[job].append(place)
        if right:
            self.done[job].append(place)
        else:
            self.told.append(f"{place}, {job}: {told}")

    def keep(self) -> None:
        """Write it where `table` finds it."""
        KEPT.mkdir(parents=True, exist_ok=True)
        (KEPT / f"{self.editor}-{self.browser}.json").write_text(json.dumps(asdict(self)), encoding="utf-8")


def kept_rows() -> list[Row]:
    """The rows of the last run."""
    return [Row(**json.loads(path.read_text(encoding="utf-8"))) for path in sorted(KEPT.glob("*.json"))]


def table(rows: list[Row]) -> str:
    """Editors down, jobs across, Markdown; each cell says in how many of the places it went right."""
    heads = [f"{name}: {job}" for name in BROWSERS.values() for job in JOBS]
    lines = [f"| editor | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for editor in sorted({row.editor for row in rows}, key=lambda name: TITLES[name].lower()):
        mine = {row.browser: row for row in rows if row.editor == editor}
        cells = [_cell(mine.get(browser), job) for browser in BROWSERS for job in JOBS]
        lines.append(f"| {TITLES[editor]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(row: Row | None, job: str) -> str:
    return f"{len(row.done[job])}/{len(row.tried[job])}" if row else ""
