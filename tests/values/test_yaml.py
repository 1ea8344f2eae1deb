"""YAML as nodes: the same of either parser, and no file brings a parser down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography.yaml.nodes import document, place_of, value_of
from loccit.errors import UnreadableFile
from loccit.model import Place

PIECES = [
    "- ",
    "a: ",
    "b:\n",
    "\n",
    "  ",
    "é — 日𝒳",
    "'",
    '"',
    "|\n",
    ">-\n",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&x ",
    "*x",
]


def places(node: yaml.Node) -> Iterator[tuple[object, Place]]:
    yield value_of(node), place_of(node, "a.yaml")
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from places(item)


def read(text: str) -> list[tuple[object, Place]] | str:
    """Every value with its place, or where it is said that the text is no YAML."""
    try:
        node = document(text, "a.yaml")
        return list(places(node)) if node else []
    except UnreadableFile as error:
        return str(error)
    except RecursionError:  # a list that is in itself
        return ""


@pytest.mark.skipif(
    not hasattr(yaml, "CBaseLoader"), reason="PyYAML has no libyaml here"
)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_libyaml_and_pyyaml_read_the_same(text: str) -> None:
    with_libyaml = read(text)
    with pytest.MonkeyPatch.context() as without:
        without.delattr(yaml, "CBaseLoader")
        assert with_libyaml == read(text)


@pytest.mark.parametrize("opening", ["- ", "[", "{a: ", "? "])
def test_what_is_nested_too_deep_is_said(opening: str) -> None:
    with pytest.raises(UnreadableFile, match="This YAML is nested too deep"):
        document(opening * 100_000, "a.yaml")


def test_what_an_alias_repeats_is_the_same() -> None:
    node = document("[&x {a: 1}, *x, &x 2, *x]", "a.yaml")
    assert node
    assert value_of(node) == [{"a": "1"}, {"a": "1"}, "2", "2"]
    with pytest.raises(UnreadableFile, match=r"a.yaml:1:5: .*undefined alias 'y'"):
        document("[a, *y]", "a.yaml")
