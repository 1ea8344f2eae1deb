"""Build the page of `loccit desk`, which is TypeScript, with npm.

    python -m compiling.page

It goes into the package, where the desk serves it from. Without npm there is no page, and
everything else works; `loccit desk` then says how to build it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "desk"
#: Where the desk serves the page from.
BUILT = ROOT / "src" / "loccit" / "servers" / "desk" / "static"
#: What the page is built from.
_SOURCES = ("*.html", "*.json", "*.ts", "public/**/*", "src/**/*")
#: npm's note of what it installed, and when.
_INSTALLED = PAGE / "node_modules" / ".package-lock.json"
#: No scripts of packages are run, and where there is no network npm says so at once.
_QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0")
NO_NPM = "npm is not installed, so the page of `loccit desk` is not built."
FAILED = "npm could not build the page of `loccit desk`: `npm {command}` failed."


def build_page() -> str | None:
    """Build the page if it is not newer than its sources.

    Returns:
        What went wrong, or None.
    """
    if _is_built():
        return None
    npm = shutil.which("npm")
    if npm is None:
        return NO_NPM
    commands = [["run", "build"]]
    if not _is_installed():
        commands.insert(0, ["ci", *_QUIETLY])
    for command in commands:
        run = subprocess.run(
            [npm, *command], cwd=PAGE, capture_output=True, text=True, check=False
        )
        if run.returncode:
            print(run.stdout, run.stderr, file=sys.stderr)
            return FAILED.format(command=" ".join(command))
    return None


def _is_built() -> bool:
    page = BUILT / "index.html"
    sources = (path for pattern in _SOURCES for path in PAGE.glob(pattern))
    newest = max(path.stat().st_mtime for path in sources)
    return page.exists() and page.stat().st_mtime >= newest


def _is_installed() -> bool:
    lock = PAGE / "package-lock.json"
    return _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= lock.stat().st_mtime


if __name__ == "__main__":
    sys.exit(build_page())
