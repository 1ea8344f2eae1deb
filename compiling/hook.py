"""The build hook: `LOCCIT_COMPILE=1 pip install .` compiles, `pip install .` does not.

Both build the page of `loccit desk` where npm is there, and so does an sdist, from which
it is installed without npm.

A hook of our own rather than hatch-mypyc, which moves pyproject.toml away while it
compiles and can't compile a changed copy of the package.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NO_EDITABLE = (
    "An editable installation runs the Python files themselves, so it can't be "
    "compiled. Install with LOCCIT_COMPILE=1 and without -e, or with -e alone."
)


class LoccitHook(BuildHookInterface[Any]):
    """Build the page, and compile if the environment asks for it."""

    folder: TemporaryDirectory[str]

    def dependencies(self) -> list[str]:
        """Return what building needs besides hatchling."""
        return ["mypy>=1.20", "setuptools>=69"] if self._compiles() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build and compile before the files are packed.

        An editable installation has the page that is built in the repository.
        """
        if version != "editable":
            self._build_page()
        if self._compiles():
            self._compile(version, build_data)

    def finalize(
        self, version: str, build_data: dict[str, Any], artifact_path: str
    ) -> None:
        """Remove what was compiled, once it is packed."""
        if self._compiles():
            self.folder.cleanup()

    def _compiles(self) -> bool:
        return self.target_name == "wheel" and _is_asked()

    def _build_page(self) -> None:
        """Build the page; an sdist has it built, without its sources."""
        if not Path(self.root, "desk", "package.json").exists():
            return
        command = [sys.executable, "-m", "compiling.page"]
        run = subprocess.run(
            command, cwd=self.root, stderr=subprocess.PIPE, text=True, check=False
        )
        if run.returncode:
            self.app.display_warning(run.stderr)

    def _compile(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the compiled modules into the wheel."""
        if version == "editable":
            self.app.abort(NO_EDITABLE)
        self.folder = TemporaryDirectory(prefix="loccit-")
        folder = Path(self.folder.name)
        command = [sys.executable, "-m", "compiling", str(folder)]
        if subprocess.run(command, cwd=self.root, check=False).returncode:
            self.app.abort("loccit was not compiled; the reason is above.")
        for path in compiled_modules(folder):
            name = path.relative_to(folder).as_posix()
            build_data["force_include"][str(path)] = name
        build_data["infer_tag"] = True
        build_data["pure_python"] = False


def compiled_modules(folder: Path) -> Iterator[Path]:
    """Find the extension modules in a folder, and the library that they share."""
    for ending in ("so", "pyd"):
        yield from folder.glob(f"*.{ending}")
        yield from (folder / "loccit").rglob(f"*.{ending}")


def _is_asked() -> bool:
    return os.environ.get("LOCCIT_COMPILE", "") not in ("", "0")
