"""Keys in LaTeX essays: renamed, listed, and given back to citations."""

from __future__ import annotations

import pytest

import loccit
from loccit import Settings, read_essay
from loccit.editing.unformat import unformat_essay
from loccit.errors import InvalidChange
from loccit.essays.rename import rename_keys
from tests.essays.formats.latex.citations import WORDS

SOURCES = (
    "@book{doe, author={Doe, Jo}, title={On It}, publisher={Press}, year={2001}}"
    "@book{roe, author={Roe, Rick}, title={So it was}, publisher={Press}, year={2010}}"
)
TYPED = (
    "So (see Doe, 2001, pp. 3--7; Roe, 2010). As Doe (2001) says, Roe's (2010, p. 3) "
    "book; Doe (\\emph{so}) (2001)."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\cite{doe, roe,doe}", r"\cite{moss, roe,moss}"),
        (r"\citep[see doe][doe]{doe}", r"\citep[see doe][doe]{moss}"),
        (r"\nocite{doe,roe} doe", r"\nocite{moss,roe} doe"),
        ("\\cite{a,% doe\n  doe}", "\\cite{a,% doe\n  moss}"),
        (r"% \cite{doe}", r"% \cite{doe}"),
        (r"\cite{doer}\label{doe}", r"\cite{doer}\label{doe}"),
    ],
)
def test_keys_are_renamed(text: str, expected: str) -> None:
    essay = read_essay(text.encode(), "essay.tex")
    assert rename_keys(essay, {"doe": "moss"}, WORDS).decode() == expected


@pytest.mark.parametrize("new", ["a,b", "a{b", "100%", "a b", "a~b", ""])
def test_keys_that_no_command_can_have(new: str) -> None:
    essay = read_essay(rb"\cite{doe}", "essay.tex")
    with pytest.raises(InvalidChange):
        rename_keys(essay, {"doe": new}, WORDS)


def test_what_is_listed_without_a_citation() -> None:
    essay = read_essay(rb"\nocite{doe} \nocite{*} \cite{roe}", "essay.tex")
    assert [place.key for place in essay.document.nocited()] == ["doe", "*"]
    assert essay.front_matter
    assert essay.front_matter.values == {"nocite": ["@{doe}", "@*"]}


@pytest.mark.parametrize(
    ("package", "expected"),
    [
        (
            "natbib",
            r"So \citep[see][pp. 3--7]{doe}. As \citet{doe} says, \citet[p. 3]{roe}'s",
        ),
        (
            "biblatex",
            r"So \parencites[see][pp. 3--7]{doe}{roe}. As \textcite{doe} says, \textcite",
        ),
    ],
)
def test_citations_get_commands_again(package: str, expected: str) -> None:
    typed = TYPED.replace("; Roe, 2010", "") if package == "natbib" else TYPED
    text = rf"\usepackage{{{package}}}" "\n" + typed
    library = loccit.read_library(SOURCES)
    essay = read_essay(
        loccit.format_essay(read_essay(text.encode(), "essay.tex"), library).data,
        "essay.tex",
    )
    found = unformat_essay(essay, library, Settings())
    assert expected in found.data.decode()
