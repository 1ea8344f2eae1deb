#!/usr/bin/env python3
"""Set up a fresh clone and do a job: make a virtual environment in .venv, then

    python3 dev.py format [ARGUMENT...]   format an essay of essays/, or run
                                          `loccit format ARGUMENT...`
    python3 dev.py test [ARGUMENT...]     run the tests, with arguments for pytest

It needs only Python 3.10 or newer.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if sys.platform == "win32" else "bin")
#: What each job installs: only the package, or its development tools too.
JOBS = {"format": ".", "test": ".[dev]"}
ESSAY = "essays/neighbors.txt"


def install(what: str) -> None:
    """Install `what` into .venv, unless it is newer than pyproject.toml."""
    stamp = HOME / f"installed-{'dev' if 'dev' in what else 'plain'}"
    if (
        stamp.exists()
        and stamp.stat().st_mtime > (ROOT / "pyproject.toml").stat().st_mtime
    ):
        return
    print(f"Installing loccit into {HOME.name} (once) ...", file=sys.stderr)
    if not (HOME / "pyvenv.cfg").exists():
        venv.create(HOME, with_pip=True)
    pip = [
        str(BIN / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "--editable", what], cwd=ROOT, check=True)
    stamp.touch()


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 10):
        print("loccit needs Python 3.10 or newer.", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in JOBS:
        print(__doc__, file=sys.stderr)
        return 2
    job, rest = arguments[0], arguments[1:]
    try:
        install(JOBS[job])
    except subprocess.CalledProcessError as error:
        print(f"The set-up failed: {error}", file=sys.stderr)
        print(
            "On Debian and Ubuntu, install venv first: apt install python3-venv",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        return 130
    command: list[str | Path]
    if job == "format":
        command = [BIN / "loccit", "format", *(rest or [ESSAY])]
    else:
        command = [BIN / "python", "-m", "pytest", *rest]
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
