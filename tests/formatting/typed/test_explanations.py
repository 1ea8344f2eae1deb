"""Every problem of a typed essay is explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import loccit.formatting.typed
from loccit.formatting.typed.explanations import EXPLANATIONS
from loccit.lint.sources import rules
from loccit.recognize.reasons import REASONS

RULE = re.compile(r"(?:Problem|_Why|_problem)\(\s*\"([a-z-]+)\"")


def test_every_problem_is_explained() -> None:
    folder = Path(loccit.formatting.typed.__file__).parent
    texts = [module.read_text("utf-8") for module in folder.glob("*.py")]
    assert {found for text in texts for found in RULE.findall(text)} == {*EXPLANATIONS}


def test_no_problem_has_the_name_of_a_rule_or_reason() -> None:
    assert not {rule.name for rule in rules()} & {*EXPLANATIONS}
    assert not {*REASONS} & {*EXPLANATIONS}


@pytest.mark.parametrize("rule", EXPLANATIONS)
def test_a_page_is_in_sentences(rule: str) -> None:
    assert EXPLANATIONS[rule].endswith(".")
