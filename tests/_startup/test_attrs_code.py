"""Methods of attrs' classes that an earlier run compiled."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("attrs", reason="the extra `lsp` is not installed")

#: Makes a class, and prints how many scripts were compiled for it.
_SCRIPT = """
from loccit._startup.kept import use_kept
from loccit._startup import attrs_code

use_kept()
attrs_code.use_kept_methods()
compiled = 0

def count(*args):
    global compiled
    compiled += 1
    return compile_(*args)

compile_ = attrs_code._compile
attrs_code._compile = count

import attrs

@attrs.define(order=True)
class Point:
    x: int
    y: int = 2

assert Point(1) == Point(1, 2) < Point(3)
assert repr(Point(1)) == "Point(x=1, y=2)"
attrs_code.methods.keep_new()
print(compiled)
"""


def run(folder: Path) -> int:
    script = folder / "script.py"
    script.write_text(_SCRIPT)
    environment = {"XDG_CACHE_HOME": str(folder), "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(script)],
        env=environment,
        check=True,
        capture_output=True,
    )
    return int(done.stdout)


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    assert run(tmp_path) > 0
    assert run(tmp_path) == 0
