"""Serve an editor: completion, problems and more as you write."""

from __future__ import annotations

import click

from loccit._startup.attrs_code import methods, use_kept_methods
from loccit.errors import LoccitError

#: The packages of the extra.
_PACKAGES = ("attr", "cattrs", "lsprotocol", "pygls")


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output.")
def command(stdio: bool) -> None:
    """Serve an editor over standard input and output, in the Language Server Protocol.

    Editors start this by themselves. `--stdio` changes nothing; some editors give it to
    every server.
    """
    try:
        use_kept_methods()
        from loccit.servers.lsp.serve import serve  # an extra, and slow to import
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in _PACKAGES:
            raise
        raise LoccitError(
            "The editor server needs pygls, which is not installed.",
            advice='Install it: pip install "loccit[lsp]".',
        ) from error
    methods.keep_new()
    raise click.exceptions.Exit(serve())
