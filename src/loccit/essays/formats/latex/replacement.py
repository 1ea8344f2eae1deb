r"""Put the text of a citation in the place of the command that cites.

Some commands print no brackets, since they are within others or in a footnote; others
make a footnote of their own.
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.latex.cite_commands import CiteCommand, Dialect
from loccit.essays.formats.latex.tokens import Tex
from loccit.model import Citation, Marked, Place, Problem, RichText, Span

_NAME = regex(r"\\([A-Za-z]+)(\*?)")
_BRACKETS = {"(": ")", "[": "]", "（": "）"}


def command_of(citation: Citation, dialect: Dialect) -> CiteCommand | None:
    """Return the command that a citation is, None for one typed by hand."""
    found = _NAME.match(citation.source)
    return dialect.command(found[1], star=bool(found[2])) if found else None


def as_printed(text: RichText, command: CiteCommand | None) -> RichText:
    """Return the text of a citation as a command prints it: without brackets, or without
    round ones in a footnote.
    """
    if command is None:
        return text
    is_round = text.plain.startswith("(")
    if command.bare or (command.in_footnote and is_round):
        return without_brackets(text)
    return text


def without_brackets(text: RichText) -> RichText:
    """Leave out the brackets around a text, if a pair is around all of it.

    >>> without_brackets(RichText.of("(Doe, 2001)")).plain
    'Doe, 2001'
    >>> without_brackets(RichText.of("(a) and (b)")).plain
    '(a) and (b)'
    """
    plain = text.plain
    closing = _BRACKETS.get(plain[:1])
    if closing is None or not _are_around(plain, closing):
        return text
    return _without_end(_without_start(text))


def _are_around(plain: str, closing: str) -> bool:
    """Return whether the first bracket is closed by the last character."""
    depth = 0
    for position, sign in enumerate(plain):
        if sign == plain[0]:
            depth += 1
        elif sign == closing:
            depth -= 1
        if depth == 0:
            return position == len(plain) - 1
    return False


def _without_start(text: RichText) -> RichText:
    first, *others = text.nodes
    if isinstance(first, Marked):
        first = replace(first, content=_without_start(first.content))
        return RichText((first, *others))
    return RichText.of(first[1:]) + RichText(tuple(others))


def _without_end(text: RichText) -> RichText:
    *others, last = text.nodes
    if isinstance(last, Marked):
        last = replace(last, content=_without_end(last.content))
        return RichText((*others, last))
    return RichText(tuple(others)) + RichText.of(last[:-1])


def is_whole(tex: Tex, span: Span) -> bool:
    r"""Return whether a span has groups only as a whole, and no comment or paragraph end,
    so that something else can take its place.

    >>> from loccit.essays.formats.latex.tokens import tokenize
    >>> tex = tokenize(r"as \emph{Doe} (2001)")
    >>> is_whole(tex, Span(3, 20)), is_whole(tex, Span(9, 20))
    (True, False)
    """
    first, last = tex.number_at(span.start), tex.number_at(span.end)
    depth = 0
    for token in tex.tokens[first:last]:
        match token.kind:
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case "comment" | "paragraph" | "verbatim":
                return False
        if depth < 0 or token.end > span.end or token.name in ("begin", "end"):
            return False
    return depth == 0


def over_markup(citation: Citation, start: Place, end: Place) -> Problem:
    """Report a citation typed by hand that begins or ends within a group."""
    return Problem(
        "citation-over-markup",
        f"`{' '.join(citation.source.split())}` goes over the beginning or the end of a "
        "group, or over a comment, and was left as typed.",
        start,
        advice="Put all of it into the braces, or outside of them.",
        end=end,
    )


def not_a_citation(citation: Citation, start: Place, end: Place) -> Problem:
    """Report a command that prints a title, a whole entry, or the like, or words of its
    own.
    """
    found = _NAME.match(citation.source)
    name = found[0] if found else citation.source
    return Problem(
        "not-a-citation",
        f"`{name}` prints something other than a citation and was left as written.",
        start,
        advice="Type what it should say, or cite the source.",
        end=end,
    )
