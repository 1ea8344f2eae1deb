"""Numbers and sessions of Congress's papers, however they are typed."""

from __future__ import annotations

import pytest

from loccit.bibliography.exporters.bills import as_bill, as_hearing
from loccit.model import Source


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("HR1100", "H.R. 1100"),
        ("H.R.1100", "H.R. 1100"),
        ("H. R. 1100", "H.R. 1100"),
        ("S.500", "S. 500"),
        ("s. 500", "S. 500"),
        ("SRes 438", "S. Res. 438"),
        ("S.J.Res. 5", "S.J. Res. 5"),
        ("H.Con.Res.64", "H.R. Con. Res. 64"),
        ("H. Rept. 114-358", "H.R. Rep. No. 114-358"),
        ("Bill 12", "Bill 12"),
    ],
)
def test_numbers(typed: str, number: str) -> None:
    assert as_bill(Source("a", "bill", {"number": typed})).text("number") == number


@pytest.mark.parametrize(
    ("typed", "session"),
    [
        ("113", "113th Cong."),
        ("102nd Congress", "102d Cong."),
        ("93rd Congress, 2nd Session", "93d Cong."),
        ("118th Congress (2023-2024)", "118th Cong."),
        ("spring term", "spring term"),
    ],
)
def test_sessions(typed: str, session: str) -> None:
    hearing = as_hearing(Source("a", "hearing", {"chapter-number": typed}))
    assert hearing.text("chapter-number") == session


@pytest.mark.parametrize(
    ("type_", "number"),
    [("document", "S12"), ("webpage", "12"), ("document", "H5N1"), ("report", "S. 5")],
)
def test_other_numbers(type_: str, number: str) -> None:
    source = Source("a", type_, {"title": "Ports", "number": number})
    assert as_bill(source) is source


def test_endnote_has_the_session_as_an_edition() -> None:
    source = Source("a", "hearing", {"edition": "113th Cong.", "number": "S. Hrg. 2"})
    assert as_hearing(source).variables == {"chapter-number": "113th Cong."}
