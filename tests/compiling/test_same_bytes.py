"""The compiled package gives the same bytes as the pure one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import loccit
from tests.compiling.conditions import only_compiled
from tests.paths import ROOT

pytestmark = only_compiled


def outputs(package: Path, seed: int) -> list[str]:
    """What the package in a folder prints."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(package), str(ROOT)]),
    }
    command = [sys.executable, "-m", "tests.compiling.outputs", str(seed)]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()


def test_pure_and_compiled_print_the_same() -> None:
    seed = 1 if os.environ.get("CI") else random.randrange(10**6)
    which, *pure = outputs(ROOT / "src", seed)
    assert which.endswith(".py")
    which, *compiled = outputs(Path(loccit.__file__).parents[1], seed)
    assert which.endswith((".so", ".pyd"))
    assert len(pure) > 200 and len(set(pure)) > 200
    assert compiled == pure, f"drawn from {seed}"
