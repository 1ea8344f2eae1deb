"""The way back: a formatted essay gets its keys again, and formats to the same text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit import Library, Settings, format_essay, open_library, read_essay
from loccit.editing.unformat import Unformatted, unformat_essay
from tests.cases import Case
from tests.formatting.test_format_essay import essays
from tests.paths import ROOT

STYLES = ["apa", "modern-language-association", "chicago-author-date", "ieee"]


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library([ROOT / "bibliography"])


def formatted(data: bytes, library: Library, style: str, kind: str) -> bytes:
    essay = read_essay(data, format=kind)
    return format_essay(essay, library, Settings(csl=style)).data


def unformatted(data: bytes, library: Library, style: str, kind: str) -> Unformatted:
    essay = read_essay(data, format=kind)
    return unformat_essay(essay, library, Settings(csl=style))


def test_unformat(case: Case, library: Library) -> None:
    result = unformatted(case.given.encode(), library, "apa", "markdown")
    assert result.data.decode().rstrip("\n") == case.expected


def test_keys_return(case: Case, library: Library) -> None:
    """What is expected of a case is formatted to the case, and comes back."""
    if case.expected == case.given:
        pytest.skip("stays as it is typed")
    again = formatted(case.expected.encode() + b"\n", library, "apa", "markdown")
    assert again.decode().rstrip("\n") == case.given


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["coalition.md", "mutual-aid.txt"])
def test_the_essays(style: str, name: str, library: Library) -> None:
    kind = "markdown" if name.endswith(".md") else "plain_text"
    essay = (ROOT / "essays" / name).read_bytes()
    once = formatted(essay, library, style, kind)
    back = unformatted(once, library, style, kind)
    assert formatted(back.data, library, style, kind) == once


def test_nearly_all_keys_return_in_apa(library: Library) -> None:
    """One that is amid words in brackets is not surely a citation."""
    essay = read_essay((ROOT / "essays" / "coalition.md").read_bytes())
    once = format_essay(essay, library)
    back = unformat_essay(read_essay(once.data), library)
    keys = [
        [cite.key for cite in citation.cites]
        for citation in read_essay(back.data).citations({})
    ]
    cited = [
        [cite.key for cite in each.citation.cites]
        for each in once.citations
        if each.text
    ]
    assert [each for each in cited if each in keys] == keys
    assert len(keys) >= len(cited) - 1


def test_footnotes_stay(library: Library) -> None:
    style = "chicago-notes-bibliography"
    once = formatted(b"So it is [@davis2003, p. 9].\n", library, style, "markdown")
    back = unformatted(once, library, style, "markdown")
    assert back.in_notes
    assert back.data == once


@settings(max_examples=20)
@given(
    text=essays(),
    kind=st.sampled_from(["markdown", "plain_text"]),
    style=st.sampled_from(STYLES),
)
def test_the_same_text_again(
    library: Library, text: str, kind: str, style: str
) -> None:
    once = formatted(text.encode(), library, style, kind)
    back = unformatted(once, library, style, kind)
    assert formatted(back.data, library, style, kind) == once
