"""Works known from another: what is cited, and what is listed."""

from __future__ import annotations

import pytest

from loccit import format_essay, open_library, read_essay
from loccit.csl import load_style, process
from loccit.model import Citation, Cite
from loccit.workspace.settings import Settings

_SOURCES = [
    {
        "id": key,
        "type": "book",
        "title": title,
        "author": [{"family": family, "given": "A."}],
        "issued": year,
    }
    for key, title, family, year in (
        ("old", "Old", "Rabbitt", "1982"),
        ("new", "New", "Lyon", "2014"),
        ("also", "Also", "Abel", "2001"),
        ("late", "Late", "Rabbitt", "2001"),
    )
]


def _formatted(text: str, style: str = "apa") -> tuple[str, list[str], list[str]]:
    """The text without its list, the keys of the list, and the rules of the problems."""
    library = open_library([], _SOURCES)
    result = format_essay(
        read_essay(text.encode(), format="markdown"), library, Settings(csl=style)
    )
    keys = [entry.key for entry in result.bibliography]
    return (
        result.text.split("\n\n# ")[0].strip(),
        keys,
        [problem.rule for problem in result.problems],
    )


@pytest.mark.parametrize(
    ("typed", "set_", "listed"),
    [
        (
            "[@old, as cited in @new]",
            "(Rabbitt, 1982, as cited in Lyon, 2014)",
            ["new"],
        ),
        (
            "[@old, p. 5, cited in @new, p. 9]",
            "(Rabbitt, 1982, p. 5, cited in Lyon, 2014, p. 9)",
            ["new"],
        ),
        (
            "[see @old, zit. nach @{new}]",
            "(see Rabbitt, 1982, zit. nach Lyon, 2014)",
            ["new"],
        ),
        (
            "@old [as cited in @new, p. 3]",
            "Rabbitt (1982, as cited in Lyon, 2014, p. 3)",
            ["new"],
        ),
        (
            "@old [p. 5, as cited in @new]",
            "Rabbitt (1982, p. 5, as cited in Lyon, 2014)",
            ["new"],
        ),
        ("@old [see @new]", "Rabbitt (1982; see Lyon, 2014)", ["new", "old"]),
        (
            "[@old, as cited in @new] [@old]",
            "(Rabbitt, 1982, as cited in Lyon, 2014) (Rabbitt, 1982)",
            ["new", "old"],
        ),
        (
            "[@old, as cited in @also, as cited in @new]",
            "(Rabbitt, 1982, as cited in Abel, 2001, as cited in Lyon, 2014)",
            ["new"],
        ),
    ],
)
def test_the_list_has_what_was_read(typed: str, set_: str, listed: list[str]) -> None:
    assert _formatted(typed) == (set_, listed, [])


def test_sorting_and_collapsing_leave_the_two_together() -> None:
    text, listed, _ = _formatted("[@late; @old, as cited in @new; @also]")
    assert text == "(Abel, 2001; Rabbitt, 1982, as cited in Lyon, 2014; Rabbitt, 2001)"
    assert listed == ["also", "new", "late"]


def test_a_key_without_a_source_leaves_the_citation_as_written() -> None:
    typed = "[@old, as cited in @nobody]"
    assert _formatted(typed) == (typed, [], ["unknown-key"])


def test_code_is_no_link() -> None:
    text, listed, problems = _formatted("[@old, `as cited in @new`]")
    assert (text, listed, problems) == (
        "(Rabbitt, 1982, `as cited in @new`)",
        ["old"],
        ["key-in-affix"],
    )


def test_what_is_not_listed_has_no_number() -> None:
    assert _formatted("[@old, as cited in @new] [@also]", "ieee")[:2] == (
        "Rabbitt, as cited in [1] [2]",
        ["new", "also"],
    )


def test_the_processor_lists_an_unread_work_that_is_cited_elsewhere() -> None:
    library = open_library([], _SOURCES)
    sources = {
        key: source
        for key in ("old", "new")
        if (source := library.get(key)) is not None
    }
    pair = Citation((Cite("old"), Cite("new", secondary=True)))
    style = load_style("apa")
    assert [entry.key for entry in process(style, sources, [pair]).bibliography] == [
        "new"
    ]
    assert [
        entry.key
        for entry in process(style, sources, [pair], uncited=["old"]).bibliography
    ] == ["new", "old"]
