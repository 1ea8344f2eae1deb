"""Find entries in whatever a file looks like."""

from __future__ import annotations

import time

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.formats.bibtex.scan import closing, scan


def test_entries(given: str, expected: str) -> None:
    found = scan(given)
    entries = [
        f"{entry.type} {entry.key} {entry.error}".rstrip() for entry in found.entries
    ]
    strings = [f"string {name}" for name in found.strings]
    assert "\n".join(entries + strings) == expected


BIB = st.text(alphabet='@{}(),="\\% \nabook#\x00')


@draw(
    BIB
    | st.lists(
        st.sampled_from(
            [
                "@book{",
                "@book(",
                "k,",
                "t={x}",
                "}",
                ")",
                "\n",
                "@comment{",
                '"',
                "%",
                "@",
                " ",
            ]
        )
    ).map("".join)
)
def test_spans_follow_each_other(text: str) -> None:
    done = 0
    for entry in scan(text).entries:
        assert done <= entry.start <= entry.body <= entry.limit <= len(text)
        assert text[entry.start] == "@"
        assert entry.key in text[entry.start : entry.limit]
        end = closing(text, entry.start, entry.limit)
        assert (end is None) == (
            entry.error == "unclosed-entry"
            or (entry.error == "missing-key" and end is None)
        )
        done = entry.limit


@pytest.mark.parametrize(
    "text",
    [
        "@book{" * 50_000,
        "@book(" * 50_000,
        "@comment{" * 50_000,
        "@string{" * 50_000,
        "@ " * 200_000,
        "@" + "a" * 400_000,
        "@book{" + " " * 400_000,
        "@book{k, t = {" + "{" * 400_000,
        "@book{k, t = {" + "x" * 400_000 + "}}",
        "%" + "@book{k}" * 50_000,
        "@book{k,}} " * 40_000,
        "@book{" + "k" * 400_000 + ",}",
        "@a{" * 1_000_000,
        "@book{k, t = {\n" * 50_000,
        "@book(k, t = {\n" * 50_000,
        '@book(k, t = "\n' * 50_000,
        '@book(k, t = "\n' + '@book(k, t = ""\n' * 50_000,
        "@book{k, t = {\n" * 25_000 + "}" * 25_000,
        "@comment{\n" * 50_000 + "}" * 50_000,
        "@comment{ {\n" * 50_000 + "}" * 50_000,
    ],
    ids=lambda text: str(text)[:12],
)
def test_time_is_linear(text: str) -> None:
    start = time.process_time()
    scan(text)
    assert time.process_time() - start < 3
