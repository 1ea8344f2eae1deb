"""Print the completion script of a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash:  eval "$(loccit completion bash)"      in ~/.bashrc
    zsh:   eval "$(loccit completion zsh)"       in ~/.zshrc
    fish:  loccit completion fish | source       in ~/.config/fish/config.fish
    """
    complete = get_completion_class(shell)
    assert complete is not None, "click knows the three shells"
    loccit = ctx.find_root().command
    click.echo(complete(loccit, {}, "loccit", "_LOCCIT_COMPLETE").source())
