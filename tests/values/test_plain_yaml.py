"""What is read without the YAML library is what the library reads."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loccit.values.plain_yaml import read_plain
from loccit.values.yaml import compose, value_of

PIECES = [
    *("title", "a-b", "null", "~", "No", "010", "12:30", "x", "é", "“so”", "\u2028"),
    *(": ", ":", " ", "  ", "- ", "-", "\n", "\n", "\r\n", "\r", "\t", "\u0085"),
    *("[", "]", ", ", ",", "{", "}", '"', "'", "#", " #", ".", "...", "---", "\ufeff"),
    *("(", ")", "\\\\", "/", "!", "&", "*", "|", ">", "<<", "=", "@", "%", "?", "? "),
    *("title: ", "lang: ", "bib:\n", "  - ", "\n- ", "[a, b]", '"a: b"', "'it'"),
]


def read_by_library(text: str) -> object:
    node = compose(text, as_tree=True)
    return (value_of(node) if node else None) or {}


@settings(max_examples=3000)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("a:\n- b\n- c\n\nd: e")
@example("a:\n  - b\n - c")
@example("a: 'b''c'")
@example("a: b\n  c")
def test_a_text_that_is_read_is_read_as_the_library_reads_it(text: str) -> None:
    plain = read_plain(text)
    if plain is not None:
        read = read_by_library(text)
        assert plain == read
        assert list(plain) == list(read)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("title: My essay\nlang: en-GB", {"title": "My essay", "lang": "en-GB"}),
        ('title: "On work: an essay"\r\n', {"title": "On work: an essay"}),
        ("bibliography: [a.bib, 'b c.bib']", {"bibliography": ["a.bib", "b c.bib"]}),
        (
            "author:\n  - Ann\n  - Bo\nyear: 2010",
            {"author": ["Ann", "Bo"], "year": "2010"},
        ),
        ("abstract:\nlast: null", {"abstract": None, "last": None}),
    ],
)
def test_usual_front_matter_is_plain(text: str, values: object) -> None:
    assert read_plain(text) == values


@pytest.mark.parametrize(
    "text", ["a: >\n  b", "a: &x b", "a: {b: c}", "a: b # c", "a:\n  b: c", "- a", "a"]
)
def test_the_rest_is_left_to_the_library(text: str) -> None:
    assert read_plain(text) is None


def test_an_essay_with_plain_settings_needs_no_library() -> None:
    script = (
        "import sys\n"
        "from loccit import read_essay\n"
        "essay = read_essay(b'---\\ntitle: So\\nlang: de-DE\\n---\\nText\\n', 'a.md')\n"
        "print(essay.front_matter.values, 'yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    assert done.stdout == "{'title': 'So', 'lang': 'de-DE'} False\n"
