"""A small library, and essays that cite from it."""

from __future__ import annotations

import loccit
from loccit.editing.unformat import unformat_essay
from loccit.essays.rename import rename_keys
from tests.cases import Case

NOTES = "chicago-notes-bibliography-subsequent-ibid-17th-edition"
LIBRARY = loccit.open_library(
    [],
    [
        {"id": "doe", "type": "book", "title": "On it", "issued": "2001"}
        | {"author": [{"family": "Doe", "given": "Jo"}]},
        {"id": "roe", "type": "article-journal", "title": "Why *I* see_ it"}
        | {"author": [{"family": "Roe", "given": "Li"}], "issued": "2002"}
        | {"container-title": "Journal of It", "volume": "3", "issue": "2"}
        | {"page": "1-9"},
    ],
)


def check(case: Case, name: str) -> None:
    """Compare what becomes of an essay with each expectation: in APA 7, with `notes`,
    with `keys` for typed citations, and with `doe` `renamed` to `moss`.
    """
    for section, expected in case.sections.items():
        result = _RESULTS[section](loccit.read_essay(case.given.encode(), name))
        assert result.decode().strip() == expected, section


def _formatted(essay: loccit.Essay) -> bytes:
    return loccit.format_essay(essay, LIBRARY).data


def _with_notes(essay: loccit.Essay) -> bytes:
    settings = loccit.Settings(csl=NOTES)
    return loccit.format_essay(essay, LIBRARY, settings).data


def _with_keys(essay: loccit.Essay) -> bytes:
    return unformat_essay(essay, LIBRARY).data


def _renamed(essay: loccit.Essay) -> bytes:
    return rename_keys(essay, {"doe": "moss"}, {})


_RESULTS = {
    "expected": _formatted,
    "notes": _with_notes,
    "keys": _with_keys,
    "renamed": _renamed,
}
