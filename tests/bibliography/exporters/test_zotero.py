"""One work gives one reference, whichever of Zotero's four exports it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.csl import load_style, process
from loccit.model import Citation, Cite
from loccit.output import markdown
from tests.bibliography.exporters.zotero import EXPORTS, read_item
from tests.cases import Case


def reference(path: Path) -> str:
    (source,) = open_library(path)
    processed = process(
        load_style("apa"), {source.key: source}, [Citation((Cite(source.key),))]
    )
    (entry,) = processed.bibliography
    return markdown.render(entry.text)


@pytest.mark.parametrize("export", EXPORTS)
def test_reference_of_each_export(case: Case, export: str, tmp_path: Path) -> None:
    """A section named after an export has what is left where it has lost something."""
    extension, write = EXPORTS[export]
    path = tmp_path / f"library{extension}"
    path.write_text(write(read_item(case.given)), "utf-8")
    assert reference(path) == case.sections.get(export, case.expected)
