"""What people call daily, read without click, whose import takes 25 of 130 ms.

Only arguments that mean one thing are read here.  With any other, and with those that
`loccit format` refuses, nothing is done, and click reads them from the start and says
what is wrong.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from loccit._startup.version import __version__
from loccit.cli.failures import replace_what_cannot_be_written, reported_failures
from loccit.cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Callable

#: The options of `format` that are read here: those with a value, and flags.
_PATHS = {"-o": "output", "--output": "output"}
_MORE_PATHS = ("-b", "--bibliography")
_WORDS = {"-s": "style", "--style": "style", "--locale": "locale"}
_FLAGS = {
    "-i": "in_place",
    "--in-place": "in_place",
    "-n": "dry_run",
    "--dry-run": "dry_run",
    "--allow-missing": "allow_missing",
}


class FormatParameters(TypedDict, total=False):
    """Parameters of `loccit format`, as click names them."""

    essays: tuple[Path, ...]
    output: Path
    bibliography: tuple[Path, ...]
    style: str
    locale: str
    in_place: bool
    dry_run: bool
    allow_missing: bool


class _Unusual(Exception):
    """Arguments that only click reads."""


def run_plain_call(arguments: Sequence[str]) -> None:
    """Run a call that is read here, and exit; return if it is not."""
    # There, click looks for the variable of its completion, and expands patterns.
    if "_LOCCIT_COMPLETE" in os.environ or os.name == "nt":
        return
    call = _call(arguments)
    if call is None:
        return
    try:
        with reported_failures(sys.exit):
            replace_what_cannot_be_written()
            sys.exit(call())
    except WrongUsage:
        return
    except OSError as error:
        if error.errno != errno.EPIPE:
            raise
        # Where the reader has gone, nobody would read what is left to write.
        os._exit(1)


def _call(arguments: Sequence[str]) -> Callable[[], int] | None:
    if list(arguments) in (["--version"], ["-V"]):
        return _print_version
    if arguments[:1] != ["format"]:
        return None
    parameters = format_parameters(arguments[1:])
    if parameters is None:
        return None

    def format_them() -> int:
        from loccit.cli.formatting.call import format_essays  # the version needs none

        return format_essays(**parameters)

    return format_them


def _print_version() -> int:
    sys.stdout.write(f"loccit {__version__}\n")
    sys.stdout.flush()
    return 0


def format_parameters(arguments: Sequence[str]) -> FormatParameters | None:
    """Return the parameters of `loccit format`, or None if they are click's to read."""
    found: FormatParameters = {"essays": (), "bibliography": ()}
    rest = iter(arguments)
    try:
        for argument in rest:
            _add(found, argument, rest)
        return found if found["essays"] else None
    except _Unusual:
        return None


def _add(found: FormatParameters, argument: str, rest: Iterator[str]) -> None:
    """Add an argument, with its value if it has one.

    Raises:
        _Unusual: it is none of those that are read here.
    """
    if argument in _FLAGS:
        found[_FLAGS[argument]] = True  # type: ignore[literal-required]
    elif argument in _WORDS:
        found[_WORDS[argument]] = _word(next(rest, ""))  # type: ignore[literal-required]
    elif argument in _PATHS:
        found[_PATHS[argument]] = _path(next(rest, ""))  # type: ignore[literal-required]
    elif argument in _MORE_PATHS:
        found["bibliography"] += (_path(next(rest, "")),)
    else:
        found["essays"] += (_file(argument),)


def _word(argument: str) -> str:
    if not argument or argument.startswith("-"):
        raise _Unusual
    return argument


def _path(argument: str) -> Path:
    """Return a path, of which click would not say that it can't be read."""
    word = _word(argument)
    if os.path.exists(word) and not os.access(word, os.R_OK):  # noqa: PTH110
        raise _Unusual
    return Path(word)


def _file(argument: str) -> Path:
    """Return the path of an essay; a folder is searched, which may report problems."""
    path = _path(argument)
    if os.path.isdir(path):  # noqa: PTH112 - Path refuses some names
        raise _Unusual
    return path
