"""Essays are read, cited from, and put back byte for byte."""

from __future__ import annotations

from loccit.essays import read_essay

WORDS = {"p.": "page", "pp.": "page", "chap.": "chapter"}


def test_a_citation_knows_its_place() -> None:
    essay = read_essay(b"Some say [see @doe99, pp. 33-35; @b] so.\r\n", "essay.md")
    (citation,) = essay.citations(WORDS)
    assert citation.source == "[see @doe99, pp. 33-35; @b]"
    assert [cite.key for cite in citation.cites] == ["doe99", "b"]
    assert essay.newline == "\r\n"
    assert str(essay.place(citation.span.start)) == "essay.md:1:10"
