"""What commands say of documents of Word."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.essays.formats.docx.word_file import field, paragraph, word_file
from tests.formatting.live.test_writing import zotero


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    runs = field(zotero("(Doe)"), "(Doe)")
    path.write_bytes(word_file(f"<w:p>{runs}</w:p>{paragraph('More.')}"))
    return path


def test_live_citations_have_no_keys_that_could_go(call: Call, document: Path) -> None:
    result = call("format", "--in-place", document)
    assert result.exit_code == 0, result.output
    assert "without their keys" not in result.output


def test_unformat_says_whose_sources_are_not_known(call: Call, document: Path) -> None:
    result = call("unformat", document, "-o", document.with_name("keys.docx"))
    assert "1 citation left as they are, since the library lacks" in result.output
    assert f"`loccit import {document}` adds them" in result.output


def test_a_text_has_no_live_citations(call: Call, tmp_path: Path) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text("Nothing.", "utf-8")
    result = call("format", essay, "--fields", "zotero")
    assert result.exit_code == 2
    assert "--fields is for documents of Word and LibreOffice" in result.output


def test_a_terminal_shows_no_document(document: Path) -> None:
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "loccit", "format", str(document)]
    done = subprocess.run(command, stdout=inner, stderr=subprocess.PIPE, check=False)
    os.close(inner)
    os.close(outer)
    assert done.returncode == 2
    assert "A terminal can't show a document. Write to a file with -o." in (
        done.stderr.decode()
    )
