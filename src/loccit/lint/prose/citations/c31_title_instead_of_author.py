"""A title in the place of the author without marks, italics, or capitals.

## What it does

Finds works without an author whose title is cited in another form than that of titles:
articles and chapters without quotation marks, books and reports without italics, and any
without the capitals of a headline.

## Why is this bad?

A reader takes a bare title for words of the sentence.  APA sets it in title case, in
quotation marks if the list has it upright, in italics if the list has it so (section
8.14).

## Example

    Sleep helps memory (guide to sleep, 2019).

    # References

    Guide to sleep. (2019). *Sleep Journal*, *3*(2), 1–9.

## Use instead

    Sleep helps memory (“Guide to Sleep,” 2019).

    # References

    Guide to sleep. (2019). *Sleep Journal*, *3*(2), 1–9.

## Fix safety

This fix is unsafe: the list may have other names for an author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.italics import is_in_italics, shows_italics
from loccit.lint.checked.prose import Found, found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Citation, Cite, Edit, Mark, RichText, Safety, Source
from loccit.values.groups import is_group

FIX_SAFETY: Safety = "unsafe"

_ITALIC = Mark("font-style", "italic")
_WORD = regex(r"[^\W_]+(?:[-’'][^\W_]+)*")
_YEAR = regex(r"\((?P<year>(?:1[5-9]|20)\d\d|n\.d\.)")
#: A title has small words; a group that was taken for one has not.
_SMALL = regex(r"\b[a-z]{4,}")
#: A title with the group whose page it is: "What is sleep? - Sleep Society".
_GROUP = regex(r".*(?:,|\s[–—|-])\s(.+)", re.DOTALL)
_MOST_WORDS = 12
_FEWEST_WORDS = 2


class _Title(NamedTuple):
    """The title of a work without an author.

    Attributes:
        words: its words in title case.
        year: its year.
        is_italic: whether citations have it in italics.
    """

    words: list[str]
    year: str
    is_italic: bool


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for title in _titles(essay):
        for found in found_in_prose(essay, _pattern(title)):
            yield from _mistakes(essay, found, title)


def _titles(essay: CheckedEssay) -> Iterator[_Title]:
    """Yield the titles with which entries begin, instead of an author."""
    for entry in essay.entries:
        year = _YEAR.search(entry.text)
        if not year or not _may_be_unsigned(entry):
            continue
        before = entry.text[: year.start()].strip(' .“”"')
        words = _WORD.findall(_in_print(essay, before))
        is_italic = _begins_italic(entry)
        is_title = is_italic or _SMALL.search(before)
        names_group = _GROUP.fullmatch(before)
        with_group = names_group and is_group(names_group[1], certain=True)
        if is_title and not with_group and len(words) >= _FEWEST_WORDS:
            is_italic = is_italic or _would_be_italic(essay, entry)
            yield _Title(words[:_MOST_WORDS], year["year"], is_italic)


def _may_be_unsigned(entry: CheckedEntry) -> bool:
    """Return whether an entry has no author, or one that may be its title."""
    names = [*entry.source.names("author"), *entry.source.names("editor")]
    return not names or (
        len(names) == 1 and not is_group(names[0].literal or "group", certain=True)
    )


def _in_print(essay: CheckedEssay, title: str) -> str:
    """Return a title as the style prints it instead of an author."""
    source = Source("title", "article-journal", {"title": title})
    citation = Citation((Cite("title"),))
    printed = csl.process(essay.style, {"title": source}, [citation])
    return printed.citations[0].plain.partition("”")[0]


def _begins_italic(entry: CheckedEntry) -> bool:
    return any(each.kind == "emphasis" and each.start <= 1 for each in entry.marks)


def _would_be_italic(essay: CheckedEssay, entry: CheckedEntry) -> bool:
    """Return whether the title would be in italics in a list that can show them."""
    marks = (mark for each in essay.entries for mark in each.marks)
    if any(mark.kind == "emphasis" for mark in marks):
        return False
    return "“" not in essay.in_print.alone[entry.key]


def _pattern(title: _Title) -> re.Pattern[str]:
    """Return what finds the first words of a title, and a year after them."""
    first, second, *others = map(re.escape, title.words)
    rest = "".join(f"(?:[\\s:,&–—-]+{word}" for word in others) + ")?" * len(others)
    return re.compile(
        rf"(?<![\w’'-])(?P<before>[\"“”‘']?)(?P<title>{first}[\s:,&–—-]+{second}{rest})"
        rf"(?P<after>[,.]?[\"”’']?(?P<comma>,?))\s(?=\(?{re.escape(title.year)}[a-z]?\b)",
        re.IGNORECASE,
    )


def _mistakes(essay: CheckedEssay, found: Found, title: _Title) -> Iterator[Mistake]:
    typed = found.match["title"]
    start, end = found.match.span("title")
    is_quoted = bool(found.match["before"])
    is_italic = is_in_italics(found.paragraph, start, end)
    right = _in_title_case(typed, title)
    lacks = []
    if title.is_italic and not is_italic and shows_italics(essay):
        lacks.append("italics" if not is_quoted else "italics instead of the marks")
    if not title.is_italic and not is_quoted:
        lacks.append("quotation marks")
    if typed != right:
        lacks.append("the capitals of a title")
    if lacks:
        message = f"`{typed}` is a title, and lacks {' and '.join(lacks)}."
        advice = (
            f"Set it in italics: `{right}`" if title.is_italic else f"Write `“{right}”`"
        )
        edits = _edits(essay, found, right, title)
        yield Mistake(found.mapped, start, end, message, f"{advice}.", edits)


def _in_title_case(typed: str, title: _Title) -> str:
    """Return typed words with the capitals that the style prints."""
    words = iter(title.words)
    return _WORD.sub(lambda _: next(words), typed)


def _edits(
    essay: CheckedEssay, found: Found, right: str, title: _Title
) -> tuple[Edit, ...]:
    """Return the edits that set the title as it should be, with its comma."""
    match = found.match
    start, end = match.start("before"), match.end("after")
    if found.paragraph.marks_in(start, end):
        return ()
    comma = "," if "," in match["after"] else ""
    new = RichText.of(f"“{right}{comma}”")
    if title.is_italic:
        new = RichText.of(right).marked(_ITALIC) + RichText.of(comma)
    return essay.retyped(found.mapped, start, end, new)
