"""Explain a rule of `loccit check`."""

from __future__ import annotations

import click

from loccit.cli.complete import complete_rule


@click.command("explain")
@click.argument(
    "names", nargs=-1, required=True, metavar="RULE...", shell_complete=complete_rule
)
def command(names: tuple[str, ...]) -> None:
    """Explain a fault: what it is, why it matters, an example, and what to write
    instead.

    \b
    loccit explain malformed-doi
    """
    from loccit.cli.terminal.rule_names import known_rules

    click.echo(
        "\n\n".join(
            f"{rule.name} ({rule.severity})\n\n{rule.page}"
            for rule in known_rules(names)
        )
    )
