"""The services that are asked, one a module; the folder is the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from loccit._startup.plugins import modules_in
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.lookup_result import Found


class Service(Protocol):
    """What a module of this folder has.

    Attributes:
        NAME: what messages call it.
        ADDRESS: where it is; the environment's `LOCCIT_` and the module's name in capitals may say otherwise.
        KINDS: the identifiers that it may know, each with its turn: the lowest is asked first.
        PAUSE: seconds between two requests that it asks for.
    """

    NAME: str
    ADDRESS: str
    KINDS: dict[Kind, int]
    PAUSE: float

    def look_up(self, identifier: Identifier, ask: Ask) -> Found | None:
        """What it tells of a work; None where it does not know it.

        Raises:
            LookupFailed: it could not be asked, or gave no sensible answer.
        """


def services_for(identifier: Identifier) -> list[Service]:
    """The services that may know an identifier, in the order in which they are asked."""
    able = [service for service in _services() if identifier.kind in service.KINDS]
    return sorted(able, key=lambda service: service.KINDS[identifier.kind])


def _services() -> Iterator[Service]:
    return (cast(Service, module) for module in modules_in(__name__))
