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
    found = find(identifier, web or Web())
    if found is not None:
        return found
    raise LookupFailed(
        f"{nobody_knows(identifier)}.",
        advice="Check it for a typo, or add the source by hand with `loccit add`.",
    )


def find(identifier: Identifier, web: Web) -> LookupResult | None:
    """Return the answer of the first service that knows a work; None if all of them were
    asked, and none does.

    Raises:
        LookupFailed: no service knows the work, and one that may could not be asked.
    """
    failures: list[LookupFailed] = []
    for service in services_for(identifier):
        try:
            found = service.look_up(identifier, web.at(service))
        except LookupFailed as failure:
            failures.append(failure)
            continue
        if found is not None:
            return found
    if failures:
        raise failures[0]
    return None


def nobody_knows(identifier: Identifier) -> str:
    """Say in words that no service knows a work.

    >>> nobody_knows(Identifier("doi", "10.1000/1"))
    'Crossref, DataCite and doi.org know no DOI 10.1000/1'
    """
    *others, last = [service.NAME for service in services_for(identifier)]
    if not others:
        return f"{last} knows no {identifier}"
    return f"{', '.join(others)} and {last} know no {identifier}"
