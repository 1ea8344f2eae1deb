"""Which rules a selection has."""

from __future__ import annotations

import re
from pathlib import Path

import loccit
from loccit.lint.noticed import NOTICED
from loccit.lint.selection import Selection, nearest_rule, unknown_rules

#: The modules that report what is noticed about an essay.
MODULES = ("typed_brackets", "resolve", "draft")


def test_what_is_selected(given: str, expected: str) -> None:
    *words, rule = given.split()
    options: dict[str, tuple[str, ...]] = {}
    for option, choice in zip(words[::2], words[1::2], strict=True):
        options[option.removeprefix("--")] = (choice,)
    has = Selection(**options).has(rule.rstrip("*"), is_off=rule.endswith("*"))
    assert has == (expected == "yes")


def test_unknown_rules_have_a_nearest() -> None:
    assert unknown_rules(["C01", "c", "comma-before-year", "wiki-link"]) == []
    assert unknown_rules(["X", "comma-before-yaer"]) == ["X", "comma-before-yaer"]
    assert nearest_rule("comma-before-yaer") == "comma-before-year"


def test_all_that_is_noticed_has_a_page() -> None:
    folder = Path(loccit.__file__).parent / "formatting"
    sources = [(folder / f"{name}.py").read_text("utf-8") for name in MODULES]
    names = re.findall(r'roblem\(\s*"([a-z-]+)"', "".join(sources))
    assert names
    # A key that no source has is a mistake of the rule T01.
    assert set(names) - {"unknown-key"} <= set(NOTICED)
