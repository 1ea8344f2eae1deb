"""The command line: one command a file in `commands/`, each found by being there."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from pkgutil import get_data

import click

from loccit._startup.plugins import names_in
from loccit._startup.version import __version__
from loccit.cli import commands
from loccit.cli.terminal import report_failure
from loccit.errors import LoccitError
from loccit.model import Place

#: The shell's convention for a command stopped with Ctrl-C: 128 plus the signal's number.
INTERRUPTED = 130


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
        _replace_what_cannot_be_written()
        if not _wants_colour():
            ctx.color = False
        with _reported_failures(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with _reported_failures(ctx):
            return super().invoke(ctx)


def _module_names() -> dict[str, str]:
    """The commands by name, and the modules that they are in."""
    return {module.rstrip("_"): module for module in names_in(commands.__name__)}


def _one_line_help(name: str) -> str:
    """The first line of a command's module, which is its docstring."""
    source = get_data(commands.__name__, f"{_module_names()[name]}.py") or b""
    return source.partition(b"\n")[0].decode().strip().strip('"')


@contextmanager
def _reported_failures(ctx: click.Context) -> Iterator[None]:
    """Report what stops the work in words, and exit with its code."""
    try:
        yield
    except LoccitError as error:
        report_failure(error)
        ctx.exit(error.exit_code)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # click ends quietly where the reader has gone
        place = Place(str(error.filename)) if error.filename else None
        report_failure(LoccitError(f"{error.strerror or error}.", place=place))
        ctx.exit(LoccitError.exit_code)
    except KeyboardInterrupt:
        click.echo("\nloccit: stopped; no file was left half-written.", err=True)
        ctx.exit(INTERRUPTED)


def _wants_colour() -> bool:
    """Return whether nothing in the environment speaks against colour (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _replace_what_cannot_be_written() -> None:
    """Write a question mark for a character that standard output cannot encode, as on
    Windows when output goes to a file.
    """
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="loccit %(version)s")
def main() -> None:
    """Cite by key while you draft, hand in APA.

    Exit status: 0 success, 1 findings, 2 wrong usage or a file that can't be read.
    """
