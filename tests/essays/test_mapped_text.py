"""Every character of a mapped text knows where it comes from."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.essays import Essay, read_essay
from loccit.essays.mapped_text import MappedText, Piece
from loccit.model import Span
from tests.essays.toy_format import toy_essay

RAW = st.text(st.sampled_from("ab \n\r\té😀"), max_size=40)


def raw_of(mapped: MappedText, index: int, raw: str) -> str:
    """The characters that a character comes from."""
    return mapped.span(index, index + 1).of(raw)


def is_even(character: str, raw: str) -> bool:
    """Whether `raw` is read as that character."""
    if character == "\n":
        return raw in ("\n", "\r\n", "\r")
    return raw == character or (character == " " and raw == "\t")


@given(RAW, st.integers(0, 40))
def test_line_endings_and_tabs(raw: str, start: int) -> None:
    start = min(start, len(raw))
    mapped = MappedText.of(raw, start)
    expanded = raw[start:].replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    assert mapped.text == expanded
    for index, character in enumerate(mapped.text):
        assert is_even(character, raw_of(mapped, index, raw))
        assert mapped.origin(index) == mapped.span(index, index + 1).start
    assert mapped.origin(len(mapped.text)) == len(raw)
    assert mapped.span(0, len(mapped.text)) == Span(start, len(raw))


@given(RAW, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_cuts_keep_origins(raw: str, bounds: list[tuple[int, int]]) -> None:
    mapped = MappedText.of(raw)
    length = len(mapped.text)
    stretches = [(min(a, b, length), min(max(a, b), length)) for a, b in bounds]
    cut = mapped.cut(stretches)
    places = [place for start, end in stretches for place in range(start, end)]
    assert cut.text == "".join(mapped.text[place] for place in places)
    for index, place in enumerate(places):
        assert cut.span(index, index + 1) == mapped.span(place, place + 1)
        assert cut.origin(index) == mapped.origin(place)


pieces = st.lists(
    st.tuples(st.text("ab", max_size=3), st.integers(0, 3), st.booleans()), max_size=5
)


@given(pieces)
def test_pieces_that_stand_for_others(
    given_pieces: list[tuple[str, int, bool]],
) -> None:
    """A piece may stand as a whole for more, or fewer, characters than it has."""
    found, expected, place = [], [], 0
    for text, length, is_whole in given_pieces:
        end = place + (length if is_whole else len(text))
        found.append(Piece(text, place, end if is_whole else None))
        for offset in range(len(text)):
            one = Span(place + offset, place + offset + 1) if not is_whole else None
            expected.append(one or Span(place, end))
        place = end + 1
    mapped = MappedText.join(found, "part")
    assert mapped.part == "part"
    assert [mapped.span(i, i + 1) for i in range(len(mapped.text))] == expected
    for start in range(len(expected)):
        for end in range(start + 1, len(expected) + 1):
            inside = Span(expected[start].start, expected[end - 1].end)
            assert mapped.span(start, end) == inside
            assert mapped.cut([(start, end)]).span(0, end - start) == inside


def check(essay: Essay) -> None:
    """Every readable character stands for what it comes from."""
    for paragraph in essay.document.paragraphs:
        raw = essay.document.parts[paragraph.part]
        done = -1
        for index, character in enumerate(paragraph.text):
            span = paragraph.span(index, index + 1)
            assert stands_for(character, span.of(raw)), (character, span.of(raw))
            assert span.start > done or raw[span.start] in "\t&\\"
            done = span.start


def stands_for(character: str, raw: str) -> bool:
    if is_even(character, raw) or raw == f"\\{character}":
        return True
    if raw.startswith("&"):
        return character in html.unescape(raw)
    return character == "\u00a0" and raw in ("\\ ", "\\\t")


MARKDOWN = st.text(
    st.sampled_from("@[]ab;,. \n\r\t*_`~$<>\\{}()^!-:#|\"'&é0&;"), max_size=60
)


@given(MARKDOWN)
@settings(max_examples=400, deadline=None)
def test_paragraphs_of_any_markdown(text: str) -> None:
    check(read_essay(text.encode(), "essay.md"))
    check(read_essay(text.encode(), "essay.txt"))


#: Markdown, and its readable paragraphs.
READABLE = {
    "emphasis": ("*So* **it** ***is***, ~~not~~ _so_", ["So it is, not so"]),
    "what never closes": ("*So it is [", ["*So it is ["]),
    "quotation marks": ("\"So\" 'it' is", ["\"So\" 'it' is"]),
    "links": ("[So](u 't') [it][r] ![image](u)\n\n[r]: u", ["So it image"]),
    "spans": ("[So]{.c} <span>it</span> <b>is</b><br/>", ["So it is"]),
    "brackets": ("[so] [it][is] ![so]", ["[so] [it][is] ![so]"]),
    "escapes": (r"\*so\* AT\&T p.\ 3", ["*so* AT&T p.\u00a03"]),
    "references": ("AT&amp;T &eacute;&#233; &nope;", ["AT&T éé &nope;"]),
    "code and maths": ("`so` ``it ` is``{.c} $x$ `raw`{=html}", ["so it ` is x"]),
    "addresses": ("<http://e.org> <me@e.org> <!-- no -->", ["http://e.org me@e.org"]),
    "TeX": ("So \\emph{it} is", ["So  is"]),
    "breaks": ("So\\\nit  \nis\r\nso", ["So\nit  \nis\nso"]),
    "raised": ("H~2~O x^2^", ["H2O x2"]),
    "citations": ("So [see @doe, p. 3] @roe", ["So [see @doe, p. 3] @roe"]),
    "notes": (
        "So[^a] it^[In *line* ^[twice]] is\n\n[^a]: Below.\n\n    And further.",
        ["So it is", "In line", "twice", "Below.", "And further."],
    ),
    "headings": ("# So *it*\n\nis\n---\n", ["So it", "is"]),
    "quotes": ("> quoted\n> twice", ["quoted\ntwice"]),
    "lists": ("- one\n\n  two\n\n1. three", ["one", "two", "three"]),
    "definitions": ("Term\n:   what", ["Term", "what"]),
    "lines": ("| a\n| b", ["a", "b"]),
    "code blocks": ("    code\n\n```\ncode\n```\n\nSo", ["So"]),
    "pipe tables": (
        "| a | *b* |\n|---|---|\n| c | d |\n\n: Caption",
        ["a", "b", "c", "d", "Caption"],
    ),
    "grid tables": ("+---+---+\n| e | f |\n|   | g |\n+---+---+", ["e", "f\ng"]),
    "front matter": ("---\ntitle: x\n---\n\nSo", ["So"]),
}


@pytest.mark.parametrize("name", READABLE)
def test_readable_markdown(name: str) -> None:
    text, expected = READABLE[name]
    essay = read_essay(text.encode(), "essay.md")
    found = [paragraph.text for paragraph in essay.document.paragraphs]
    assert found == expected
    check(essay)


def test_a_readable_sentence_has_its_place_in_the_essay() -> None:
    text = "> So *Doe* (AT&amp;T,\r\n> 2001) says.\r\n"
    [paragraph] = read_essay(text.encode(), "essay.md").document.paragraphs
    found = re.search(r"Doe \(.*?\)", paragraph.text, re.DOTALL)
    assert found
    assert found[0] == "Doe (AT&T,\n2001)"
    assert paragraph.span(*found.span()).of(text) == "Doe* (AT&amp;T,\r\n> 2001)"


def test_paragraphs_of_plain_text() -> None:
    essay = read_essay(b"\xef\xbb\xbf So it\r\nis.\r\n\r\n\r\nTwo \r\n", "essay.txt")
    found = [paragraph.text for paragraph in essay.document.paragraphs]
    assert found == ["So it\nis.", "Two"]
    check(essay)


def test_paragraphs_of_several_parts() -> None:
    essay = toy_essay(r"So \"it\" is\n\n\ud83d\ude00", r"caf\u00e9")
    paragraphs = essay.document.paragraphs
    assert [each.text for each in paragraphs] == ['So "it" is', "😀", "café"]
    assert [each.part for each in paragraphs] == ["body", "body", "aside"]
    assert paragraphs[2].span(3, 4) == Span(3, 9)
