"""Problems as clients show them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsprotocol import types

from loccit.drafting.problems.placed import PlacedProblem
from loccit.errors import LoccitError
from loccit.model import Severity
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.rule_pages import page_address
from loccit.servers.lsp.server import Server

_SEVERITIES: Mapping[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
#: Rules about what could as well be left out, which clients show faded.
_UNNECESSARY = frozenset(["T02", "unused-ignore"])


def diagnostic(
    server: Server, places: Places, placed: PlacedProblem
) -> types.Diagnostic:
    """Return a problem as clients have it (LSP 3.17, "Diagnostic")."""
    problem = placed.problem
    page = page_address(problem.rule)
    return types.Diagnostic(
        places.range(placed.span),
        f"{problem.message} {problem.advice}".strip(),
        severity=_SEVERITIES[problem.severity],
        code=problem.rule,
        code_description=types.CodeDescription(page) if page else None,
        source="loccit",
        tags=_tags(problem.rule),
        related_information=_related(server, placed),
    )


def _tags(rule: str) -> list[types.DiagnosticTag] | None:
    return [types.DiagnosticTag.Unnecessary] if rule in _UNNECESSARY else None


def _related(
    server: Server, placed: PlacedProblem
) -> list[types.DiagnosticRelatedInformation] | None:
    """Return where a problem is that is not in the text itself."""
    place = placed.problem.place
    if not placed.is_elsewhere or not place.path or not place.line:
        return None
    path = Path(place.path)
    try:
        start = server.places(path).position_of(place)
    except LoccitError:
        return None
    location = types.Location(server.uri(path), types.Range(start, start))
    words = f"The entry of `{placed.key}`" if placed.key else "The settings"
    return [types.DiagnosticRelatedInformation(location, words)]
