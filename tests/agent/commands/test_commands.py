"""The command line as a person or a script meets it: help, sentences, exit codes."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from agent import commands
from agent.__main__ import cli
from agent.store import Log
from nlp.registry import modules_in
from tests.agent.command_line import Run
from tests.agent_process import ROOT

MODULES = list(modules_in(commands))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_command_is_named_after_its_file_and_says_what_it_does(module: object) -> None:
    command = module.command
    name = module.__name__.rpartition(".")[2]
    assert isinstance(command, click.Command), f"{name} needs a click `command`."
    assert command.name == name
    assert (command.help or "").partition("\n")[0].strip().endswith((".", ",")), f"{name} needs a docstring."
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert (parameter.help or "").endswith("."), f"{name} {parameter.opts[0]} needs a help sentence."


def test_the_help_lists_every_command(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for module in MODULES:
        assert f"\n  {module.command.name} " in done.stdout
    assert set(cli.commands) == {module.command.name for module in MODULES}


def test_no_command_shows_the_help(run: Run) -> None:
    done = run()
    assert "Commands:" in done.stdout
    assert done.code == 0


@pytest.mark.parametrize(("draft", "code"), [(b"Great post!", 1), (b"Which store do you use for it?", 0)])
def test_it_runs_as_a_program(draft: bytes, code: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "agent", "check", "--data-dir", str(tmp_path / "none")]
    done = subprocess.run(command, input=draft, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == code
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serv"], "No such command 'serv'"),
        (["serve", "--port", "many"], "'many' is not a valid integer"),
        (["serve", "--port", "70000"], "70000 is not in the range"),
        (["serve", "--host", "0.0.0.0"], "never listens at 0.0.0.0"),  # noqa: S104 (refused)
        (["serve", "--host", "192.168.1.5"], "never listens at 192.168.1.5"),
        (["serve", "--host", "::"], "never listens at ::"),
        (["serve", "--host", "evil.example"], "evil.example is not an address"),
        (["check", "/nowhere/draft.txt"], "No such file or directory"),
        (["check", "Great post!"], "To check a draft without a file, pipe it"),
        (["history", "--verdict", "good"], "'good' is not one of"),
        (["history", "--unknown"], "No such option '--unknown'"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_exit_code_2(
    run: Run, arguments: list[str], said: str, tmp_path: Path
) -> None:
    if arguments[0] in ("serve", "history"):
        arguments = [*arguments, "--data-dir", str(tmp_path)]
    done = run(*arguments)
    assert done.code == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_an_unexpected_error_names_its_place_and_none_of_its_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail() -> None:
        raise RuntimeError("zanzibar draft")

    monkeypatch.setattr("nlp.load", fail)
    done = run("check", "--data-dir", str(tmp_path), typed=b"zanzibar draft")
    assert done.code == 2
    assert "RuntimeError" in done.stderr
    assert "doctor" in done.stderr
    assert "zanzibar" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Only Linux has a file that is always full.")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--help > /dev/full", "The output can't be written (No space left on device)"),
        ("export > /dev/full", "The output can't be written (No space left on device)"),
        ("export >&-", "There is no standard output to write to: name a FILE."),
        ("check <&-", "There is no standard input to read a draft from: name a FILE."),
    ],
)
def test_what_the_shell_gives_no_place_for_is_one_sentence(line: str, said: str, tmp_path: Path) -> None:
    Log(tmp_path).close()
    command = line if "help" in line else line.replace(" ", f' --data-dir "{tmp_path}" ', 1)
    shell = ["/bin/sh", "-c", f'"{sys.executable}" -m agent {command}']
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
