"""A writer for the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editors.writer import Writer, make_writer


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    """A writer whose settings are those of the test alone."""
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    return make_writer(tmp_path)
