"""What an editor need not wait for is imported later."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.servers.lsp.client import Json

#: Rooms that take long to import, and that the first answer does not need.
LATER = (
    "loccit.bibliography.formats.bibtex.words",
    "loccit.editing.adopt",
    "loccit.editing.check",
    "loccit.export",
    "loccit.lint.prose",
    "loccit.recognize",
    "loccit.lookup",
    "watchfiles",
)


def message(content: Mapping[str, Json]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def test_what_is_imported_before_the_first_answer(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    initialize: Json = {"processId": None, "rootUri": None, "capabilities": {}}
    conversation = [
        message({"id": 1, "method": "initialize", "params": initialize}),
        message({"id": 2, "method": "shutdown"}),
        message({"method": "exit"}),
    ]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "loccit", "lsp"],
        cwd=tmp_path,
        input=b"".join(conversation),
        capture_output=True,
        check=True,
    )
    lines = done.stderr.decode().splitlines()
    imported = {line.rpartition("|")[2].strip() for line in lines if "|" in line}
    assert "loccit.servers.lsp.server" in imported
    assert not [
        name
        for name in imported
        if any(f"{name}.".startswith(f"{each}.") for each in LATER)
    ]
