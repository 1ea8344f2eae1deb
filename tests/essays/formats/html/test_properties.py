"""What holds for every essay in HTML: tags anywhere change nothing that is read, and all
that is not a citation or the list stays.
"""

from __future__ import annotations

import re
from itertools import pairwise

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

import loccit
from tests.essays.formats.html.library import formatted

_WORDS = {"p.": "page", "pp.": "page"}
_SENTENCES = [
    "So it is [@doe2001, p. 46].",
    "As @roe2002 says [p. 3], it rains.",
    "[See @paz2003, pp. 3-5; @doe2001] and on.",
    "Typed by hand (Doe, 2001, p. 3), it stays.",
    "Nothing is cited here.",
]
_TAGS = ["<b>", "<i class=a>", '<span style="color: red">', "<font\nsize=1>", "<U>"]
_NOTHING = ["<!-- [@doe2001] -->", "<wbr>", "<a id=x></a>", "&shy;", "<![if !a]>"]
_sentences = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3)


@st.composite
def _marked_up(draw: st.DrawFn, text: str) -> str:
    """Put harmless tags around random stretches of a text, nested well, and what is
    nothing between characters.
    """
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
    pieces = [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]
    opened: list[str] = []
    result = ""
    for piece in pieces:
        result += piece.replace("&", "&amp;")
        match draw(st.sampled_from(["open", "close", "nothing"])):
            case "open":
                opened.append(draw(st.sampled_from(_TAGS)))
                result += opened[-1]
            case "close" if opened:
                result += _closing(opened.pop())
            case "nothing":
                result += draw(st.sampled_from(_NOTHING))
    return result + "".join(_closing(tag) for tag in reversed(opened))


def _closing(tag: str) -> str:
    found = re.match(r"<(\w+)", tag)
    assert found
    return f"</{found[1]}>"


@st.composite
def _essays(draw: st.DrawFn) -> tuple[str, str]:
    """Return an essay without tags within its lines, and with them."""
    plain, marked = "", ""
    for _ in range(draw(st.integers(1, 3))):
        text = " ".join(draw(_sentences))
        element = draw(st.sampled_from(["p", "li", "div", "td"]))
        plain += f"<{element}>{text}</{element}>\n"
        marked += f"<{element}>{draw(_marked_up(text))}</{element}>\n"
    return plain, marked


def _cited(text: str) -> list[tuple[str, str, str]]:
    essay = loccit.read_essay(text.encode(), "essay.html")
    return [
        (cite.key, cite.mode, str(cite.locator))
        for citation in essay.citations(_WORDS)
        for cite in citation.cites
    ]


def _read(text: str) -> str:
    """Return what an independent reader sees before the list."""
    before_list = text.partition("<style>")[0]
    tree = html5lib.parse(before_list, namespaceHTMLElements=False)
    comments = [each for each in tree.iter() if not isinstance(each.tag, str)]
    for comment in comments:
        comment.text = ""
    body = tree.find("body")
    assert body is not None
    return " ".join("".join(body.itertext()).replace("\u00ad", "").split())


@given(_essays())
def test_tags_change_no_citation(essay: tuple[str, str]) -> None:
    plain, marked = essay
    assert _cited(marked) == _cited(plain)


@settings(max_examples=20)
@given(_essays())
def test_readers_see_the_same_text(essay: tuple[str, str]) -> None:
    plain, marked = essay
    assert _read(formatted(marked).text) == _read(formatted(plain).text)


@settings(max_examples=20)
@given(_essays())
def test_tags_stay_balanced(essay: tuple[str, str]) -> None:
    def errors(text: str) -> set[str]:
        parser = html5lib.HTMLParser()
        parser.parse(text)
        return {code for _, code, _ in parser.errors}

    assert errors(formatted(essay[1]).text) <= errors(essay[1])


@settings(max_examples=20)
@given(_essays())
def test_twice_is_once(essay: tuple[str, str]) -> None:
    once = formatted(essay[1]).text
    assert formatted(once).text == once


@settings(max_examples=20)
@given(_essays())
def test_what_is_outside_the_edits_stays(essay: tuple[str, str]) -> None:
    given_text = essay[1]
    result = formatted(given_text)
    done, new = 0, result.text
    for edit in result.edits:
        kept = given_text[done : edit.span.start]
        assert new.startswith(kept)
        new = new[len(kept) :]
        assert new.startswith(edit.new)
        new = new[len(edit.new) :]
        done = edit.span.end
    assert new == given_text[done:]


@given(st.text(alphabet="<>/ab=\"'!-& p?[]@;\n", max_size=60))
def test_anything_can_be_read(text: str) -> None:
    essay = loccit.read_essay(text.encode(), "essay.html")
    essay.citations(_WORDS)
    essay.reference_list({"references"})
    spans = [each.span(0, len(each.text)) for each in essay.document.paragraphs]
    assert all(one.end <= other.start for one, other in pairwise(spans))
