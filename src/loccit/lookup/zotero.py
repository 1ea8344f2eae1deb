"""The program Zotero on this computer, by its local API (Zotero 7, "Allow other
applications on this computer to communicate with Zotero").
"""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from loccit.errors import LookupFailed
from loccit.lookup.http import Ask, Web, address_of
from loccit.lookup.json_values import listed, mapping, text_of

NAME = "Zotero"
ADDRESS = "http://localhost:23119"
PAUSE = 0.0

#: The user of this computer, whoever that is.
_LIBRARY = "/api/users/0"
#: The most items that Zotero's API returns at once.
_PAGE = 100
#: Seconds to wait for a program on the same computer.
_PATIENCE = 1.0
#: What belongs to an item, and is not an item itself.
_PARTS = ("attachment", "note", "annotation")


def local_items(collection: Sequence[str] = (), web: Web | None = None) -> bytes:
    """Return the items of My Library as CSL JSON.

    Args:
        collection: the names of a collection and of those around it, the outermost
            first; empty for all items.
        web: the network; None for a new connection.

    Raises:
        LookupFailed: Zotero does not run, does not allow it, or has no such collection.
    """
    _require_running()
    ask = (web or Web()).at(sys.modules[__name__])
    folder = _LIBRARY
    if collection:
        folder += f"/collections/{_key_of(collection, ask)}"
    items = list(_pages(f"{folder}/items/top?format=csljson", ask))
    return json.dumps(items, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _require_running() -> None:
    """Ask whether the program listens: other services are asked again and again."""
    address = urlsplit(address_of(__name__, ADDRESS))
    try:
        place = (address.hostname or "", address.port or 80)
        socket.create_connection(place, _PATIENCE).close()
    except OSError as error:
        raise LookupFailed("Zotero does not run on this computer.") from error


def _pages(path: str, ask: Ask) -> Iterator[Mapping[str, object]]:
    """Yield the items of all pages, each once: Zotero may return all on the first."""
    seen: set[str] = set()
    start = 0
    while True:
        answer = ask(f"{path}&limit={_PAGE}&start={start}")
        found = answer.json() if answer else []
        if isinstance(found, Mapping):
            found = found.get("items")
        new = [
            item
            for item in map(mapping, listed(found))
            if text_of(item.get("id")) not in seen
        ]
        seen |= {text_of(item.get("id")) for item in new}
        yield from (item for item in new if item.get("type") not in _PARTS)
        if len(new) < _PAGE:
            return
        start += _PAGE


def _key_of(names: Sequence[str], ask: Ask) -> str:
    """Return the key of a collection."""
    answer = ask(f"{_LIBRARY}/collections")
    found = answer.json() if answer else []
    collections = [mapping(mapping(each).get("data")) for each in listed(found)]
    around: set[object] | None = None
    for name in names:
        around = {
            each.get("key")
            for each in collections
            if each.get("name") == name
            and (around is None or each.get("parentCollection") in around)
        }
    if not around:
        raise LookupFailed(f"Zotero has no collection `{'/'.join(names)}`.")
    return str(min(map(str, around)))
