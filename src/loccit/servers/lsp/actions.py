"""What can be done at a place, as clients get it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.offers import NamedOffer, edits_of, offers_at
from loccit.errors import InvalidChange
from loccit.model import Span
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

#: The command that does something, for clients that can't ask for the edits later.
ACT = "loccit.act"

_RESOLVES = "text_document.code_action.resolve_support"


@dataclass(frozen=True)
class ActParams:
    """Something that can be done, as clients keep it.

    Attributes:
        uri: the file.
        action: the name of the action.
        argument: what it gets.
        start, end: what was selected, in characters.
        version: of the text in which it was; None if the file was not open.
    """

    uri: str
    action: str
    argument: str
    start: int
    end: int
    version: int | None = None


def actions_at(
    server: Server, params: types.CodeActionParams
) -> list[types.CodeAction]:
    """Return what can be done at a range; how it is done, the client asks later."""
    path = server.path(params.text_document.uri)
    span = server.places(path).span(params.range)
    only = params.context.only
    is_automatic = params.context.trigger_kind == types.CodeActionTriggerKind.Automatic
    # Clients ask by themselves when the cursor moves, and for some kinds on saving.
    is_moving = is_automatic and only is None
    known = server.diagnoses.problems if is_moving else server.diagnoses.problems_now
    asked = Asked(server.drafts, path, span, known(path))
    return [
        _action(server, asked, named, params.context.diagnostics)
        for named in offers_at(asked)
        if only is None or _is_wanted(named.offer.kind, only)
    ]


def edits_for(server: Server, params: ActParams, fetched: object) -> FileEdits:
    """Return the edits of what the client has chosen.

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    path = server.path(params.uri)
    if server.drafts.version(path) != params.version:
        raise InvalidChange("The text has changed meanwhile.", advice="Try again.")
    span = Span(params.start, params.end)
    problems = server.diagnoses.problems_now(path)
    asked = Asked(server.drafts, path, span, problems, fetched)
    return edits_of(params.action, asked, params.argument)


def _is_wanted(kind: str, only: Sequence[str]) -> bool:
    """Return whether a client asks for a kind, or for one that it is of (LSP 3.17,
    "CodeActionKind").
    """
    return any(f"{kind}.".startswith(f"{each}.") for each in only if each) or "" in only


def _action(
    server: Server,
    asked: Asked,
    named: NamedOffer,
    diagnostics: Sequence[types.Diagnostic],
) -> types.CodeAction:
    offer = named.offer
    action = types.CodeAction(
        offer.title,
        kind=offer.kind,
        diagnostics=_fixed(server.places(asked.path), offer, diagnostics),
        is_preferred=offer.is_preferred or None,
    )
    data: Any = asdict(_kept(server, asked, named))
    if get_capability(server.client_capabilities, _RESOLVES):
        action.data = data
    else:
        action.command = types.Command(offer.title, ACT, arguments=[data])
    return action


def _kept(server: Server, asked: Asked, named: NamedOffer) -> ActParams:
    """Return what a client keeps of an offer until it is chosen."""
    return ActParams(
        server.uri(asked.path),
        named.action,
        named.offer.argument,
        asked.span.start,
        asked.span.end,
        server.drafts.version(asked.path),
    )


def _fixed(
    places: Places, offer: Offer, diagnostics: Sequence[types.Diagnostic]
) -> list[types.Diagnostic] | None:
    """Return the diagnostics that show the problem of an offer."""
    placed = offer.problem
    if placed is None:
        return None
    range_ = places.range(placed.span)
    shown = [each for each in diagnostics if each.code == placed.problem.rule]
    return [each for each in shown if each.range == range_] or None
