"""Complete new sources from the network, where title, names and year agree."""

from __future__ import annotations

from typing import Protocol

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.errors import LookupFailed
from loccit.lookup import Web, find_work
from loccit.model import Source
from loccit.values.names import OTHERS

_ROLES = ("author", "editor", "translator")
#: After so many failures the network is down.
_MOST_FAILURES = 3


class Completed(NamedTuple):
    """A source with what a service knows of it.

    Attributes:
        source: the source.
        why: what was found, or why nothing was, in words; "" where nobody was asked.
        is_confirmed: whether a service has the work.
    """

    source: Source
    why: str = ""
    is_confirmed: bool = False


class Complete(Protocol):
    """Somebody who completes sources."""

    def __call__(self, source: Source) -> Completed:
        """Complete a source."""


def leave_incomplete(source: Source) -> Completed:
    """Ask nobody."""
    return Completed(source)


class Completer:
    """Asks Crossref and Open Library."""

    def __init__(self, web: Web | None = None) -> None:
        self._web = web or Web()
        self._failures: list[LookupFailed] = []

    def __call__(self, source: Source) -> Completed:
        """Complete a source; after some failures nobody is asked any more."""
        if len(self._failures) == _MOST_FAILURES:
            return Completed(source, f"not looked up: {self._failures[-1].message}")
        try:
            found = find_work(source, self._web)
        except LookupFailed as failure:
            self._failures.append(failure)
            return Completed(source, f"not looked up: {failure.message}")
        if found is None:
            return Completed(source, "no service has such a work")
        warnings = [problem.message for problem in found.problems]
        why = " ".join([f"completed from {found.service}.", *warnings])
        completed = _completed(source, found.source)
        return Completed(completed, why.removesuffix("."), is_confirmed=True)


def _completed(source: Source, found: Source) -> Source:
    """Add what was found; where both have a value, the service's has no typing mistakes.

    Names stay as they are typed where the service has fewer.
    """
    variables = {**source.variables, **found.variables}
    for role in _ROLES:
        own, other = source.names(role), found.names(role)
        if len(other) < len([name for name in own if name != OTHERS]):
            variables[role] = own
    kept = {name: value for name, value in variables.items() if value}
    return replace(source, type=found.type, variables=kept, headline=found.headline)
