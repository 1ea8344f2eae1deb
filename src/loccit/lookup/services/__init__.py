"""The services, one a module; the folder is the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from loccit._startup.plugins import modules_in
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.lookup_result import LookupResult
from loccit.model import Source


class Service(Protocol):
    """A module of this folder.

    Attributes:
        NAME: its name in messages.
        ADDRESS: its base address; the environment variable `LOCCIT_` plus the module's
            name in capitals overrides it.
        KINDS: the kinds of identifiers that it may know, each with its turn: the service
            with the lowest number is asked first.
        PAUSE: seconds that it wants between two requests.
    """

    NAME: str
    ADDRESS: str
    KINDS: dict[Kind, int]
    PAUSE: float

    def look_up(self, identifier: Identifier, ask: Ask) -> LookupResult | None:
        """Look a work up; return None if the service does not know it.

        Raises:
            LookupFailed: it could not be asked, or gave no usable answer.
        """


class Finder(Protocol):
    """A module of this folder that finds works without an identifier.

    Attributes:
        FINDS: the CSL types of what it has, each with its turn: the service with the
            lowest number is asked first.
    """

    NAME: str
    ADDRESS: str
    PAUSE: float
    FINDS: dict[str, int]

    def search(self, source: Source, ask: Ask) -> Iterator[LookupResult]:
        """Yield works that may be the source, the likeliest first.

        Raises:
            LookupFailed: the service could not be asked, or gave no usable answer.
        """


def finders(type_: str) -> list[Finder]:
    """Return the services that find works of a CSL type by title and name, in the order
    to ask them.
    """
    able = [cast(Finder, each) for each in _services() if hasattr(each, "search")]
    finding = [finder for finder in able if type_ in finder.FINDS]
    return sorted(finding, key=lambda finder: finder.FINDS[type_])


def services_for(identifier: Identifier) -> list[Service]:
    """Return the services that may know an identifier, in the order to ask them."""
    able = [service for service in _services() if identifier.kind in service.KINDS]
    return sorted(able, key=lambda service: service.KINDS[identifier.kind])


def _services() -> Iterator[Service]:
    return (cast(Service, module) for module in modules_in(__name__))
