"""The typed list of sources, and its entries."""

from __future__ import annotations

import re

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from loccit.essays import read_essay
from loccit.recognize.source_list import FoundList, find_list
from loccit.recognize.source_list.headings import heading_kind

#: Words that a list may be made of, for texts that come close to one.
PIECES = [
    "References",
    "Sources:",
    "# Notes",
    "Doe, J. (2001). On it.",
    "Roe R, Poe P.",
    "———.",
    "and so",
    "Words that say (Doe, 2001) why it is so and not another way.",
    "1984. It",
    "[Ü](https://e.org/a_b)",
    "*Title*",
    "https://e.org",
    "12(3), 4–5.",
    "1.",
    "[2]",
    "•",
    ">",
    "|",
    " ",
    "\n",
    "\n\n",
    "\n    ",
    "\r\n",
]


def find(text: str, name: str) -> FoundList | None:
    return find_list(read_essay(text.encode(), name).document.paragraphs)


def name_of(title: str) -> str:
    """Return the name of an essay in the format that a title ends with."""
    found = re.search(r"\((text|rst)\)$", title)
    suffixes = {"text": "txt", "rst": "rst"}
    return f"essay.{suffixes[found[1]] if found else 'md'}"


def described(text: str, found: FoundList | None) -> str:
    if found is None:
        return "no list"
    lines = []
    for entry in found.entries:
        label = f"{entry.number}: " if entry.number else ""
        authors = f" <{entry.authors}>" if entry.authors else ""
        typed = entry.span.of(text).replace("\n", "⏎")
        lines.append(f"- {label}{typed}{authors}")
    return "\n".join(lines)


def test_entries(title: str, given: str, expected: str) -> None:
    assert described(given, find(given, name_of(title))) == expected


@pytest.mark.cases("layouts.txt")
def test_layouts(title: str, given: str, expected: str) -> None:
    assert described(given, find(given, name_of(title))) == expected


@pytest.mark.cases("no_lists.txt")
def test_no_lists(given: str, title: str, expected: str) -> None:
    assert described(given, find(given, name_of(title))) == expected


@pytest.mark.cases("test_headings.txt")
def test_headings(given: str, expected: str) -> None:
    assert (heading_kind(given) or "none") == expected


@generated(
    st.lists(st.sampled_from(PIECES)).map(" ".join)
    | st.text(st.characters(exclude_characters="\0"))
)
def test_entries_are_in_order_and_inside(text: str) -> None:
    for name in ("essay.md", "essay.txt"):
        essay = read_essay(text.encode("utf-8", "replace"), name)
        found = find_list(essay.document.paragraphs)
        end = 0
        for entry in found.entries if found else ():
            assert end <= entry.span.start < entry.span.end
            assert all(0 <= mark.start <= mark.end for mark in entry.marks)
            end = entry.span.end
        assert end <= len(essay.text)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n- ", " "])
def test_long_lists(between: str) -> None:
    entry = "Doe, J. (2001). *On it* [here](https://e.org). Press."
    text = f"# References\n\n{between.join([entry] * 3000)}\n"
    found = find(text, "essay.md")
    assert found
    assert len(found.entries) == 3000


@pytest.mark.parametrize(
    "text", ["word ", "[", "Doe, J. ", "(2001). ", "* ", "References: "]
)
def test_one_long_line(text: str) -> None:
    find(f"References\n\n{text * 40_000}", "essay.txt")
    find(f"{text * 40_000}", "essay.txt")


def test_authors_of_the_entry_above() -> None:
    text = "# Works Cited\n\nDoe, Jane. *On It*. 2001.\n\n---. *Under* It. 2002.\n"
    found = find(text, "essay.md")
    assert found
    entry = found.entries[1].spelled_out()
    assert entry.text == "Doe, Jane. Under It. 2002."
    [mark] = entry.marks
    assert entry.text[mark.start : mark.end] == "Under"


def test_the_last_of_several_lists_is_the_place() -> None:
    parts = "# Primary Sources\n\nDoe, J. (2001). On it.\n\n# Secondary Sources\n\n"
    parts += "Roe, R. (2002). Under it.\n\nText.\n"
    found = find(parts, "essay.md")
    assert found
    assert found.heading
    assert found.heading.of(parts) == "Primary Sources"
    assert found.span.of(parts).startswith("Doe")
    assert found.paragraphs == {0, 1, 2, 3}

    chapters = f"# References\n\nPoe, P. (2000). It.\n\n# Two\n\nText.\n\n{parts}"
    found = find(chapters, "essay.md")
    assert found
    assert [entry.text[:3] for entry in found.entries] == ["Poe", "Doe", "Roe"]
    assert found.span.of(chapters).startswith("Doe")
    assert found.paragraphs == {0, 1, 4, 5, 6, 7}


def test_footnotes_are_not_in_the_list() -> None:
    text = "# References\n\nDoe, J. (2001). On it.\n\n[^1]: See Doe (2001).\n\n"
    found = find(f"A.[^1]\n\n{text}Roe, R. (2002). Under it.\n", "essay.md")
    assert found
    assert found.paragraphs == {1, 2, 4}


def test_an_essay_in_one_paragraph() -> None:
    text = "So it is.\nReferences\nDoe, J. (2001). On it. Press.\n"
    text += "Primary sources\nRoe, R. (2002). Under it. Press."
    found = find(text, "essay.txt")
    assert described(text, found).splitlines() == [
        "- Doe, J. (2001). On it. Press.",
        "- Roe, R. (2002). Under it. Press.",
    ]
    assert found
    assert not found.paragraphs


@pytest.mark.parametrize(
    "line", ["References\n", "a\n", "1984. It\n", "Doe, J. (2001).\n"]
)
def test_many_lines(line: str) -> None:
    find(f"So.\n\n{line * 20_000}", "essay.txt")
