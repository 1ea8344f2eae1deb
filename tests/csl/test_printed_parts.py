"""Entries that know which variable each part of them is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit import csl
from loccit.bibliography import Library
from loccit.bibliography.files import read_data
from tests.cases import Case, read_cases


def library_of(bib: str) -> Library:
    file, problems = read_data(bib.encode(), Path("a.bib"))
    return Library([file], problems)


CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_parts(case: Case) -> None:
    library = library_of(case.given)
    sources = {each.key: each for each in library}
    style = csl.load_style(case.sections.get("style", "apa"))
    entries = [*csl.printed_entries(style, sources)]
    found = [
        f"{each.variable}: {entry.text.plain[each.start : each.end]}"
        for entry in entries
        for each in entry.parts
    ]
    assert "\n".join(found) == case.expected
    printed = csl.process(style, sources, [], uncited=[*sources]).bibliography
    assert [each.text for each in printed] == [each.text for each in entries]
