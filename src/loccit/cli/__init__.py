"""The command line: one command a file in `commands/`, each found by being there."""

from __future__ import annotations

import errno
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules

import click

from loccit._startup.version import __version__
from loccit.cli import commands
from loccit.cli.terminal import report_failure
from loccit.errors import LoccitError
from loccit.model import Place

#: The shell's own convention for a command that was stopped with Ctrl-C: 128 and the
#: signal's number.
INTERRUPTED = 130

#: How many things are made between two searches for garbage.  A run makes a great many small ones that stay till its
#: end; with Python's own 700 a fifth of the time went into looking through them, with 100,000 a twentieth.
_GARBAGE_AFTER = 1_000_000


class _Commands(click.Group):
    """The group of all commands; a command's module is imported only when it is called
    or listed.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(
            module.name.rstrip("_") for module in iter_modules(commands.__path__)
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        names = {
            module.name.rstrip("_"): module.name
            for module in iter_modules(commands.__path__)
        }
        if cmd_name not in names:
            return None
        command: click.Command = import_module(
            f"{commands.__name__}.{names[cmd_name]}"
        ).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name; of one that there is not, the nearest is told."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            if near := get_close_matches(args[0], self.list_commands(ctx), 1):
                raise click.UsageError(
                    f"{error.message} Did you mean `{near[0]}`?", ctx
                ) from error
            raise

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """What each command does, in a whole sentence: click itself would cut it off."""
        commands = [
            (name, self.get_command(ctx, name)) for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, command.get_short_help_str(200))
                    for name, command in commands
                    if command
                ]
            )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; `--help` and `--version` are written here."""
        _write_what_can_be()
        with _told(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        gc.set_threshold(_GARBAGE_AFTER)
        with _told(ctx):
            return super().invoke(ctx)


@contextmanager
def _told(ctx: click.Context) -> Iterator[None]:
    """What stops the work is said in words, with its exit code."""
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


def _write_what_can_be() -> None:
    """Have a question mark stand for what standard output has no letter for, as where
    Windows writes to a file.
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

    Exit status: 0 all is well, 1 there are findings, 2 the command or a file is at
    fault.
    """
