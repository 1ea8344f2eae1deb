"""Add a field that an entry of a `.bib` file needs, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.bib.blocks import BibBlock
from loccit.drafting.bib.habits import Habits
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.lint.sources.missing_field import needed_fields
from loccit.model import Edit, Span
from loccit.text_files.newlines import newline_of

_COMMA = regex(r"\s*,")
_INDENT = regex(r"[ \t]*\Z")


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer each field that the entry lacks."""
    block = _entry(asked)
    if block:
        habits = Habits(asked.text, block)
        given = [field.name for field in block.fields]
        for name in needed_fields(block.kind, given):
            own = habits.name(name)
            yield Offer(f"Add the field `{own}`", "quickfix", own)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Add an empty field after the others."""
    block = _entry(asked)
    if block is None:
        raise InvalidChange("There is no whole entry here any more.")
    text = asked.text
    last = block.fields[-1].whole
    comma = _COMMA.match(text, last.end)
    end = comma.end() if comma else last.end
    before, after = Habits(text, block).written(argument, Span(end, end))
    field = f"{before}{after}"
    if not comma:
        field = f",{_gap(text, last.start)}{field.rstrip(',')}"
    else:
        field = f"{_gap(text, last.start)}{field}"
    return {asked.path: [Edit(Span(end, end), field)]}


def _entry(asked: Asked) -> BibBlock | None:
    """Return the entry here, if it has an end and fields."""
    block = asked.block
    is_whole = block and block.is_closed and block.fields and asked.entry_key
    return block if is_whole else None


def _gap(text: str, last: int) -> str:
    """Return what is between two fields: a line end and its indentation, or a space."""
    indent = _INDENT.search(text, max(0, last - 200), last)
    start = indent.start() if indent else last
    if start and text[start - 1] in "\r\n":
        return newline_of(text) + text[start:last]
    return " "
