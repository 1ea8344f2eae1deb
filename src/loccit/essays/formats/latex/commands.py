"""The commands and environments of everyday documents, by what they do to the text;
commands.txt lists them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from loccit._startup.regex import regex
from loccit.essays.paragraph import MarkKind
from loccit.values.word_lists import read_sections, words_of

_SECTIONS = read_sections(Path(__file__).with_name("commands.txt"))


def _named(section: str) -> frozenset[str]:
    return words_of(_SECTIONS[section])


def _kinds(what: str) -> Iterator[tuple[str, str]]:
    """Yield the names of all sections of a kind, each with the rest of its title."""
    for title, lines in _SECTIONS.items():
        if title.startswith(f"{what} "):
            for name in words_of(lines):
                yield name, title.removeprefix(f"{what} ")


def _counts(what: str) -> Mapping[str, int]:
    return {name: int(count) for name, count in _kinds(what)}


def _marks(what: str) -> Mapping[str, MarkKind]:
    return {name: cast(MarkKind, kind) for name, kind in _kinds(what)}


MARKS = _marks("mark")
DECLARATIONS = _marks("declaration")
NOTES = _named("notes")
OWN_PARAGRAPHS = _named("own paragraphs")
QUOTES = _named("quotes")
DEFINITIONS = _named("definitions")
DROPPED = _counts("dropped")
ASSIGNMENTS = _named("assignments")
QUOTATIONS = _named("quotations")
LISTS = _named("lists")
TABLES = _named("tables")
FORMULAS = _named("formulas")
ENVIRONMENT_ARGUMENTS = _counts("arguments")

#: Headings, from the highest.
HEADINGS = (
    "part",
    "chapter",
    "section",
    "subsection",
    "subsubsection",
    "paragraph",
    "subparagraph",
)
#: The value that a command of TeX itself takes: a length, a number, another command.
ASSIGNED = regex(
    r"[ \t]*=?[ \t]*[-+]?"
    r"(?:[\d.,]+[ \t]*(?:true)?(?:pt|in|cm|mm|em|ex|pc|bp|sp|dd|cc|fil+)?(?:\\[A-Za-z]+)?"
    r"|\\[A-Za-z]+)[ \t]?"
    r"(?:(?:plus|minus)[ \t]*[-\d.]+[a-z]{2,4}[ \t]*)*"
)
