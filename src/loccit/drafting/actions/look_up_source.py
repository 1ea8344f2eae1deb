"""Add the source of a DOI, an ISBN, an arXiv number or an address: it is looked up."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.citing_here import add_and_cite, add_source
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.lookup import Identifier, identify, look_up
from loccit.model import Source, Span

_ADD, _CITE = "add", "cite"
_WORD = regex(r"[^\s<>\"“”{}\[\]]+")
#: What surrounds an identifier in a sentence.
_AROUND = "().,;:!?'’`*_"
_LABEL = regex(r"(?i)\A(?:doi|isbn)[:=]")
_LONGEST = 2_000


class _Here(NamedTuple):
    """An identifier, and where it is."""

    identifier: Identifier
    span: Span


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer to look up what is under the cursor."""
    here = _identifier_at(asked)
    if here is None or asked.citation or asked.block:
        return
    name = str(here.identifier)
    if asked.essay:
        yield Offer(f"Cite {name}", "refactor.rewrite", f"{_CITE} {name}")
    if asked.essay or asked.workspace.is_library(asked.path):
        yield Offer(f"Add {name} to the library", "source", f"{_ADD} {name}")


def fetch(argument: str) -> Source:
    """Look the identifier up.

    Raises:
        LookupFailed: no service knows it, or none can be reached.
    """
    identifier = identify(argument.partition(" ")[2])
    assert identifier  # it was read so before
    return look_up(identifier).source


def edits(asked: Asked, argument: str) -> FileEdits:
    """Add what was found, and cite it in the place of the identifier if that was asked."""
    here = _identifier_at(asked)
    if here is None or not isinstance(asked.fetched, Source):
        raise InvalidChange("There is no identifier here any more.")
    if argument.startswith(_CITE):
        return add_and_cite(asked, asked.fetched, here.span)
    return add_source(asked, asked.fetched)


def _identifier_at(asked: Asked) -> _Here | None:
    """Return the identifier of which the cursor touches a character."""
    offset = asked.span.start
    start = max(0, offset - _LONGEST)
    for word in _WORD.finditer(asked.text, start, offset + _LONGEST):
        if word.start() <= offset <= word.end():
            return _identifier(word[0], word.start())
    return None


def _identifier(word: str, start: int) -> _Here | None:
    bare = word.strip(_AROUND)
    identifier = identify(bare) or identify(_LABEL.sub("", bare))
    if identifier is None:
        return None
    first = start + word.index(bare)
    return _Here(identifier, Span(first, first + len(bare)))
