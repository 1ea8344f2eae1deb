"""Neovim, with the configuration that docs/editors.md shows."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.editors.writer import Writer
from tests.paths import ROOT

OWN = ROOT / "editors" / "neovim"
SETTINGS = OWN / "init-0.7.lua"
SESSION = Path(__file__).with_name("neovim_session.lua")


pytestmark = pytest.mark.skipif(not shutil.which("nvim"), reason="needs Neovim")


def test_a_session(writer: Writer) -> None:
    results = writer.folder / "seen.json"
    subprocess.run(
        ["nvim", "--headless", "-u", SETTINGS, "essay.md", "-c", f"luafile {SESSION}"],
        cwd=writer.folder,
        env={**writer.environment, "RESULTS": str(results)},
        timeout=300,
        check=True,
    )
    seen = json.loads(results.read_text("utf-8"))
    assert "missing" not in seen, seen
    assert seen["completion"] == ["davis1990", "davis2003"]
    assert "Prints: (Alexander, 2010, p. 46)" in seen["hover"]
    assert "[@alexander, p. 46]" in seen["renamed"]
    assert seen["definition"] == "@book{alexander,"
    library = writer.folder / "bibliography" / "sources.bib"
    assert "@book{alexander," in library.read_text("utf-8")
    assert seen["problem"].startswith("No source has the key `jimenez2104`")
    assert "[@jimenez2014]" in seen["text"]


def test_the_configuration_for_newer_ones_is_a_table(tmp_path: Path) -> None:
    """Neovim 0.11 is not in Debian: this one reads it at least."""
    result = tmp_path / "table.json"
    read = f"vim.json.encode(dofile('{OWN / 'loccit.lua'}'))"
    lua = f"vim.fn.writefile({{{read}}}, '{result}')"
    command = ["nvim", "--headless", "-u", "NONE", "-c", f"lua {lua}", "-c", "qall!"]
    subprocess.run(command, timeout=60, check=True)
    table = json.loads(result.read_text("utf-8"))
    assert table["cmd"] == ["loccit", "lsp"]
    assert {"markdown", "tex", "bib"} <= set(table["filetypes"])
