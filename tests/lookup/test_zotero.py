"""Zotero's local API, with answers in the shapes that it has."""

from __future__ import annotations

import json

import pytest

from loccit.errors import LookupFailed
from loccit.lookup.zotero import local_items
from tests.lookup.conftest import Reply, Server

TOP = "/api/users/0/items/top?format=csljson&limit=100&start="
BOOK = {
    "id": "http://zotero.org/users/1/items/AAAA2345",
    "type": "book",
    "title": "A book",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [["2001"]]},
}
NOTE = {"id": "http://zotero.org/users/1/items/BBBB2345", "type": "note"}
COLLECTIONS = [
    {
        "key": "CCCC",
        "data": {"key": "CCCC", "name": "Thesis", "parentCollection": False},
    },
    {"key": "DDDD", "data": {"key": "DDDD", "name": "Law", "parentCollection": "CCCC"}},
    {"key": "EEEE", "data": {"key": "EEEE", "name": "Law", "parentCollection": False}},
]


def reply(value: object) -> Reply:
    return Reply(json.dumps(value).encode())


def titled(count: int, first: int = 0) -> list[dict[str, object]]:
    numbers = range(first, first + count)
    return [{"id": f"a/{number}", "type": "book", "title": "A"} for number in numbers]


@pytest.mark.parametrize("answer", [[BOOK, NOTE], {"items": [BOOK, NOTE]}])
def test_items_without_notes(server: Server, answer: object) -> None:
    server.answers(f"{TOP}0", reply(answer))
    assert json.loads(local_items()) == [BOOK]


def test_pages(server: Server) -> None:
    server.answers(f"{TOP}0", reply(titled(100)))
    server.answers(f"{TOP}100", reply(titled(7, 100)))
    assert json.loads(local_items()) == titled(107)


def test_all_on_the_first_page(server: Server) -> None:
    server.answers(f"{TOP}0", reply(titled(250)))
    server.answers(f"{TOP}100", reply(titled(250)))
    assert json.loads(local_items()) == titled(250)


@pytest.mark.parametrize(
    ("names", "key"), [(["Thesis"], "CCCC"), (["Thesis", "Law"], "DDDD")]
)
def test_a_collection(server: Server, names: list[str], key: str) -> None:
    server.answers("/api/users/0/collections", reply(COLLECTIONS))
    path = TOP.replace("users/0", f"users/0/collections/{key}")
    server.answers(f"{path}0", reply([BOOK]))
    assert json.loads(local_items(names)) == [BOOK]


def test_an_unknown_collection(server: Server) -> None:
    server.answers("/api/users/0/collections", reply(COLLECTIONS))
    with pytest.raises(LookupFailed, match="no collection `Law/Thesis`"):
        local_items(["Law", "Thesis"])


def test_zotero_may_refuse(server: Server) -> None:
    server.answers(f"{TOP}0", Reply(b"Local API is not enabled", 403))
    with pytest.raises(LookupFailed, match="status 403"):
        local_items()


def test_zotero_may_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCCIT_ZOTERO", "http://127.0.0.1:9")
    with pytest.raises(LookupFailed, match="does not run"):
        local_items()
