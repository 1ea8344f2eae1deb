"""`check --sources`, with PDFs as writers have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call, essay
from tests.lint.quoted.pdfs import make_pdf

pytestmark = pytest.mark.usefixtures("cache_folder")

WORDS = "It was not a revolution, but a settlement of accounts long overdue."
MARKUP = f"""#set page(numbering: "1")
#counter(page).update(187)
The New Jim Crow #pagebreak() {WORDS}"""
WRONG = "“It was not a revolution but a settling of accounts” [@alexander2010, p. 190]."


def test_a_pdf_of_the_folder(call: Call, folder: Path) -> None:
    papers = folder / "papers"
    papers.mkdir()
    make_pdf(papers / "alexander2010.pdf", MARKUP)
    essay(folder, WRONG)
    result = call("check", "essay.md", "--sources", "papers", "--select", "Q15")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    different, elsewhere = (line for line in lines if "warning:" in line)
    assert "p. 188, has “settlement” after “a revolution but a”" in different
    assert "on p. 188 of `alexander2010.pdf`; the citation names 190." in elsewhere


def test_a_linked_pdf(call: Call, folder: Path, bib: Path) -> None:
    make_pdf(folder / "bibliography" / "a; b.pdf", MARKUP)
    linked = bib.read_text().replace(
        "{2010},", "{2010},\n  file = {:a\\; b.pdf:PDF},", 1
    )
    bib.write_text(linked)
    essay(folder, WRONG)
    result = call("check", "essay.md", "--sources", ".", "--select", "Q15")
    assert "`a; b.pdf`, p. 188, has “settlement”" in result.stdout


def test_without_sources_nothing_is_looked_up(call: Call, folder: Path) -> None:
    make_pdf(folder / "alexander2010.pdf", MARKUP)
    essay(folder, WRONG)
    result = call("check", "essay.md", "--select", "Q15")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_folder_that_is_missing(call: Call, folder: Path) -> None:
    essay(folder, WRONG)
    result = call("check", "essay.md", "--sources", "papers")
    assert result.exit_code == 2
    assert "papers" in result.stderr
