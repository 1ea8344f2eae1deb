"""Write, cite and check in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from threading import Thread

import click

from loccit.errors import LoccitError


@click.command("desk")
@click.argument(
    "folder",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="The port to listen at; 0 for any. [default: 8417, or any if it is in use]",
)
@click.option(
    "--no-browser", is_flag=True, help="Only print the address; open no browser."
)
@click.option(
    "--lang",
    type=click.Choice(["en", "de"]),
    help="The language of the page. [default: the browser's]",
)
def command(folder: Path, port: int | None, no_browser: bool, lang: str | None) -> None:
    """Open the desk of FOLDER, the current one by default, in the browser.

    Essays can be written, cited in, checked and exported there, and the library kept.
    Only this computer reaches the desk, and only with the address that is printed.
    Ctrl-C ends it.

    \b
    loccit desk
    loccit desk ~/thesis --no-browser
    """
    try:
        from loccit.servers.desk.serve import DeskServer
    except ModuleNotFoundError as error:
        raise LoccitError(
            f"The desk needs {error.name}, which is not installed.",
            advice='Install it: pip install "loccit[desk]".',
        ) from error

    server = DeskServer(folder, port, lang)

    def ready() -> None:
        click.echo(f"The desk is at {server.address}\nPress Ctrl-C to end it.")
        if not no_browser:
            # Some browsers are programs of the terminal, which return when they end.
            Thread(target=webbrowser.open, args=[server.address], daemon=True).start()

    try:
        server.run(ready)
    finally:
        for name, kept in server.keep_unsaved():
            click.echo(f"{name} was not saved; what was typed is in {kept}", err=True)
