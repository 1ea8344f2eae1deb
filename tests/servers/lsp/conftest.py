"""Clients for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.lsp.client import Client
from tests.servers.lsp.editor import CAPABILITIES, Editor


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A client in an empty folder; it has not said hello yet."""
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    client = Client(tmp_path)
    yield client
    client.kill()


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One editor for the cases of all features."""
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    editor = Editor(tmp_path_factory.mktemp("editor"))
    editor.capabilities = editor.initialize(
        CAPABILITIES, initializationOptions={"diagnostics": {"debounce": 100}}
    )
    editor.next_request("client/registerCapability")
    yield editor
    editor.kill()
