"""Each format says what is in the log, also to programs; none of them runs what others wrote."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from agent.exporters import exporters
from agent.schemas.posts import NewPost
from agent.services import Services
from agent.trouble import Trouble
from tests.agent.calls import Caller, new_id, new_post
from tests.agent.importers.exports import found
from tests.agent.whole_logs import fill

NASTY = "=HYPERLINK(1)<script>alert(1)</script>"


def written(services: Services, name: str) -> bytes:
    return b"".join(services.exports.write(services.exports.format(name)))


def table(services: Services) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(services, "csv").decode("utf-8-sig"))))


@pytest.fixture
def with_nasty_words(services: Services) -> Services:
    """A log in which others, and the person, wrote what a program could run."""
    context = {"site": "isso", "parent_text": NASTY, "parent_author": NASTY, "thread_title": NASTY}
    post = new_post(text="+1, <b>right</b>", context=context, permalink="https://blog.example/?a='\"><x>")
    services.posts.put(new_id(), NewPost.model_validate(post))
    return services


def test_the_schema_of_an_export_names_every_field_of_every_line(services: Services) -> None:
    fill(services)
    first, *lines = map(json.loads, written(services, "jsonl").splitlines())
    assert (first["type"], first["format"]) == ("schema", "pitch-in-log")
    known = first["schema"]["$defs"]
    assert first["schema"]["anyOf"]
    for line in lines:
        assert set(line) <= set(known[line["type"]]["properties"])
        for name, rows in line.items():
            if isinstance(rows, list):
                assert all(set(row) <= set(known[name]["properties"]) for row in rows)


def test_a_table_has_a_row_for_each_post_with_its_latest_counts(services: Services) -> None:
    fill(services)
    rows = table(services)
    assert [row["text"] for row in rows][1] == "Great post! 🦘 number 1"
    assert {(row["likes"], row["replies"], row["views"]) for row in rows} == {("1200", "0", "")}
    assert rows[1]["flags"] == "praise"


def test_a_table_runs_no_formula_of_somebody_else(with_nasty_words: Services) -> None:
    (row,) = table(with_nasty_words)
    assert {row[name] for name in ("parent_text", "parent_author", "thread_title")} == {f"'{NASTY}"}
    assert row["text"] == "+1, <b>right</b>"


def pages(services: Services) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(written(services, "html"))) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_an_archive_has_a_page_for_each_year_and_needs_no_network(services: Services) -> None:
    fill(services)
    services.posts.put(new_id(), NewPost.model_validate(new_post(posted_at="2024-02-29T00:00:00Z")))
    found = pages(services)
    assert set(found) == {"style.css", "index.html", "2024.html", "2026.html"}
    assert '<a href="2026.html">2026</a>: 3 posts' in found["index.html"]
    assert found["2026.html"].count("<article") == 3
    assert "1,200 likes" in found["2026.html"]
    loaded = re.findall(r"""(?:src|<link[^>]*href)="?([^" >]*)""", "".join(found.values()))
    assert set(loaded) == {"style.css"}


def test_an_archive_shows_words_and_runs_none(with_nasty_words: Services) -> None:
    page = pages(with_nasty_words)["2026.html"]
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page
    assert "default-src &#39;none&#39;" in page


@pytest.mark.parametrize("name", ["csv", "html"])
def test_an_export_to_look_at_says_that_it_is_not_the_one_to_import(
    name: str, services: Services, tmp_path: Path
) -> None:
    fill(services)
    path = tmp_path / f"log.{services.exports.format(name).ending}"
    path.write_bytes(written(services, name))
    with pytest.raises(Trouble, match="export it as JSON Lines, and import that"):
        found(path)


def test_the_viewer_gets_each_format_as_a_file(page: Caller, services: Services) -> None:
    fill(services)
    for name, exporter in exporters().items():
        answer = page("GET", f"/v1/export?format={name}")
        assert (answer.status_code, answer.mimetype) == (200, exporter.media_type.partition(";")[0])
        assert f".{exporter.ending}" in answer.headers["Content-Disposition"]
        assert len(answer.data) > 100
    assert page("GET", "/v1/export?format=pdf").status_code == 422


def test_a_paired_browser_does_not_get_the_whole_log(browser: Caller) -> None:
    assert browser("GET", "/v1/export").status_code == 403
