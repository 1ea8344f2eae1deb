"""Turn typed citations and a typed list into managed ones."""

from __future__ import annotations

import json

import click

from loccit.essays import open_essay
from loccit.recognize import recognize
from loccit.recognize.as_json import as_json
from loccit.workspace.essay_library import essay_settings, open_essay_library
from loccit.workspace.settings import Settings


@click.command()
@click.argument("essay")
@click.option("--to", type=click.Choice(["json"]), default="json")
def command(essay: str, to: str) -> None:
    """Turn typed citations and a typed list into managed ones."""
    opened = open_essay(essay)
    settings = Settings().over(essay_settings(opened))
    library = open_essay_library(opened, settings, needed=False)
    recognized = recognize(opened, library)
    click.echo(json.dumps(as_json(recognized), ensure_ascii=False, indent=1))
