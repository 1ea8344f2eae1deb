"""Cite sources where the cursor is, in the syntax of the essay's format."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from loccit.drafting.essay.cite import cite
from loccit.errors import InvalidChange
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import CiteMode
from loccit.servers.lsp.server import Server

NAME = "loccit.cite"


@dataclass(frozen=True)
class CiteParam:
    """A source to cite, and the place in it as people type it: `p. 3`."""

    key: str
    locator: str = ""


@dataclass(frozen=True)
class CiteParams:
    """What to cite.

    Attributes:
        textDocument: the essay.
        position: where the cursor is.
        cites: at least one.
        narrative: whether the author of the first is named in the sentence.
    """

    textDocument: types.TextDocumentIdentifier  # noqa: N815 - as clients write it
    position: types.Position
    cites: list[CiteParam]
    narrative: bool = False


def run(server: Server, params: CiteParams) -> types.TextEdit | None:
    """Return the edit that cites them; None if there are none.

    Raises:
        LoccitError: nothing can be cited there.
    """
    if not params.cites:
        return None
    path = server.path(params.textDocument.uri)
    if not server.drafts.is_essay(path):
        raise InvalidChange(f"{path.name} is not an essay.", advice="Cite in one.")
    places = server.places(path)
    cites = tuple(KeyCite(each.key, locator=each.locator) for each in params.cites)
    mode: CiteMode = "narrative" if params.narrative else "parenthetical"
    essay = server.drafts.essay(path)
    if not essay.is_text:
        raise InvalidChange(f"{path.name} is not a text.", advice="Cite in it by hand.")
    edit = cite(essay, places.offset(params.position), KeyCitation(cites, mode))
    return types.TextEdit(places.range(edit.span), edit.new)
