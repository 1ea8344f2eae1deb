"""What holds for any text that is read as LaTeX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loccit
from loccit import Settings, read_essay
from loccit.essays.rename import rename_keys
from tests.essays.formats.latex.citations import WORDS

LIBRARY = loccit.read_library(
    "@book{doe, author={Doe, Jo}, title={On It}, year={2001}}"
    "@book{roe, author={Roe, Rick}, title={So it was}, year={2010}}"
)
#: What LaTeX is made of, and halves of that.
PARTS = r"""
\cite \citep* \textcite \footcite \autocites \citeauthor \citetitle \nocite {doe}
{doe,roe} {doe [p.~3] [see][] ( ) [ ] { } { } % $ $$ \( \) \[ \] \\ & ~ -- `` ''
\emph \textbf{ {\em \footnote{ \section*{ \section*{References} \item \bibitem{a}
\begin{itemize} \end{itemize} \begin{verbatim} \end{verbatim} \iffalse \fi \verb|
\begin{thebibliography}{9} \end{thebibliography} \bibliography{a} \'e \'{e} \S
\printbibliography \begin{document} \end{document} \def\a#1{ \newcommand{\a}{
\url{x} \href{x}{y} \begin{equation} \end{equation} word Doe 2001 3 . , ; é 中
\begin{tabular}{l} \end{tabular} \par \hangindent=1em \usepackage{natbib} 's \\#
"""
PIECES = st.sampled_from(PARTS.split())
SPACES = st.sampled_from(["", "", " ", " ", "\n", "\n\n", "\r\n", "\t", "%\n"])
TEXTS = st.lists(st.tuples(PIECES, SPACES)).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


def outside(text: str, result: loccit.FormattedEssay) -> list[str]:
    """Return what a formatted essay has outside its edits."""
    kept, position, shift = [], 0, 0
    for edit in result.edits:
        start = edit.span.start + shift
        kept.append(result.text[position:start])
        position = start + len(edit.new)
        shift += len(edit.new) - len(edit.span)
    return [*kept, result.text[position:]]


@given(TEXTS)
@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography", "ieee"])
def test_all_outside_the_edits_stays(style: str, text: str) -> None:
    essay = read_essay(text.encode(), "essay.tex")
    result = loccit.format_essay(essay, LIBRARY, Settings(csl=style))
    typed, position = [], 0
    for edit in result.edits:
        typed.append(text[position : edit.span.start])
        position = edit.span.end
    assert outside(text, result) == [*typed, text[position:]]


@given(TEXTS)
def test_twice_is_once(text: str) -> None:
    essay = read_essay(text.encode(), "essay.tex")
    once = loccit.format_essay(essay, LIBRARY, Settings(csl="apa")).data
    again = read_essay(once, "essay.tex")
    assert loccit.format_essay(again, LIBRARY, Settings(csl="apa")).data == once


@given(TEXTS)
def test_spans_are_where_things_are_typed(text: str) -> None:
    document = read_essay(text.encode(), "essay.tex").document
    for citation in document.citations(WORDS):
        assert citation.span.of(text) == citation.source
        for cite in citation.cites:
            assert " ".join(cite.span.of(text).split()) == cite.key
    for paragraph in document.paragraphs:
        for place in range(len(paragraph.text)):
            assert paragraph.span(place, place + 1).end <= len(text)


@given(TEXTS)
def test_nothing_is_renamed_but_keys(text: str) -> None:
    essay = read_essay(text.encode(), "essay.tex")
    there = rename_keys(essay, {"doe": "moss"}, WORDS)
    renamed = read_essay(there, "essay.tex")
    assert rename_keys(renamed, {"moss": "doe"}, WORDS) == text.encode()


@given(st.text(alphabet="\\{}[]%$~&^_#'\"`-ab \n\r\té中\x00"[:-1]))
def test_any_characters_are_read(text: str) -> None:
    document = read_essay(text.encode(), "essay.tex").document
    assert document.with_edits([]).data == text.encode()
    assert list(document.citations(WORDS)) == []
    assert document.paragraphs is not None
