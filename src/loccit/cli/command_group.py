"""The group of all commands, each found by being there."""

from __future__ import annotations

import os
from importlib import import_module
from pkgutil import get_data

import click

from loccit._startup.plugins import names_in
from loccit._startup.version import __version__
from loccit.cli import commands
from loccit.cli.failures import replace_what_cannot_be_written, reported_failures
from loccit.cli.terminal.echo import wants_colour


class _Commands(click.Group):
    """The group of all commands; a command's module is imported only when it is called.

    A module's name is its command's, with `_` after it where Python has the word for
    itself (`import_`).
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_module_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _module_names().get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(f"{commands.__name__}.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the named command; suggest the nearest where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # only a mistyped command needs it

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            if os.path.isfile(args[0]):  # noqa: PTH113 - a Path refuses some names
                near = [f"loccit format {args[0]}"]
            if not near:
                raise
            message = f"{error.message} Did you mean `{near[0]}`?"
            raise click.UsageError(message, ctx) from error

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands with their one-line helps, and import none of them."""
        helps = [(name, _one_line_help(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(helps)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; `--help` and `--version` are written here."""
        replace_what_cannot_be_written()
        if not wants_colour():
            ctx.color = False
        with reported_failures(ctx.exit):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with reported_failures(ctx.exit):
            return super().invoke(ctx)


def _module_names() -> dict[str, str]:
    """The commands by name, and the modules that they are in."""
    return {module.rstrip("_"): module for module in names_in(commands.__name__)}


def _one_line_help(name: str) -> str:
    """The first line of a command's module, which is its docstring."""
    source = get_data(commands.__name__, f"{_module_names()[name]}.py") or b""
    return source.partition(b"\n")[0].decode().strip().strip('"')


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="loccit %(version)s")
def main() -> None:
    """Cite by key while you draft, hand in APA.

    Exit status: 0 success, 1 findings, 2 wrong usage or a file that can't be read.
    """
