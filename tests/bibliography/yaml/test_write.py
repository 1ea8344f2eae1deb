"""YAML as it is written: what is read again is the same, whichever emitter PyYAML has."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography.yaml.write import write_yaml

#: PyYAML leaves a line end of IBM's (U+0085) as it is, which libyaml escapes; half a
#: character is none.
TEXTS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x85"), max_size=40
) | st.lists(
    st.sampled_from(
        [
            "a",
            "No",
            " ",
            "\n",
            ": ",
            "# ",
            "- ",
            "'",
            '"',
            "\\U",
            "é—日",
            "🙂",
            "*",
            "&x",
            "word " * 9,
            "x" * 30,
            "\x07",
        ]
    )
).map("".join)
NAMES = st.sampled_from(["id", "type", "container-title", "citation-key", "DOI"])
ITEMS = st.lists(
    st.dictionaries(
        NAMES, TEXTS | st.lists(TEXTS, max_size=2) | st.integers(), max_size=3
    ),
    max_size=3,
)


@given(ITEMS)
def test_what_is_written_is_read_again(items: list[dict[str, object]]) -> None:
    assert yaml.safe_load(write_yaml(items)) == items


@pytest.mark.skipif(
    not hasattr(yaml, "CSafeDumper"), reason="PyYAML has no libyaml here"
)
@given(ITEMS)
def test_libyaml_and_pyyaml_write_the_same(items: list[dict[str, object]]) -> None:
    with_libyaml = write_yaml(items)
    with pytest.MonkeyPatch.context() as without:
        without.delattr(yaml, "CSafeDumper")
        assert with_libyaml == write_yaml(items)


#: Texts in double quotation marks, which libyaml and PyYAML fold differently.
LONG = [
    "aaaaaword " + "word " * 20 + "\n",
    "\ufeffwordword wordword wordword\x07>a" + "word " * 10 + "\\",
]


@pytest.mark.parametrize("text", LONG)
def test_a_long_text_is_one_line(text: str) -> None:
    written = write_yaml([text])
    assert written.count("\n") == 1
    assert yaml.safe_load(written) == [text]


def test_half_a_character_is_escaped() -> None:
    assert write_yaml(["a\ud800"]) == '- "a\\uD800"\n'
