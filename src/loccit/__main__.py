"""The command `loccit`, which is `python -m loccit` too."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from loccit._startup.kept import use_kept
from loccit._startup.kept_code import kept_code
from loccit._startup.leave import leave
from loccit._startup.regex_programs import programs
from loccit._startup.renamed_code import functions

#: Objects allocated between two runs of the garbage collector.  A run makes very many
#: small objects that live until its end: with Python's own 700, a fifth of the time
#: went into looking through them; with 100,000, a twentieth.
_GARBAGE_AFTER = 1_000_000


def main() -> None:
    """Run the command; Ctrl-C before it is there ends the program as any other, without
    a traceback.
    """
    gc.set_threshold(_GARBAGE_AFTER)
    use_kept()
    # With the modules of all commands, one file would be too large.
    if sys.argv[1:2] == ["format"]:
        kept_code.use("code")
    elif sys.argv[1:2] == ["lsp"]:
        kept_code.use("lsp")
    elif "_LOCCIT_COMPLETE" in os.environ:
        kept_code.use("completion")
    try:
        _run()
    except SystemExit as stop:
        with _quiet_interrupt():
            programs.keep_new()
            functions.keep_new()
            kept_code.keep_new()
        leave(stop.code)
        raise


def _run() -> None:
    with _quiet_interrupt():
        from loccit.cli.plain_call import run_plain_call
    run_plain_call(sys.argv[1:])
    with _quiet_interrupt():
        from loccit.cli import main as command
    command(prog_name="loccit")


@contextmanager
def _quiet_interrupt() -> Iterator[None]:
    handler = signal.signal(signal.SIGINT, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, handler)


if __name__ == "__main__":
    main()
