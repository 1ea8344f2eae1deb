"""Put results into Markdown: what begins a line, stands beside a fence, or is in a table
whose cells are known by their place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.errors import InvalidSettings
from loccit.essays.formats.markdown.wiki_links import is_cited
from loccit.essays.text_file import EssayFile
from loccit.model import Citation, Edit, Problem, Span
from loccit.output import markdown
from loccit.text_files.newlines import LINE_END

#: The part of a line before a citation that begins a block: quotation marks and the
#: markers of lists it is in.
_BLOCK_START = regex(r"(?:^|[\r\n])[ \t>]*(?:(?:[-+*:]|\(?[\w@#]{1,9}[.)])[ \t]+)*\Z")
_LONGEST_START = 80

#: In pandoc's divs no blank line is needed beside their fences.
_FENCE_BEFORE = regex(r"(?:\A|[\r\n]) {0,3}:::[^\r\n]*\Z")
_FENCE_AFTER = regex(r"\s*:::+[ \t]*(?:[\r\n]|\Z)")


def at_line_start(new: str, text: str, span: Span) -> str:
    """Adapt the Markdown that replaces `span` to its place: "(1)" would begin a list
    where it begins a line.

    >>> at_line_start("(1)", "[@a] says", Span(0, 4))
    '\\\\(1)'
    >>> at_line_start("(1)", "So [@a] says", Span(3, 7))
    '(1)'
    """
    ends_word = span.end == len(text) or text[span.end].isspace()
    before = text[max(0, span.start - _LONGEST_START) : span.start]
    if not ends_word or not _BLOCK_START.search(before):
        return new
    return markdown.paragraph(new)


def ends_with_fence(text: str) -> bool:
    """Return whether a text ends with the fence of a div."""
    return bool(_FENCE_BEFORE.search(text))


def begins_with_fence(text: str) -> bool:
    """Return whether a text begins with the fence that closes a div."""
    return bool(_FENCE_AFTER.match(text))


def over_table_lines(citation: Citation, file: EssayFile) -> Problem | None:
    """Report a citation that goes on in the next line of a cell: between its lines are
    other cells.
    """
    is_in_table = citation.context.in_fixed_width_table
    if not is_in_table or not LINE_END.search(citation.source):
        return None
    return Problem(
        "citation-over-table-lines",
        "The citation goes on in the next line of its table's cell, and was left as "
        "written.",
        file.place(citation.span.start),
        "error",
        "Write it in one line, or use a pipe table (`| a | b |`).",
    )


def in_flow(citation: Citation, file: EssayFile) -> Problem:
    """Report a citation in a value of metadata where a comma would end it."""
    return Problem(
        "citation-in-flow",
        "The citation is in a value between brackets or braces, which a comma would "
        "end; it was left as written.",
        file.place(citation.span.start),
        "error",
        "Put the value in quotation marks.",
    )


def unread_metadata(error: InvalidSettings, file: EssayFile) -> Problem:
    """Report what looks like a block of metadata below the top, and can't be read."""
    return Problem(
        "unread-metadata",
        error.message.replace("The front matter", "This block of metadata"),
        error.place or file.place(0),
        advice=error.advice,
    )


def linked(citation: Citation, file: EssayFile) -> Problem | None:
    """Report a link to the note of a source that is not a citation: it has a text of its
    own, or embeds the note.
    """
    if is_cited(citation.source):
        return None
    return Problem(
        "wiki-link",
        f"`{citation.source}` is a link to a note, and was left as written.",
        file.place(citation.span.start),
        advice=f"To cite the source, write `[@{citation.cites[0].key}]`.",
        end=file.place(citation.span.end),
    )


def moved_cells(
    citations: Iterable[Citation], edits: Sequence[Edit], file: EssayFile
) -> Iterator[Problem]:
    """Report edits that move the cells of a table; no edit draws a table again."""
    starts = sorted(
        citation.span.start
        for citation in citations
        if citation.context.in_fixed_width_table
    )
    for edit in edits:
        index = bisect_left(starts, edit.span.start)
        if index == len(starts) or starts[index] >= edit.span.end:
            continue
        if len(edit.new) != len(edit.span) and _has_more(file.text, edit.span.end):
            yield Problem(
                "table-width",
                "The formatted citation has a different width and shifts the cells to "
                "its right.",
                file.place(starts[index]),
                advice="Align the line again, or use a pipe table (`| a | b |`), where "
                "widths do not matter.",
            )


def _has_more(text: str, position: int) -> bool:
    """Return whether more text follows in the line."""
    line_end = LINE_END.search(text, position)
    end = line_end.start() if line_end else len(text)
    return bool(text[position:end].strip())
