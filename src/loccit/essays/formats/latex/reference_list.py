r"""Find where the reference list of a LaTeX essay is or goes.

In the place of `\printbibliography` or `\bibliography`, inside `thebibliography`, under a
heading of its own, or at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.document import ReferenceList
from loccit.essays.formats.latex.run import Run
from loccit.essays.formats.latex.tokens import Tex, Token
from loccit.model import Span

_COMMANDS = frozenset(["printbibliography", "bibliography", "printbib"])
#: A citation in the title of a list, which stays for its sake.
_CITES = regex(r"\\[A-Za-z]*cite")
_HAS_NO_HEADING = regex(r"heading\s*=\s*none")
_LINE_END = regex(r"[ \t]*(?:\r\n|\n|\r)")
_ENVIRONMENT = "thebibliography"


class ListCommands(NamedTuple):
    """The commands that print a list, and those that say only how."""

    lists: Sequence[Span]
    styles: Sequence[Span]


def find_commands(tex: Tex) -> ListCommands:
    """Find the commands that a list takes the place of.

    A style beside the first one belongs to its place.
    """
    body = [token for token in tex.tokens if token.start >= tex.begin]
    found = [_whole(tex, token) for token in body if token.name in _COMMANDS]
    lists = [span for span in found if not _CITES.search(span.of(tex.text))]
    styles = [_whole(tex, token) for token in body if token.name == "bibliographystyle"]
    if not lists:
        return ListCommands([], [])
    others: list[Span] = []
    for style in styles:
        joined = Span(min(style.start, lists[0].start), max(style.end, lists[0].end))
        if _are_beside(tex.text, style, lists[0]):
            lists[0] = joined
        else:
            others.append(style)
    return ListCommands(lists, others)


def _are_beside(text: str, one: Span, other: Span) -> bool:
    """Return whether nothing but white space is between two commands."""
    first, second = sorted([one, other])
    return not text[first.end : second.start].strip()


def _whole(tex: Tex, token: Token) -> Span:
    """Return a command with its arguments."""
    end = token.end
    if option := tex.option(tex.after_space(end)):
        end = option.after
    if token.name != "printbibliography" and (argument := tex.argument(end)):
        end = argument.after
    return Span(token.start, end)


def find_reference_list(
    tex: Tex, runs: Sequence[Run], commands: ListCommands, headings: Collection[str]
) -> ReferenceList:
    """Find where the list is or goes.

    Args:
        tex: the file.
        runs: what was read of it.
        commands: those that print a list.
        headings: what its heading may say, casefolded.
    """
    heading = _heading(runs, headings)
    if commands.lists:
        command = commands.lists[0]
        place = Span(command.start, command.start)
        if heading is not None and _is_empty_between(runs, heading, command.start):
            start = runs[heading].start
            return ReferenceList("heading", place, start, command=command)
        if _HAS_NO_HEADING.search(command.of(tex.text)):
            return ReferenceList("heading", place, command.start, command=command)
        return ReferenceList("none", place, command.start, command=command)
    items = [run for run in runs if run.shape.environment == _ENVIRONMENT]
    entries = tuple(_entries(tex.text, items))
    if entries:
        return ReferenceList("div", _around(entries), entries[0].start, entries)
    if heading is None:
        return ReferenceList("none", Span(tex.end, tex.end), tex.end)
    return _under_heading(tex, runs, heading)


def _heading(runs: Sequence[Run], headings: Collection[str]) -> int | None:
    """Return the number of the last heading of a list."""
    for number in range(len(runs) - 1, -1, -1):
        run = runs[number]
        is_heading = run.shape.kind == "heading"
        if is_heading and run.paragraph().text.rstrip(":").casefold() in headings:
            return number
    return None


def _is_empty_between(runs: Sequence[Run], heading: int, end: int) -> bool:
    """Return whether nothing is between a heading and a place."""
    between = [run for run in runs[heading + 1 :] if run.start < end]
    return runs[heading].start < end and not any(run.length for run in between)


def _under_heading(tex: Tex, runs: Sequence[Run], heading: int) -> ReferenceList:
    below: list[Run] = []
    for run in runs[heading + 1 :]:
        if run.shape.kind == "heading":
            break
        below.append(run)
    start, end = runs[heading].start, runs[heading].end
    entries = tuple(_entries(tex.text, below))
    place = _around(entries) if entries else Span(end, end)
    return ReferenceList("heading", place, start, entries)


def _entries(text: str, runs: Sequence[Run]) -> Iterator[Span]:
    """Yield the places of paragraphs and items that have some text."""
    for run in runs:
        if run.length and run.shape.kind in ("paragraph", "item"):
            yield raw_span(run, text)


def raw_span(run: Run, text: str) -> Span:
    """Return where a run is with its markup, without the white space around it."""
    typed = text[run.start : run.end]
    start = run.start + len(typed) - len(typed.lstrip())
    return Span(start, max(start, run.start + len(typed.rstrip())))


def _around(entries: Sequence[Span]) -> Span:
    return Span(entries[0].start, entries[-1].end)


def line_of(span: Span, text: str) -> Span:
    """Return the line of a command that is alone in it, else the command.

    >>> line_of(Span(3, 5), "So\\n\\\\a\\nit")
    Span(start=3, end=6)
    """
    before = text[: span.start].rstrip(" \t")
    line_end = _LINE_END.match(text, span.end)
    if before.endswith(("\n", "\r")) and line_end:
        return Span(len(before), line_end.end())
    return span
