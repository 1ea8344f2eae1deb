from __future__ import annotations

import pytest

from loccit.csl.citations.substitute_authors import substitute_authors
from loccit.csl.locales.locale import load_locale
from loccit.csl.output_tree import Node, Output
from loccit.csl.text.typeset import plain_text


def entry(names: str, rest: str) -> Output:
    people: list[Output] = []
    for name in names.split(", "):
        people += [Node((name,), tag="name"), ", "]
    return Node((Node((Node(tuple(people[:-1])),), tag="names"), f" {rest}"))


@pytest.mark.parametrize(
    ("rule", "second"),
    [
        ("complete-all", "Doe, Roe, Poe Two"),
        ("complete-each", "Doe, Roe, Poe Two"),
        ("partial-each", "—, —, Poe Two"),
        ("partial-first", "—, Roe, Poe Two"),
    ],
)
def test_some_names_are_the_same(rule: str, second: str) -> None:
    entries = [("a", entry("Doe, Roe", "One")), ("b", entry("Doe, Roe, Poe", "Two"))]
    changed = substitute_authors(entries, "—", rule, load_locale("en-US"))
    assert [
        plain_text(output, load_locale("en-US")) for output in changed.values()
    ] == ["Doe, Roe One", second]


@pytest.mark.parametrize(
    ("rule", "second"),
    [
        ("complete-all", "— Two"),
        ("complete-each", "—, — Two"),
        ("partial-each", "—, — Two"),
    ],
)
def test_all_names_are_the_same(rule: str, second: str) -> None:
    entries = [
        ("a", entry("Doe, Roe", "One")),
        ("b", entry("Doe, Roe", "Two")),
        ("c", Node(("No names",))),
    ]
    changed = substitute_authors(entries, "—", rule, load_locale("en-US"))
    shown = [plain_text(output, load_locale("en-US")) for output in changed.values()]
    assert shown == ["Doe, Roe One", second, "No names"]
