"""Explain a rule of `loccit check`."""

from __future__ import annotations

import click

from loccit.cli.complete import complete_rule
from loccit.cli.terminal.rule_names import known_rules


@click.command("explain")
@click.argument(
    "names", nargs=-1, required=True, metavar="RULE...", shell_complete=complete_rule
)
def command(names: tuple[str, ...]) -> None:
    """Explain a RULE: what it reports, why that is bad, and what to write instead.

    \b
    loccit explain malformed-doi
    """
    pages = [
        f"{rule.name} ({rule.severity})\n\n{rule.page}" for rule in known_rules(names)
    ]
    click.echo("\n\n".join(pages))
