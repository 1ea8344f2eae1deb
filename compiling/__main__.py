"""Compile the package into a folder.

    python -m compiling FOLDER

FOLDER gets a copy of the package, with an extension module beside each compiled module.
It needs mypy, setuptools and a C compiler.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mypyc.build import mypycify
from setuptools import Distribution, Extension
from setuptools.errors import CompileError, ExecError, PlatformError

from compiling.records import with_records_written_out
from compiling.rooms import modules

SOURCE = Path(__file__).resolve().parent.parent / "src"
#: The package is checked strictly elsewhere; here its dependencies may be missing.
MYPY = """\
[mypy]
python_version = 3.10
ignore_missing_imports = true
follow_imports = silent
"""
NO_COMPILER = """\
loccit can't be compiled: {error}
Install a C compiler, such as gcc, clang or the Build Tools for Visual Studio, and
Python's headers; or install without LOCCIT_COMPILE, which needs neither."""


def compile_into(folder: Path) -> None:
    """Copy the package into a folder, and compile its rooms there.

    Raises:
        CompileError, ExecError, PlatformError: there is no C compiler, or no Python.h.
    """
    check_compiler()
    package = folder / "loccit"
    skipped = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(SOURCE / "loccit", package, ignore=skipped)
    os.chdir(folder)  # files are named from here in tracebacks
    found = [path.relative_to(folder) for path in modules(package)]
    for path in found:
        path.write_text(with_records_written_out(path.read_text("utf-8")), "utf-8")
    Path("mypy.ini").write_text(MYPY, "utf-8")
    extensions = mypycify(
        ["--config-file", "mypy.ini", *map(str, found)],
        group_name="loccit",  # one library, which all modules share
        debug_level="0",
        target_dir="build",
    )
    build(extensions, inplace=True)


def check_compiler() -> None:
    """Compile an empty module, before mypy takes its time."""
    with TemporaryDirectory() as name:
        source = Path(name, "empty.c")
        source.write_text("#include <Python.h>\n", "utf-8")
        build([Extension("empty", [str(source)])], build_lib=name, build_temp=name)


def build(extensions: Sequence[object], **options: object) -> None:
    """Run setuptools' command `build_ext`."""
    distribution = Distribution({"name": "loccit", "ext_modules": extensions})
    command = distribution.get_command_obj("build_ext")
    command.ensure_finalized()
    vars(command).update(options)
    command.run()


def main() -> int:
    try:
        compile_into(Path(sys.argv[1]).resolve())
    except (CompileError, ExecError, PlatformError) as error:
        print(NO_COMPILER.format(error=error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
