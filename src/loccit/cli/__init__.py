"""The command line: one command a file in `commands/`, each found by being there."""

from __future__ import annotations

import errno
import gc
from importlib import import_module
from pkgutil import iter_modules

import click

from loccit import __version__
from loccit.cli import commands
from loccit.cli.terminal import report_failure
from loccit.errors import LoccitError

#: The shell's own convention for a command that was stopped with Ctrl-C: 128 and the signal's number.
INTERRUPTED = 130

#: How many things are made between two searches for garbage.  A run makes a great many small ones that stay till its
#: end; with Python's own 700 a fifth of the time went into looking through them, with 100,000 a twentieth.
_GARBAGE_AFTER = 1_000_000


class _Commands(click.Group):
    """The group of all commands; a command's module is imported only when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name.rstrip("_") for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        names = {module.name.rstrip("_"): module.name for module in iter_modules(commands.__path__)}
        if cmd_name not in names:
            return None
        command: click.Command = import_module(f"{commands.__name__}.{names[cmd_name]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each command does, in a whole sentence: click itself would cut it off."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str(200)) for name, command in commands if command])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what stops the work is said in words, with its exit code."""
        gc.set_threshold(_GARBAGE_AFTER)
        try:
            return super().invoke(ctx)
        except LoccitError as error:
            report_failure(error)
            ctx.exit(error.exit_code)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends quietly where the reader has gone
            report_failure(LoccitError(f"{error.strerror or error}."))
            ctx.exit(LoccitError.exit_code)
        except KeyboardInterrupt:
            click.echo("\nloccit: stopped; no file was left half-written.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="loccit %(version)s")
def main() -> None:
    """Cite by key while you draft, hand in APA.

    Exit status: 0 all is well, 1 there are findings, 2 the command or a file is at fault.
    """
