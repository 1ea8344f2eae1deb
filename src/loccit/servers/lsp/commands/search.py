"""Find the sources that a writer may mean, for a picker that searches as one types."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from loccit.bibliography.search.summary import Summary
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.printed.citations import reference
from loccit.servers.lsp.server import Server

NAME = "loccit.search"

#: So many rows are more than anybody reads before typing another letter.
_MOST = 20


@dataclass(frozen=True)
class SearchParams:
    """What to find.

    Attributes:
        textDocument: the essay, which says where its library is.
        query: the beginnings of some words, or of a key.
    """

    textDocument: types.TextDocumentIdentifier  # noqa: N815 - as clients write it
    query: str


@dataclass(frozen=True)
class FoundSource:
    """A source of the library.

    Attributes:
        key: by which it is cited.
        label: who and when: `Alexander (2010)`.
        title: without markup.
        reference: its entry in the essay's list, without markup; `""` if the style
            lists no such source.
    """

    key: str
    label: str
    title: str
    reference: str


def run(server: Server, params: SearchParams) -> list[FoundSource]:
    """Return the sources that fit best."""
    essay = server.drafts.essay(server.path(params.textDocument.uri))
    found = essay.library.find(params.query, _MOST)
    return [_found(essay, summary) for summary in found.summaries]


def _found(essay: OpenEssay, summary: Summary) -> FoundSource:
    entry = reference(essay, summary.key).plain
    return FoundSource(summary.key, _label(summary), summary.title, entry)


def _label(summary: Summary) -> str:
    who = summary.author or summary.title or summary.key
    return f"{who} ({summary.year})" if summary.year else who
