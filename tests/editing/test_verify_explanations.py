"""Every finding is explained, in `loccit explain` and in the docs."""

from __future__ import annotations

import re

from loccit.editing.verify_explanations import EXPLANATIONS
from tests.paths import ROOT

PROBLEM = re.compile(r'(?:Problem\(\s*|rule(?:, \w+)* = )"([\w-]+)"')


def test_every_rule_is_explained() -> None:
    files = [
        ROOT / "src" / "loccit" / "lookup" / "retraction_list.py",
        *(ROOT / "src" / "loccit" / "lookup" / "services").glob("*.py"),
        *(ROOT / "src" / "loccit" / "editing" / "verify_sources").glob("*.py"),
    ]
    rules = {
        rule for file in files for rule in PROBLEM.findall(file.read_text("utf-8"))
    }
    assert rules == set(EXPLANATIONS)


def test_every_rule_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "verify.md").read_text("utf-8")
    assert [rule for rule in EXPLANATIONS if f"`{rule}`" not in page] == []
