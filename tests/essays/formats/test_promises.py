"""What every format of texts promises, on random texts of its own signs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loccit
from loccit import csl
from loccit.essays.paragraph import Paragraph

LIBRARY = loccit.open_library(
    [],
    [
        {"id": "doe", "type": "book", "title": "On it", "issued": "2001"}
        | {"author": [{"family": "Doe", "given": "Jo"}]},
        {"id": "roe", "type": "book", "title": "Why *I* see_", "issued": "2002"}
        | {"author": [{"family": "Roe", "given": "Li"}]},
    ],
)
WORDS = csl.locator_terms("en-US")
#: What texts are made of, besides words, spaces and line endings.
SIGNS = {
    "md": [
        *"*`{}%[]",
        "{cite:p}`{see}doe{p. 3},roe`",
        "{cite:t}`roe`",
        "{% cite doe -l 3 %}",
        '<d-cite key="doe,roe"></d-cite>',
        "[@doe, p. 3]",
        "{{",
        "}}",
        "%%",
        "\n```{note}\n",
        "\n```\n",
        "\n\n```{bibliography}\n```\n",
        "\n\n{% bibliography %}\n\n",
        "\n\n# References\n\n",
    ],
    "org": [
        *"*/_=~+[]|:#-\\$",
        "[cite:@doe p. 3]",
        "[cite/t:see @doe;@roe]",
        "cite:doe,roe",
        "[fn:1]",
        "\n[fn:1] ",
        "[fn:: x",
        "\n* ",
        "\n#+begin_src\n",
        "\n#+end_src\n",
        "\n:PROPERTIES:\n",
        "\n:END:\n",
        "\n#+print_bibliography:\n",
        "* References\n",
        "\n| a | ",
        "\n- ",
    ],
    "rst": [
        *"*`_|\\[]:.-=+#",
        ":cite:p:`{see}doe{p. 3},roe`",
        ":cite:t:`roe`",
        ":cite:year:`doe`",
        ":cite:empty:`doe`",
        "[1]_",
        "[#]_",
        "[Key]_",
        "\n\n.. [1] ",
        "\n\n.. [#] ",
        "\n\n.. [Key] ",
        "\n\n.. note:: ",
        "\n\n.. code::\n\n   ",
        "::\n\n   ",
        "\n   ",
        "\n- ",
        "\n====\n",
        "References\n==========\n",
        "\n\n.. bibliography::\n",
        "\n+---+---+\n| a | ",
        "\n=== ===\na   ",
        "\n\n.. ",
    ],
    "typ": [
        *"*_`$#[]()<>\\/{}=:;,",
        "@doe[p. 3]",
        "@roe",
        "@fig",
        "<fig>",
        '#cite(<doe>, form: "prose")',
        '#cite(<roe>, form: "year")',
        "#footnote[",
        "#emph[",
        "#let x = ",
        "#figure(",
        "//",
        "/*",
        "*/",
        '"',
        "\n= ",
        "\n- ",
        "= References\n",
        '#bibliography("x.bib")',
    ],
}
COMMON = [
    "word",
    "Doe (2001)",
    " ",
    " ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "é",
    "(",
    ")",
]


def texts(name: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*SIGNS[name], *COMMON]), max_size=25).map("".join)


NAMES = sorted(SIGNS)
#: A format and a text of its signs.
TEXTS = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(st.just(name), texts(name))
)


def read(name: str, text: str) -> loccit.Essay:
    return loccit.read_essay(text.encode(), f"a.{name}")


@given(TEXTS)
@settings(max_examples=300)
def test_a_citation_knows_its_place(given: tuple[str, str]) -> None:
    essay = read(*given)
    done = 0
    for citation in essay.citations(WORDS):
        assert citation.span.start >= done
        assert citation.span.of(essay.text) == citation.source
        for cite in citation.cites:
            assert cite.key in cite.span.of(essay.text)
        done = citation.span.end


@given(TEXTS)
@settings(max_examples=300)
def test_readable_text_knows_its_place(given: tuple[str, str]) -> None:
    essay = read(*given)
    for paragraph in essay.document.paragraphs:
        _is_mapped(paragraph, essay.text)


def _is_mapped(paragraph: Paragraph, text: str) -> None:
    last = 0
    for piece in paragraph.mapped.pieces(0, len(paragraph.text)):
        assert piece.start >= last
        last = piece.start
        if piece.end is None:
            assert text.startswith(piece.text, piece.start)
    for mark in paragraph.marks:
        assert 0 <= mark.start < mark.end <= len(paragraph.text)


@given(TEXTS, st.sampled_from(["apa", "ieee", "chicago-notes-bibliography"]))
@settings(max_examples=100, deadline=None)
def test_twice_is_once(given: tuple[str, str], style: str) -> None:
    name, text = given
    options = loccit.Settings(csl=style, typed_citations=False)
    once = loccit.format_essay(read(name, text), LIBRARY, options)
    assert all(edit.span.end <= len(text) for edit in once.edits)
    again = loccit.format_essay(read(name, once.data.decode()), LIBRARY, options)
    assert again.data == once.data


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=50)
def test_line_endings_do_not_matter(name: str, data: st.DataObject) -> None:
    text = data.draw(texts(name)).replace("\r", "")
    plain = [each.cites for each in read(name, text).citations(WORDS)]
    windows = read(name, text.replace("\n", "\r\n")).citations(WORDS)
    assert [each.cites for each in windows] == plain
