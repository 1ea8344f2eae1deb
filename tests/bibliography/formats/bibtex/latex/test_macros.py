"""Macros of a file's preamble, and those of TeX's own literature."""

from __future__ import annotations

from hypothesis import given as generate
from hypothesis import strategies as st

from loccit import read_library
from loccit.bibliography.formats.bibtex.latex.macros import Macros


def test_macros(given: str, expected: str) -> None:
    preamble, _, tex = given.partition("\n")
    assert Macros(preamble).expand(tex) == expected


def test_an_entry_uses_the_preamble_of_its_file() -> None:
    library = read_library(
        r'@preamble{"\ifx \undefined \TM \def \TM {(TM)} \fi" # "\def\x#1{<#1>}"}'
        "\n@book{a, title = {On \\x{Doors}\\TM}, publisher = {\\unknown{Press}}}"
    )
    source = library.require("a")
    assert source.plain("title") == "On <Doors>(TM)"
    assert [problem.rule for problem in library.problems_of("a")] == ["unknown-command"]


@generate(
    st.text(alphabet=r"\{}#1 abde f", max_size=40),
    st.text(alphabet=r"\{}ab ", max_size=20),
)
def test_no_macro_is_endless(preamble: str, tex: str) -> None:
    Macros(preamble.replace("d", r"\def\a").replace("e", "{#1}")).expand(tex)
