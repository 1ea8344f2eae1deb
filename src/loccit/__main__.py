"""The command `loccit`, which is `python -m loccit` too."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command; Ctrl-C before it is there ends the program as any other, without
    a traceback.
    """
    handler = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from loccit.cli import main as command

    signal.signal(signal.SIGINT, handler)
    command(prog_name="loccit")


if __name__ == "__main__":
    main()
