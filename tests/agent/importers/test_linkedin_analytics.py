"""LinkedIn's workbooks: counts of posts by their number, from tables side by side or of one post alone."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from agent.importers import ImportedCounts, _xlsx, recognise
from agent.importers._packed import open_archive
from agent.trouble import Trouble
from tests.agent.importers.exports import folder, found, problems

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
POST = "https://www.linkedin.com/feed/update/urn:li:activity:7396840000000000001"
OTHER = "https://www.linkedin.com/feed/update/urn:li:activity:7396840000000000002"
Table = list[list[str]]


def workbook(*sheets: Table, shared: bool = False) -> bytes:
    """An Excel file of text cells, written inline or as places in the list of shared texts."""
    texts = [cell for rows in sheets for row in rows for cell in row]
    parts = {"xl/workbook.xml": f'<workbook xmlns="{NS}"/>'}
    if shared:
        parts["xl/sharedStrings.xml"] = (
            f'<sst xmlns="{NS}">' + "".join(f"<si><t>{each}</t></si>" for each in texts) + "</sst>"
        )
    for number, rows in enumerate(sheets, 1):
        lines = ""
        for y, row in enumerate(rows, 1):
            cells = (cell(x, y, text, texts, shared) for x, text in enumerate(row) if text)
            lines += f'<row r="{y}">{"".join(cells)}</row>'
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{NS}"><sheetData>{lines}</sheetData></worksheet>'
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def cell(x: int, y: int, text: str, texts: list[str], shared: bool) -> str:
    place = f"{chr(ord('A') + x)}{y}"
    if shared:
        return f'<c r="{place}" t="s"><v>{texts.index(text)}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


TOP = [
    ["Maximum of 50 posts"],
    [],
    ["Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions"],
    [POST, "11/19/2025", "40", "", POST, "11/19/2025", "1,234"],
    ["", "", "", "", OTHER, "19/11/2025", "7"],
]
DAILY = [["Date", "Impressions", "Engagements"], ["10/3/2025", "120", "7"]]
ONE = [
    ["Post URL", POST],
    ["Impressions", "1,234"],
    ["Members reached", "900"],
    ["Reactions", "12"],
    ["Comments", "< 1%"],
]


SAMPLE = {"AggregateAnalytics_Otter_2025-10-03.xlsx": workbook(DAILY, TOP)}


def only(things: list[object]) -> list[ImportedCounts]:
    return [each for each in things if isinstance(each, ImportedCounts)]


@pytest.mark.parametrize("shared", [False, True])
def test_views_are_found_in_tables_side_by_side_and_sums_of_unlike_things_are_not(
    shared: bool, tmp_path: Path
) -> None:
    first, second = only(found(folder(tmp_path, {"a.xlsx": workbook(DAILY, TOP, shared=shared)})))
    assert (first.source_id, first.permalink) == ("7396840000000000001", POST)
    assert first.posted_at is not None
    assert first.posted_at.date().isoformat() == "2025-11-19"
    assert first.counts.model_dump(exclude_none=True) == {"views": {"value": 1234, "precision": "exact"}}
    assert second.counts.views is not None
    assert second.counts.views.value == 7


def test_a_workbook_alone_and_one_about_a_single_post_are_read(tmp_path: Path) -> None:
    path = tmp_path / "SinglePostAnalytics_Otter_7396840000000000001.xlsx"
    path.write_bytes(workbook(ONE))
    (counted,) = only(found(path))
    assert counted.counts.views is not None
    assert counted.counts.likes is not None
    assert (counted.counts.views.value, counted.counts.likes.value, counted.counts.replies) == (
        1234,
        12,
        None,
    )


def test_a_workbook_about_something_else_is_not_taken_for_one(tmp_path: Path) -> None:
    with (
        open_archive(folder(tmp_path, {"a.xlsx": workbook(DAILY)})) as archive,
        pytest.raises(Trouble),
    ):
        recognise(archive)


def test_a_damaged_workbook_beside_a_good_one_is_a_problem(tmp_path: Path) -> None:
    good = workbook(TOP)
    things = found(folder(tmp_path, {"a.xlsx": good, "b.xlsx": good[: len(good) // 2]}))
    assert len(only(things)) == 2
    assert [each.where for each in problems(things)] == ["b.xlsx"]


def test_a_sheet_larger_than_any_workbook_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = workbook([*TOP, *[["filled up", "", ""]] * 1_000])
    monkeypatch.setattr(_xlsx, "_LARGEST", 20_000)
    assert len(large) < 20_000
    with pytest.raises(Trouble, match="far more than an export holds"):
        found(folder(tmp_path, {"a.xlsx": large}))
