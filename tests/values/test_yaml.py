"""YAML: scalars as they are typed, the same nodes from either parser, and no file that
brings a parser down.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.values.yaml import InvalidYaml, compose, value_of

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
    "<<: ",
    "~",
    "\r\n",
    "\u2028",
]


def value(text: str) -> object:
    node = compose(text)
    return value_of(node) if node else None


def test_values(given: str, expected: str) -> None:
    assert value(given) == json.loads(expected)


def offsets(node: yaml.Node) -> Iterator[tuple[object, int]]:
    yield value_of(node), node.start_mark.index
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from offsets(item)


def read(text: str) -> list[tuple[object, int]] | tuple[str, int | None]:
    """Every value with its place, or where it is said that the text is no YAML."""
    try:
        node = compose(text, as_tree=True)
        return list(offsets(node)) if node else []
    except InvalidYaml as error:
        return error.reason, error.offset


@pytest.mark.skipif(
    not hasattr(yaml, "CBaseLoader"), reason="PyYAML has no libyaml here"
)
@draw(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_libyaml_and_pyyaml_read_the_same(text: str) -> None:
    with_libyaml = read(text)
    with pytest.MonkeyPatch.context() as without:
        without.delattr(yaml, "CBaseLoader")
        assert with_libyaml == read(text)


@draw(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_places_are_indexes_into_the_text(text: str) -> None:
    try:
        node = compose(text)
    except InvalidYaml as error:
        assert error.offset is None or 0 <= error.offset <= len(text)
    else:
        assert node is None or 0 <= node.start_mark.index <= node.end_mark.index
        assert node is None or node.end_mark.index <= len(text)


@pytest.mark.parametrize("opening", ["- ", "[", "{a: ", "? "])
def test_what_is_nested_too_deep_is_said(opening: str) -> None:
    with pytest.raises(InvalidYaml, match="nested too deep"):
        compose(opening * 100_000)


@pytest.mark.parametrize(
    ("text", "reason", "offset"),
    [
        ("[a, *y]", "found undefined alias 'y'", 4),
        ("é: [", "expected the node content", 4),
        ("a: '", "found unexpected end of stream", 4),
        ("a: \x01", "character that YAML does not allow", 3),
    ],
)
def test_errors_have_a_place(text: str, reason: str, offset: int) -> None:
    with pytest.raises(InvalidYaml, match=reason) as raised:
        compose(text)
    assert raised.value.offset == offset


def test_an_alias_gives_the_same_object() -> None:
    read = value("[&x [a], *x]")
    assert isinstance(read, list)
    assert read[0] is read[1]


def nested_aliases(lines: int, times: int) -> str:
    """Lists that each contain the one before several times."""
    first = "a0: &a0 [lol]\n"
    return first + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * times)}]\n" for n in range(1, lines)
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (nested_aliases(10, 9), "its aliases make it too large"),
        (nested_aliases(1000, 9), "nested too deep"),
        (nested_aliases(1000, 1), "nested too deep"),
        ("&x {a: *x}", "it contains itself"),
        ("[&x [b, [*x]]]", "it contains itself"),
        ("{a: &x {b: {<<: *x}}}", "it contains itself"),
    ],
    ids=["a billion laughs", "deep laughs", "a chain", "loop", "list", "merge"],
)
def test_what_is_no_tree(text: str, reason: str) -> None:
    with pytest.raises(InvalidYaml, match=reason):
        compose(text, as_tree=True)
    # Where nobody walks through it, it is as small as it is typed.
    assert value(text)


@pytest.mark.parametrize(
    "text",
    ["a: &a [1]\n" + "".join(f"b{n}: *a\n" for n in range(1000)), nested_aliases(4, 9)],
    ids=["many aliases", "nested aliases"],
)
def test_ordinary_trees(text: str) -> None:
    assert compose(text, as_tree=True)


def test_the_first_document_is_read() -> None:
    assert value("---\na: b\n---\nc: d\n") == {"a": "b"}
    assert compose("# nothing\n") is None
