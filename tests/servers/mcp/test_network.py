"""What asks the network: verifying, and adding a source by its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import recorded_services
from tests.lookup.conftest import Server, server
from tests.servers.mcp.assistant import Assistant, Refused

__all__ = ["server"]  # the fixture

CRENSHAW = """\
@article{crenshaw1991,
  author = {Crenshaw, Kimberle},
  title = {Mapping the Margins},
  journal = {Stanford Law Review},
  year = 1990,
  doi = {10.2307/1229039},
}
"""


@pytest.fixture(autouse=True)
def answers(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Services that answer, and a cache without older answers."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    recorded_services.answer(server)


def test_a_writer_has_all_tools(writer: Assistant) -> None:
    tools = writer.tools()
    writing = {"add_source", "adopt", "save_formatted"}
    assert tools.keys() >= {*writing, "verify"}
    for tool in tools.values():
        notes = tool.annotations
        assert notes and (notes.destructive_hint or tool.name != "adopt")
        assert notes.read_only_hint is (tool.name not in writing)
        assert notes.open_world_hint is (tool.name in ("add_source", "verify"))


def test_a_source_is_added_by_its_number(writer: Assistant, tmp_path: Path) -> None:
    added = writer.call("add_source", source="https://doi.org/10.2307/1229039")
    [source] = added["sources"]
    assert source["is_new"] and str(tmp_path) not in source["message"]
    cited = writer.call("cite", key=source["key"])
    assert cited["prints"] == "(Crenshaw, 1991)"
    again = writer.call("add_source", source="10.2307/1229039")
    assert again["sources"][0] == source | {
        "is_new": False,
        "message": again["sources"][0]["message"],
    }
    text = (tmp_path / "essays" / "bibliography" / "sources.bib").read_text("utf-8")
    assert text.count("10.2307/1229039") == 1


def test_a_pasted_entry_is_added_and_verified(writer: Assistant) -> None:
    [added] = writer.call("add_source", source=CRENSHAW)["sources"]
    assert (added["key"], added["is_new"]) == ("crenshaw1991", True)
    [verified] = writer.call("verify", keys=["crenshaw1991"])["sources"]
    assert verified["outcome"] == "different"
    assert any("1991" in each["message"] for each in verified["findings"])


def test_a_typed_reference_is_added(writer: Assistant) -> None:
    typed = "Doe, J. (2001). *On harbors*. Harbor Press."
    [added] = writer.call("add_source", source=typed)["sources"]
    assert writer.call("cite", key=added["key"])["entry"] == typed


def test_what_is_not_added(writer: Assistant) -> None:
    for given, says in (
        ("https://example.org/?what=alexander2010", "Pages are not fetched"),
        ("10.2307/1229039\nhttps://example.org/", "Pages are not fetched"),
        ("http://127.0.0.1:1/secret", "Pages are not fetched"),
        ("10.1000/none", "know no DOI"),
        ("so it is", "This is not a source"),
        ("", "This is not a source"),
    ):
        with pytest.raises(Refused, match=says):
            writer.call("add_source", source=given)


def test_unknown_keys_are_not_verified(writer: Assistant) -> None:
    with pytest.raises(Refused, match="Nearest: alexander2010"):
        writer.call("verify", keys=["alexandre2010"])


def test_typed_citations_are_adopted(writer: Assistant, tmp_path: Path) -> None:
    essay = tmp_path / "essays" / "typed.md"
    before = essay.read_text("utf-8")
    seen = writer.call("preview_adoption", essay="typed.md")
    assert essay.read_text("utf-8") == before
    assert writer.call("adopt", essay="typed.md") == seen
    adopted = before.replace("(Alexander, 2010, p. 3)", "[@alexander2010, p. 3]")
    assert essay.read_text("utf-8") == adopted
