"""Serve an editor: completion, problems and more as you write."""

from __future__ import annotations

import click

from loccit.errors import LoccitError


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output.")
def command(stdio: bool) -> None:
    """Serve an editor over standard input and output, in the Language Server Protocol.

    Editors start this by themselves. `--stdio` changes nothing; some editors give it to
    every server.
    """
    try:
        from loccit.servers.lsp.serve import serve  # an extra, and slow to import
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise LoccitError(
            "The editor server needs pygls, which is not installed.",
            advice='Install it: pip install "loccit[lsp]".',
        ) from error
    raise click.exceptions.Exit(serve())
