"""An identifier -> what the first service that knows it tells."""

from __future__ import annotations

from loccit.errors import LookupFailed
from loccit.lookup.http import Web
from loccit.lookup.identifiers import Identifier
from loccit.lookup.lookup_result import Found
from loccit.lookup.services import services_for


def look_up(identifier: Identifier, web: Web | None = None) -> Found:
    """What the services tell of a work, the first that knows it.

    Nothing but the identifier is sent.

    Args:
        identifier: which work.
        web: how the network is asked; None asks as is usual.

    Raises:
        LookupFailed: no service knows the work, or none that might could be asked.
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
    if failures:  # it may be known to the one that could not be asked
        raise failures[0]
    *others, last = asked
    names = f"{', '.join(others)} and {last} know" if others else f"{last} knows"
    raise LookupFailed(
        f"{names} no {identifier}.",
        advice="Check it for a slip, or add the source by hand with `loccit add`.",
    )
