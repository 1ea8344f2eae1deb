"""The page to hand back, read as a browser reads it."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from lxml.etree import _Element

from loccit.cli.report import Report, format_named
from loccit.lint import Finding
from loccit.model import Place, Problem
from tests.cli.report.essays import TANGLED, document, report, with_message

#: The elements and the namespace of HTML.
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "</style><script>alert(1)</script><img src=x onerror=y>\"'`&amp;\x1b"


def written(found: Report) -> str:
    return format_named("html").write(found)


def parsed(page: str) -> _Element:
    """Parse a page; every error of the HTML standard's parser fails."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True)
    tree: _Element = parser.parse(page).getroot()
    return tree


def texts(tree: _Element, name: str, of: str = "") -> list[str]:
    """The texts of elements of a name, and of a class."""
    found = [
        each
        for each in tree.iter(f"{XHTML}{name}")
        if of in (each.get("class") or "").split() or not of
    ]
    return ["".join(map(str, each.itertext())) for each in found]


def test_the_words_are_marked_in_place_and_numbered() -> None:
    tree = parsed(written(report("# Title\n\nSo *it* is (Doe 2001), (Roe 2002).\n")))
    assert texts(tree, "p", "paragraph") == ["So it is (Doe 12001), (Roe 22002)."]
    assert texts(tree, "em") == ["it"]
    assert texts(tree, "mark") == [" ", " "]
    assert [note[:4] for note in texts(tree, "li")] == ["1 No", "2 No"]
    assert texts(tree, "h3") == ["Title"]


def test_one_essay_has_its_name_as_title_and_several_have_a_table() -> None:
    one = parsed(written(report(TANGLED)))
    assert texts(one, "h1") == ["essay-1.md"]
    assert texts(one, "title") == ["Notes on essay-1.md"]
    several = parsed(written(report(TANGLED, "No.\n", names=["a/b.md", "a/c/d.md"])))
    assert texts(several, "h1") == ["Notes on 2 essays"]
    assert [row.split() for row in texts(several, "th")][6:] == [["b.md"], ["c/d.md"]]
    assert texts(several, "h2")[:2] == ["b.md", "d.md"]
    assert texts(several, "dd")[0].endswith("In 1 essay: 2 notes.")
    assert texts(one, "dd")[0].endswith(" 1, 2")


def test_every_link_leads_to_a_place_in_the_page() -> None:
    essays: list[str | bytes] = [TANGLED, "So [@nobody].\n", document("(Doe 2001).")]
    tree = parsed(written(report(*essays, names=["a.md", "b.md", "c.docx"])))
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.get("href") or "" for each in tree.iter(f"{XHTML}a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_nothing_of_the_text_is_markup() -> None:
    text = f"{HOSTILE} (Doe 2001).\n\n`{HOSTILE}` [@{HOSTILE}\n"
    found = with_message(report(text, names=["<b>&.md"]), HOSTILE)
    tree = parsed(written(found))
    names = {each.tag.removeprefix(XHTML) for each in tree.iter("*")}
    assert not names & {"script", "img", "b>"}
    assert "onerror" in texts(tree, "ol")[0]


def test_findings_without_a_place_in_the_text_are_listed() -> None:
    source = Finding(Problem("et-al", "Names.", Place("a.bib", 1, 2)), "doe")
    found = report("So it is (Doe 2001).\n")
    [essay] = found.essays
    both = Report(1, [*essay.findings, source], found.essays)
    tree = parsed(written(both))
    assert texts(tree, "h2")[0] == "Sources"
    assert texts(tree, "li")[-1].startswith("a.bib:1:2 Names.")
    assert texts(tree, "dt") == ["C01comma-before-year", "et-al"]


def test_entries_of_the_list_are_set_as_such() -> None:
    text = "So it is (Doe, 2001).\n\n# References\n\nDoe, J. (2001). *A book*. Press.\n"
    tree = parsed(written(report(text)))
    assert texts(tree, "p", "entry") == ["Doe, J. (2001). A book. Press."]


@pytest.mark.parametrize("found", [Report(0, []), Report(3, [])])
def test_a_page_without_findings(found: Report) -> None:
    assert texts(parsed(written(found)), "h1") == ["Notes on sources"]


@drawn(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        max_size=60,
    )
)
def test_every_page_is_valid(text: str) -> None:
    tree = parsed(written(report(f"{text} (Doe 2001) {text}\n\n{text}\n")))
    assert texts(tree, "article")
