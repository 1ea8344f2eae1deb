"""`loccit format -o` that makes papers."""

from __future__ import annotations

import sys
from pathlib import Path

import docx
import pytest

from loccit.export.paper import pandoc
from tests.cli.conftest import Call, essay


def test_a_paper(call: Call, folder: Path) -> None:
    essay(folder, "# Doors\n\nSo [@alexander2010].\n")
    result = call("format", "essay.md", "-o", "essay.docx")
    assert result.exit_code == 0
    assert result.stderr.endswith("essay.md: 1 citation, 1 source in the list.\n")
    texts = [each.text for each in docx.Document(str(folder / "essay.docx")).paragraphs]
    assert texts[:2] == ["Doors", "So (Alexander, 2010)."]


def test_standard_input(call: Call, folder: Path) -> None:
    result = call("format", "-", "-o", "essay.html", stdin=b"So [@alexander2010].\n")
    assert result.exit_code == 0
    assert "So (<a href" in (folder / "essay.html").read_text("utf-8")


def test_a_key_without_a_source(call: Call, folder: Path) -> None:
    essay(folder, "So [@nobody].\n")
    result = call("format", "essay.md", "-o", "essay.html")
    assert result.exit_code == 1
    assert "So [@nobody]." in (folder / "essay.html").read_text("utf-8")


def test_images_that_a_paper_lacks_are_reported(call: Call, folder: Path) -> None:
    essay(folder, "# Title\n\n![a](a.png) ![b](https://example.org/b.png)\n")
    result = call("format", "essay.md", "-o", "essay.html")
    assert result.exit_code == 0
    missing, remote, _ = result.stderr.splitlines()
    assert missing.startswith("essay.md:3:6: warning: The image `a.png` can't be read")
    assert "`https://example.org/b.png` is on the network" in remote


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "out.md", "--paper", "plain"], "--paper is for -o with a file"),
        (["-o", "out.docx", "--markup", "html"], "--markup has no meaning"),
        (["-o", "out.docx", "--to", "json"], "--to json is not a paper"),
        (["-o", "out.docx", "other.md"], "call it once for each"),
        (["-o", "missing/out.docx"], "missing/out.docx"),
    ],
)
def test_what_is_refused(
    call: Call, folder: Path, options: list[str], message: str
) -> None:
    essay(folder, "So.\n")
    essay(folder, "So.\n", "other.md")
    result = call("format", "essay.md", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (folder / "out.docx").exists()


def test_pandoc_is_missing(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    pandoc.find_pandoc.cache_clear()
    essay(folder, b"\xff\xfe not even read")
    result = call("format", "essay.md", "-o", "essay.docx")
    pandoc.find_pandoc.cache_clear()
    assert result.exit_code == 2
    assert 'pip install "loccit[convert]"' in result.stderr
    assert not (folder / "essay.docx").exists()


def test_wrong_front_matter_leaves_the_file(call: Call, folder: Path) -> None:
    essay(folder, "---\nlang: en\ntitle: [a]\n---\n\nSo.\n")
    (folder / "essay.docx").write_bytes(b"before")
    result = call("format", "essay.md", "-o", "essay.docx")
    assert result.exit_code == 2
    assert "essay.md:3:1: `title` should be text." in result.stderr
    assert (folder / "essay.docx").read_bytes() == b"before"
