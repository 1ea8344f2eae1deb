"""What loccit writes into documents of Word follows the schema: the validator of
Microsoft's Open XML SDK finds no error that the document did not have.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import loccit
from tests.essays.formats.docx.word_file import field, paragraph, word_file
from tests.formatting.live.test_writing import DOE, run, zotero
from tests.open_xml import errors, needs_validator
from tests.paths import SHARED

CITING = f"<w:p>{run('So ')}{field(zotero('(Doe, 2001)'), '(Doe, 2001)')}{run(' it is.')}</w:p>"
TYPED = paragraph("And @doe2001 [p. 3] says so [see @doe2001, chap. 2].")
STYLES = ["apa", "nature", "chicago-notes-bibliography"]
DOCUMENTS = SHARED / "documents" / "docs"


@needs_validator
@pytest.mark.parametrize("fields", [None, "zotero", "word", "none"])
@pytest.mark.parametrize("style", STYLES)
def test_no_new_error(style: str, fields: str | None, tmp_path: Path) -> None:
    is_new(word_file(CITING + TYPED), style, fields, tmp_path)


@needs_validator
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["L048", "L112", "L115", "L047"])
def test_no_new_error_in_real_documents(name: str, style: str, tmp_path: Path) -> None:
    path = DOCUMENTS / f"{name}.docx"
    if not path.exists():
        pytest.skip("needs ../shared/documents")
    is_new(path.read_bytes(), style, None, tmp_path)


def is_new(before: bytes, style: str, fields: str | None, folder: Path) -> None:
    """Format a document, and compare what is wrong in it before and after."""
    old, new = folder / "old.docx", folder / "new.docx"
    old.write_bytes(before)
    library = loccit.open_library([], [DOE])
    settings = loccit.Settings(csl=style, fields=fields)
    new.write_bytes(loccit.format_essay(old, library, settings).data)
    # A copy of a run has the errors of the run.
    assert not errors(new).keys() - errors(old).keys()
