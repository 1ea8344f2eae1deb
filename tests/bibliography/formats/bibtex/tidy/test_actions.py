"""Each action does its work, and nothing else."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.bibliography.formats.bibtex.tidy import Action, actions, counted, tidied
from loccit.model import Place, Source
from loccit.text_files.encoding import decode

ACTIONS = tuple(actions())


def test_actions(given: str, expected: str) -> None:
    """A case's first line names the actions, or `omit` and the fields."""
    line, _, text = given.partition("\n")
    omitted = (
        re.split(r",\s*", line.removeprefix("omit "))
        if line.startswith("omit ")
        else []
    )
    names = ["omit"] if omitted else line.split()
    chosen = [action for action in actions(omitted) if action.name in names]
    assert len(chosen) == len(names)
    done = tidied(text, "a.bib", chosen)
    assert done.text.strip() == expected
    assert tidied(done.text, "a.bib", chosen).text == done.text


def contents(text: str) -> list[Source]:
    """Return the sources of a file by key; of a repeated key, the first."""
    library = Library([bibtex.read(text, "a.bib")])
    return [
        replace(source, place=Place())
        for key in sorted(library.keys())
        if (source := library.get(key))
    ]


FIELDS = {
    "title": [
        "{The {New} Jim Crow}",
        "{{All of It}}",
        '"{A} B"',
        "{}",
        "s",
        '"A" # s',
        "{G{\\'\\i}del \\O}",
        "{A & 5\\% # $%$}",
    ],
    "author": [
        "{Doe, Jane and {World Bank}}",
        "{{\\'E}tienne, A.}",
        '"hooks, bell"',
        "{ }",
    ],
    "pages": ["{1-2}", '"3 – 4"', "5", "{A-1}", "{6--7, 9-10}"],
    "month": ["jan", "{February}", "3", '"4"', '"5~" # jun', "{}"],
    "year": ["2010", "{2011}", '"in press"'],
    "doi": ["{10.1000/1}", "{https://doi.org/10.1000/1}", "{}"],
    "url": [
        "{https://doi.org/10.1000/1}",
        "{https://example.org/~a}",
        "{https://doi.org/10.1000/2\\_3}",
    ],
    "note": ["{}", "{with @book{in, it} and\n\n  lines}", '"a {"} b"'],
    "x-mine": ["{kept}", "{}"],
    "crossref": ["{c}", '"d"'],
}
BETWEEN = [
    "\n",
    "\n\n",
    "\r\n\r\n",
    " ",
    "\n% comment\n",
    "\n\n% heading\n\n",
    " % behind\n",
    "\n@string{s = {S}}\n",
    "",
]


@st.composite
def files(draw: st.DrawFn) -> str:
    """Make a .bib file with entries that depend on each other, in all kinds of layout."""
    text = draw(st.sampled_from(["", "\ufeff% first\n", "\n\n"]))
    for key in draw(st.lists(st.sampled_from(["a", "B", "c", "d", "é"]), max_size=5)):
        gap = draw(st.sampled_from([", ", ",", ",\n\t", "\n, ", ",\r\n  "]))
        equals = draw(st.sampled_from(["=", " = ", "   ="]))
        names = draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=5, unique=True))
        case = draw(st.sampled_from([str.lower, str.upper]))
        fields = [
            case(name) + equals + draw(st.sampled_from(FIELDS[name])) for name in names
        ]
        tail = draw(st.sampled_from(["", ",", "\n", ",\n"]))
        end = draw(st.sampled_from(["}", "}", "}", "}", "", "}}"]))
        type_ = draw(st.sampled_from(["@Article", "@book", "@inbook", "@ misc"]))
        text += f"{type_}{{{key}{gap.join(['', *fields])}{tail}{end}{draw(st.sampled_from(BETWEEN))}"
    return text + draw(st.sampled_from(["", "@comment{jabref-meta: x;}\n", "the end"]))


SUBSETS = st.sets(st.sampled_from(ACTIONS)).map(
    lambda chosen: [action for action in ACTIONS if action in chosen]
)


@draw(files(), SUBSETS)
def test_twice_is_once(text: str, chosen: list[Action]) -> None:
    once = tidied(text, "a.bib", chosen).text
    assert tidied(once, "a.bib", chosen).text == once


@draw(files(), SUBSETS)
def test_the_file_says_the_same(text: str, chosen: list[Action]) -> None:
    keeping = [action for action in chosen if action.keeps_meaning]
    assert contents(tidied(text, "a.bib", keeping).text) == contents(text)


@draw(files(), SUBSETS)
def test_text_of_the_user_stays(text: str, chosen: list[Action]) -> None:
    done = tidied(text, "a.bib", chosen)
    for kept in (
        "% first",
        "% heading",
        "% comment",
        "% behind",
        "@string{s = {S}}",
        "jabref-meta",
        "the end",
        "\ufeff",
    ):
        assert done.text.count(kept) == text.count(kept)
    assert sorted(done.keys) == sorted(
        key for key in (entry.key for entry in scan(text).entries) if key
    )


@draw(files())
def test_the_count_is_what_an_action_changes_by_itself(text: str) -> None:
    for action in ACTIONS:
        done = tidied(text, "a.bib", [action])
        assert done.done[action.name] == counted(text, [action])[action.name]
        assert (done.text != text) == bool(done.done[action.name])


BROKEN = [
    "@book{a,",
    "@book(b",
    "}",
    ")",
    "{",
    "title",
    "=",
    "{A}",
    '"',
    "#",
    ",",
    "\n",
    "%",
    "\\",
    "é",
    " ",
    "2",
    "@",
]


@draw(st.lists(st.sampled_from(BROKEN)).map("".join))
def test_whatever_a_file_holds(text: str) -> None:
    text = "@book{a, pages = {1-2}}" + text
    done = tidied(text, "a.bib", [action for action in ACTIONS if action.keeps_meaning])
    assert contents(done.text) == contents(text)


def test_a_broken_entry_is_reported() -> None:
    text = "@book{a, title = {A}}\n@book{b, note = {1}, note = {2}}\n@book{, title = {C}}\n"
    first, second = map(str, tidied(text, "a.bib", ACTIONS).problems)
    assert first.startswith(
        "a.bib:2:22: note: This entry is broken and was left as it is: The field `note` is given twice"
    )
    assert first.endswith("`loccit edit b` opens it.")
    assert second == "a.bib:3:1: note: This entry is broken and was left as it is."


def test_an_entry_with_a_comment_is_reported() -> None:
    text = "@book{a, year = 2010, % here\n  title = {A}}"
    by_name = {action.name: action for action in ACTIONS}
    assert not tidied(text, "a.bib", [by_name["braces"]]).problems
    [problem] = tidied(text, "a.bib", [by_name["align"]]).problems
    assert str(problem).startswith("a.bib:1:1: note: This entry contains a comment")


FILES_FROM_ELSEWHERE = os.environ.get("LOCCIT_BIB_FILES", "")


@pytest.mark.skipif(
    not FILES_FROM_ELSEWHERE,
    reason="LOCCIT_BIB_FILES names no folder of .bib files from elsewhere",
)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_real_files(action: Action) -> None:
    tried = 0
    for path in sorted(Path(FILES_FROM_ELSEWHERE).rglob("*.bib")):
        text = decode(path.read_bytes()[:400_000], path.name).text
        once = tidied(text, str(path), [action]).text
        assert tidied(once, str(path), [action]).text == once, path
        if action.keeps_meaning:
            assert contents(once) == contents(text), path
        tried += once != text
    assert tried
