"""Explain a rule of `loccit check`, or a reason of `loccit adopt`."""

from __future__ import annotations

import click

from loccit.cli.complete import complete_rule_or_reason
from loccit.cli.terminal.rule_names import pages_of


@click.command("explain")
@click.argument(
    "names",
    nargs=-1,
    required=True,
    metavar="RULE...",
    shell_complete=complete_rule_or_reason,
)
def command(names: tuple[str, ...]) -> None:
    """Explain a RULE: what it reports, why that is bad, and what to write instead.

    It explains the reasons, too, that `loccit adopt` gives for what it recognized.

    \b
    loccit explain C05
    loccit explain malformed-doi
    loccit explain misspelt-name
    """
    click.echo("\n\n".join(pages_of(names)))
