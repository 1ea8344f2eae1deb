"""All that can be done at a place, and the edits that do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.plugins import modules_in
from loccit.drafting import actions
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.errors import LoccitError


class NamedOffer(NamedTuple):
    """An offer, and the name of the action that makes it."""

    action: str
    offer: Offer


def offers_at(asked: Asked) -> Iterator[NamedOffer]:
    """Yield what can be done at a place.

    An action that can't read what it needs offers nothing.
    """
    for module in modules_in(actions.__name__):
        try:
            for offer in module.offers(asked):
                yield NamedOffer(_name(module), offer)
        except LoccitError:
            continue


def edits_of(action: str, asked: Asked, argument: str) -> FileEdits:
    """Return the edits of an offer.

    Args:
        action: the name of the action.
        asked: where it was made, with what was fetched for it.
        argument: of the offer.

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    edits: FileEdits = _module(action).edits(asked, argument)
    return edits


def fetcher_of(action: str) -> Callable[[str], object] | None:
    """Return the function that asks the network for an action, if it needs that."""
    return getattr(_module(action), "fetch", None)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _module(action: str) -> ModuleType:
    for module in modules_in(actions.__name__):
        if _name(module) == action:
            return module
    raise LoccitError(f"There is no action `{action}`.")
