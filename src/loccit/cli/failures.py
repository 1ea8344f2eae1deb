"""What every call of the command does about output and failures, however it was read."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from loccit.cli.terminal import report_failure
from loccit.cli.terminal.echo import echo_error
from loccit.errors import LoccitError
from loccit.model import Place

#: The shell's convention for a command stopped with Ctrl-C: 128 plus the signal's number.
INTERRUPTED = 130


@contextmanager
def reported_failures(leave: Callable[[int], object]) -> Iterator[None]:
    """Report what stops the work in words, and leave with its exit code."""
    try:
        yield
    except LoccitError as error:
        report_failure(error)
        leave(error.exit_code)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # who calls this ends quietly where the reader has gone
        place = Place(str(error.filename)) if error.filename else None
        report_failure(LoccitError(f"{error.strerror or error}.", place=place))
        leave(LoccitError.exit_code)
    except KeyboardInterrupt:
        echo_error("\nloccit: stopped; no file was left half-written.")
        leave(INTERRUPTED)


def replace_what_cannot_be_written() -> None:
    """Write a question mark for a character that standard output cannot encode, as on
    Windows when output goes to a file.
    """
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")
