"""Serve an assistant, so that it cites what exists."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.errors import LoccitError


@click.command("mcp")
@click.argument(
    "folder",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--allow-writes",
    is_flag=True,
    help="Let it add sources, adopt typed citations, and write formatted essays to new files.",
)
@click.option("--offline", is_flag=True, help="Let it ask nothing on the network.")
def command(folder: Path, allow_writes: bool, offline: bool) -> None:
    """Serve an assistant over standard input and output, in the Model Context Protocol:
    it may search, cite, check, verify and format in FOLDER, the current one by default.

    Assistants start this by themselves.  It reads nothing outside FOLDER except the
    library that the settings name, and writes only with --allow-writes.
    """
    try:
        # An extra, and slow to import.
        from loccit.servers.mcp.open_folder import OpenFolder
        from loccit.servers.mcp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("mcp", "pydantic"):
            raise
        raise LoccitError(
            "The server of assistants needs mcp, which is not installed.",
            advice='Install it: pip install "loccit[mcp]".',
        ) from error
    serve(OpenFolder(folder, allows_writes=allow_writes, is_offline=offline))
