"""The promises of the journey: only spans change, and formatting twice is formatting
once.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loccit
from loccit.essays import FrontMatter
from loccit.essays.front_matter import read_front_matter
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.model import Place, Span
from tests.paths import ROOT

CITATIONS = [
    "[@alexander2010]",
    "[@alexander2010, pp. 46-47]",
    "[see @alexander2010, chap. 3; also -@jimenez2014]",
    "@jimenez2014",
    "@jimenez2014 [p. 12]",
    "[@nobody]",
    "[@nobody; @davis2003]",
    "@{davis2003}",
    "[*see* @coates2015family; @coates2015between, **not** p. 3]",
]
OTHERS = [
    "plain words", "`[@code]`", "me@example.org", r"\@escaped", "*emphasis*", "![img](a.png)", "$x_@y$", "x[^1]",
    "<b title='@x'>", "<!-- @x -->", "[link](http://x.org/@y)", "“quoted”", "a  ", "\ttab", "ⅷ é 日本", "\u2028",
    "{#id}", "x[^2]", "^[note", "said.]", "[^2]: b", 'a "quote"',
]  # fmt: skip
STARTS = [
    "",
    "# ",
    "> ",
    "- ",
    "1. ",
    "    ",
    "| ",
    "::: {.x}\n",
    "```\n",
    "[^1]: a ",
    "Term\n: ",
    "<div>\n",
    "***\n",
]
ENDINGS = [
    "",
    "\n\n## References\n",
    "\n\nSources:\n",
    "\n\n::: {#refs}\n:::\n",
    "\n\n# Appendix\n\nMore.\n",
    "\n  \n",
]


@st.composite
def essays(draw: st.DrawFn) -> str:
    """Essays of every construct that citations meet, with the line endings of every
    system.
    """
    line = st.lists(st.sampled_from(CITATIONS + OTHERS), max_size=5).map(" ".join)
    block = st.tuples(st.sampled_from(STARTS), line).map("".join)
    body = "\n\n".join(draw(st.lists(block, max_size=6)))
    front = draw(
        st.sampled_from(
            [
                "",
                "",
                "---\ntitle: '@x'\n---\n\n",
                "---\nnocite: '@carson2020, @*'\n...\n",
            ]
        )
    )
    bom = draw(st.sampled_from(["", "", "\ufeff"]))
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return bom + (front + body + draw(st.sampled_from(ENDINGS))).replace("\n", newline)


@pytest.fixture(scope="module")
def library() -> loccit.Library:
    return loccit.open_library([ROOT / "bibliography"])


def format_text(
    text: str,
    library: loccit.Library,
    kind: str = "markdown",
    style: str = "apa",
    markup: str | None = None,
) -> FormattedEssay:
    essay = loccit.read_essay(text.encode(), format=kind)
    return loccit.format_essay(
        essay, library, loccit.Settings(csl=style, markup=markup)
    )


def outside(text: str, spans: list[Span]) -> list[str]:
    """What lies between the spans."""
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


@settings(max_examples=100)
@given(text=essays(), kind=st.sampled_from(["markdown", "plain_text"]))
def test_only_the_spans_of_edits_change(
    library: loccit.Library, text: str, kind: str
) -> None:
    result = format_text(text, library, kind)
    kept = outside(text, [edit.span for edit in result.edits])
    rebuilt = "".join(
        piece
        for pair in zip(kept, [*(edit.new for edit in result.edits), ""], strict=True)
        for piece in pair
    )
    assert rebuilt.encode() == result.data
    cited = {citation.citation.span for citation in result.citations}
    assert sum(edit.span not in cited for edit in result.edits) <= 1, (
        "all but the list are citations"
    )


KINDS = st.sampled_from(["markdown", "plain_text"])
STYLES = st.sampled_from(
    [
        "apa",
        "ieee",
        "nlm-citation-sequence",
        "chicago-notes-bibliography-subsequent-ibid",
    ]
)


@settings(max_examples=150)
@given(text=essays(), kind=KINDS)
def test_notes_change_only_citations_and_the_punctuation_beside_them(
    library: loccit.Library, text: str, kind: str
) -> None:
    result = format_text(text, library, kind, "chicago-notes-bibliography")
    added = 0
    for edit in result.edits:
        near = [
            c.citation
            for c in result.citations
            if edit.span.start <= c.citation.span.start < edit.span.end
        ]
        if near:
            [citation] = near
            assert words(edit.span.of(text)) == words(citation.source)
            assert citation.context.note_span.start - 1 <= edit.span.start
            assert edit.span.end <= citation.context.note_span.end + 1
        else:
            assert not len(edit.span)
            added += 1
    assert added <= 2, "the notes and the list"


def words(text: str) -> str:
    """The letters and figures alone."""
    return re.sub(r"[\W_]", "", text)


@settings(max_examples=150)
@given(text=essays(), kind=KINDS, style=STYLES)
def test_twice_equals_once(
    library: loccit.Library, text: str, kind: str, style: str
) -> None:
    once = format_text(text, library, kind, style).text
    assert format_text(once, library, kind, style).text == once


@settings(max_examples=100)
@given(text=essays(), style=STYLES)
def test_what_is_formatted_cites_no_more(
    library: loccit.Library, text: str, style: str
) -> None:
    """No rendered text is taken for a key again; what is left are the keys that no
    source has, and what is typed.
    """
    again = format_text(
        format_text(text, library, style=style).text, library, style=style
    )
    by_key = [each for each in again.citations if not each.citation.typed]
    assert all(citation.missing for citation in by_key)


@settings(max_examples=100)
@given(text=essays())
def test_each_note_is_referred_to_once(library: loccit.Library, text: str) -> None:
    """Readers find as many footnotes as were made, in their order and with their
    numbers.
    """
    result = format_text(text, library, style="chicago-notes-bibliography")
    own = [
        citation.citation.note
        for citation in result.citations
        if citation.citation.context.own_note
    ]
    before = loccit.read_essay(text.encode()).notes
    after = loccit.read_essay(result.data).notes
    assert own == sorted(set(own))
    assert len(after.references) == len(before.references) + len(own)
    assert len(after.labels) == len(before.labels) + len(own)


def test_the_first_essay() -> None:
    text = loccit.format_essay(ROOT / "essays" / "coalition.md").text
    assert "(Alexander, 2010, pp. 46–47)" in text
    assert "Jimenez et al. (2014, Chapter 1)" in text
    references = text.partition("## References\n\n")[2].split("\n\n")
    assert references == sorted(references, key=str.casefold)
    assert any(
        "*The new Jim Crow: Mass incarceration in the age of colorblindness*" in entry
        for entry in references
    )


def test_two_works_of_one_author_and_year(library: loccit.Library) -> None:
    text = format_text("[@coates2015family] and [@coates2015between].", library).text
    assert text.startswith("(Coates, 2015b) and (Coates, 2015a).")


def test_two_authors_of_one_surname(library: loccit.Library) -> None:
    text = format_text("[@davis1990; @davis2003] and @davis2003.", library).text
    assert text.startswith(
        "(A. Y. Davis, 2003; M. Davis, 1990) and A. Y. Davis (2003)."
    )


def test_front_matter_is_parsed_once(
    library: loccit.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = []

    def counted(text: str, span: Span, place: Callable[[int], Place]) -> FrontMatter:
        parsed.append(span)
        return read_front_matter(text, span, place)

    monkeypatch.setattr(
        "loccit.essays.formats.markdown.document.read_front_matter", counted
    )
    essay = loccit.read_essay(b"---\nnocite: '@a, @b, @c'\n---\n\n@d\n")
    unknown = loccit.format_essay(essay, library).problems
    assert [problem.place.line for problem in unknown] == [2, 2, 2, 5]
    assert len(parsed) == 1


def test_a_formatted_essay_can_be_pickled(library: loccit.Library) -> None:
    result = format_text("So [@alexander2010].[^a]\n\n[^a]: @jimenez2014\n", library)
    copied = pickle.loads(pickle.dumps(result))
    assert copied == result
    assert copied.data == result.data
    assert len(pickle.dumps(result)) < 20_000


@pytest.mark.parametrize(
    ("style", "lang", "heading"),
    [
        ("modern-language-association", "en-US", "Works Cited"),
        ("modern-language-association", "de-DE", "Literaturverzeichnis"),
        ("chicago-notes-bibliography", "en-US", "Bibliography"),
        ("turabian-notes-bibliography", "en-US", "Bibliography"),
        ("chicago-author-date", "en-US", "References"),
        ("apa", "en-GB", "References"),
    ],
)
def test_a_new_list_has_the_heading_of_its_style(
    style: str, lang: str, heading: str
) -> None:
    library = loccit.open_library([], [{"id": "ash", "type": "book", "title": "Peat"}])
    settings = loccit.Settings(csl=style, lang=lang)
    text = loccit.format_essay(
        loccit.read_essay(b"So [@ash].\n"), library, settings
    ).text
    assert f"\n# {heading}\n" in text
