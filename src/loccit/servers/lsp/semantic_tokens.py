"""Tokens as the protocol has them: numbers, each counted from the token before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lsprotocol import types

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.bib import is_bib
from loccit.drafting.essay.tokens import Kind, Token, tokens_of_essay
from loccit.model import Span
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server
from loccit.text_files.newlines import LINE_END

#: A key that no source has.  Themes color what they know; this is not among it.
_UNKNOWN = "unknown"


class _Shown(NamedTuple):
    """A type of the protocol, of which themes have a color, and its modifiers."""

    type: types.SemanticTokenTypes
    modifiers: int = 0


_SHOWN: Mapping[Kind, _Shown] = {
    "key": _Shown(types.SemanticTokenTypes.Variable),
    "unknown-key": _Shown(types.SemanticTokenTypes.Variable, 1),
    "locator": _Shown(types.SemanticTokenTypes.Number),
    "affix": _Shown(types.SemanticTokenTypes.Comment),
    "type": _Shown(types.SemanticTokenTypes.Type),
    "field": _Shown(types.SemanticTokenTypes.Property),
    "value": _Shown(types.SemanticTokenTypes.String),
    "number": _Shown(types.SemanticTokenTypes.Number),
    "abbreviation": _Shown(types.SemanticTokenTypes.Macro),
}
_TYPES = list(dict.fromkeys(shown.type for shown in _SHOWN.values()))
LEGEND = types.SemanticTokensLegend([each.value for each in _TYPES], [_UNKNOWN])


def tokens(
    server: Server, path: Path, within: types.Range | None = None
) -> types.SemanticTokens | None:
    """Return the tokens of a file, or of a range; None if it is neither an essay nor a
    `.bib` file.
    """
    places = server.places(path)
    span = Span(0, len(places.text)) if within is None else places.span(within)
    if is_bib(path):
        # It knows BibTeX, of which an essay's library may have an index alone.
        from loccit.drafting.bib.tokens import tokens_of_bib

        found = tokens_of_bib(places.text, span)
    elif server.drafts.is_text(path):
        found = tokens_of_essay(server.drafts.essay(path), span)
    else:
        return None
    return types.SemanticTokens([*_encoded(found, places)])


def _encoded(found: Iterable[Token], places: Places) -> Iterator[int]:
    """Yield five numbers for each line of each token: the lines and the characters since
    the one before, its length, its type and its modifiers.
    """
    line = character = 0
    for token in found:
        shown = _SHOWN[token.kind]
        for piece in _lines(places.text, token.span):
            start, end = places.range(piece).start, places.range(piece).end
            is_same = start.line == line
            yield start.line - line
            yield start.character - (character if is_same else 0)
            yield end.character - start.character
            yield _TYPES.index(shown.type)
            yield shown.modifiers
            line, character = start.line, start.character


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Separate a span into its lines: few clients take a token of several."""
    start = span.start
    for line_end in LINE_END.finditer(text, span.start, span.end):
        if start < line_end.start():
            yield Span(start, line_end.start())
        start = line_end.end()
    if start < span.end:
        yield Span(start, span.end)
