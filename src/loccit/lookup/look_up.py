"""Ask the services about an identifier, one after the other."""

from __future__ import annotations

from loccit.errors import LookupFailed
from loccit.lookup.http import Web
from loccit.lookup.identifiers import Identifier
from loccit.lookup.lookup_result import LookupResult
from loccit.lookup.services import services_for


def look_up(identifier: Identifier, web: Web | None = None) -> LookupResult:
    """Return the answer of the first service that knows a work.

    Nothing but the identifier is sent.

    Args:
        identifier: of the work.
        web: the network; None for a new connection.

    Raises:
        LookupFailed: no service knows the work, or those that may could not be asked.
    """
    web = web or Web()
    failures: list[LookupFailed] = []
    asked: list[str] = []
    for service in services_for(identifier):
        try:
            found = service.look_up(identifier, web.at(service))
        except LookupFailed as failure:
            failures.append(failure)
            continue
        if found is not None:
            return found
        asked.append(service.NAME)
    if failures:  # the one that could not be asked may know it
        raise failures[0]
    *others, last = asked
    names = f"{', '.join(others)} and {last} know" if others else f"{last} knows"
    raise LookupFailed(
        f"{names} no {identifier}.",
        advice="Check it for a typo, or add the source by hand with `loccit add`.",
    )
