"""Values of YAML that are read from events are those that are read from nodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography.yaml.stream import NotStreamed, Value, read_part, stream
from loccit.bibliography.yaml.write import write_yaml
from loccit.text_files.positions import Positions
from loccit.values.yaml import compose, value_of

#: Texts in styles that a writer would not choose.
STYLES = (
    "a: plain\n",
    "b: 'it''s'\n",
    'c: "a\\tb\n\n  \\u65e5"\n',
    "d: |+\n  lines\n   more\n\n\n",
    "e: >-\n    folded\n    text\n# comment\n",
    "f: [x, {y: z}, ]\n",
    "g:\n- 1\n-\n  - ~\n- {}\n",
    "h: {i: 010, j: [],\nk: No}\n",
    "l: !tag &anchor m\n",
    '"n o": null\n',
    "p:\n",
    ": nothing\n",
    "- q\n",
    "? long\n: r\n",
    "s: *anchor\n",
    "<<: {t: u}\n",
    "{v: w}\n",
    "---\n",
    "...\n",
    "%TAG ! x\n",
    "\tx\n",
    "\n",
)
TREES = st.recursive(
    st.none() | st.text(max_size=9) | st.sampled_from(["no", "010", "a: b", "# c"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(max_size=5), inside, max_size=3)
    ),
    max_leaves=9,
)


def check(text: str) -> None:
    """Compare what is streamed, and what is read of each part, with the nodes."""
    streamed = list(stream(text))
    node = compose(text)
    whole = value_of(node) if node else None
    assert read_part(text, 1) == whole
    if isinstance(whole, list):
        assert [each.value for each in streamed] == whole
    elif whole is not None:
        assert {each.name: each.value for each in streamed} == whole
    positions = Positions(text)
    for each in streamed:
        part = read_part(text[each.start : each.end], positions.at(each.start).column)
        assert part == (each.value if each.in_list else {each.name: each.value})


@given(st.dictionaries(st.text(max_size=5), TREES) | st.lists(TREES), st.booleans())
def test_written_values(tree: object, flow: bool) -> None:
    text = write_yaml(tree, flow=flow)
    try:
        check(text)
    except NotStreamed:
        is_flow = text.startswith("{")
        # libyaml does not read all that it writes.
        assert is_flow or not text.isascii() or "\\" in text or "?" in text


@given(st.lists(st.sampled_from(STYLES), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_values_in_any_style(parts: list[str], newline: str) -> None:
    try:
        check("".join(parts).replace("\n", newline))
    except NotStreamed:
        assert set(parts) - set(STYLES[:11])


@pytest.mark.parametrize("parts", [STYLES[:7], STYLES[7:11]])
def test_a_mapping_is_streamed(parts: tuple[str, ...]) -> None:
    check("".join(parts))


def test_the_items_of_a_list_are_values_of_their_own() -> None:
    text = "a: b\nlist:\n  - c\n  - {d: e}\nother: [f]\n"
    assert list(stream(text, ("list",))) == [
        Value("a", "b", 0, 4),
        Value("list", [], 5, 13),
        Value("list", "c", 15, 16, in_list=True),
        Value("list", {"d": "e"}, 21, 27, in_list=True),
        Value("other", ["f"], 28, 38),
    ]


@pytest.mark.parametrize(
    "text", ["a", "a: *b", "<<: {a: b}", "? a\n: b", "[", "{a: b}"]
)
def test_what_is_read_as_nodes(text: str) -> None:
    with pytest.raises(NotStreamed):
        list(stream(text))


def test_no_depth_ends_in_an_error_of_python() -> None:
    with pytest.raises(NotStreamed):
        list(stream("a: " + "[" * 5000))
