"""`python -m agent export`."""

import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

import click

import agent
from agent.commands import _options
from agent.schemas.posts import Post
from agent.services import Services
from agent.trouble import Trouble

FORMAT = "pitch-in-log"


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
@_options.data_dir
def command(file: Path, data_dir: Path) -> None:
    """Write the whole log as JSON Lines to FILE, or to standard output.

    The first line describes the others: its `schema` is the JSON Schema of a post. Every other line is a
    post, newest first. FILE must not exist yet.
    """
    with _options.existing_log(data_dir) as services:
        if str(file) == "-":
            _write(services, sys.stdout.buffer)
            return
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise Trouble(f"{file} exists already: choose another name.") from None
        except OSError as error:
            raise Trouble(f"{file} can't be written ({error.strerror}).") from None
        with os.fdopen(descriptor, "wb") as output:
            count = _write(services, output)
        click.echo(f"{count} post{'' if count == 1 else 's'} written to {file}.", err=True)


def _write(services: Services, output: BinaryIO) -> int:
    first = {
        "type": "schema",
        "format": FORMAT,
        "version": agent.__version__,
        "schema": Post.model_json_schema(mode="serialization"),
    }
    output.write(json.dumps(first).encode() + b"\n")
    count = 0
    for post in services.posts.every():
        output.write(json.dumps({"type": "post", **post.model_dump(mode="json")}).encode() + b"\n")
        count += 1
    output.flush()
    return count
