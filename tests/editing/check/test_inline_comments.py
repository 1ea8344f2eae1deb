"""Comments in essays that say what to ignore."""

from __future__ import annotations

import pytest

from loccit import open_library, read_essay
from loccit.editing.check import check_essay
from loccit.lint.prose import prose_rules
from loccit.lint.selection import Selection
from tests.cases import Case

#: One rule, so that other rules may be added.
RULES = [rule for rule in prose_rules() if rule.code == "C01"]


def test_what_is_left(case: Case) -> None:
    path = case.sections.get("file", "essay.md")
    text = case.given.replace("␍", "\r")
    essay = read_essay(text.encode(), path)
    found = check_essay(essay, open_library([]), rules=RULES).findings
    lines = [f"{each.problem.place.line} {each.problem.rule}" for each in found]
    assert "\n".join(lines) == case.expected


def test_a_notebook() -> None:
    cell = b'{"cell_type": "markdown", "metadata": {}, "source": [\n%s\n]}'
    line = b'"So (Doe 2001). <!-- loccit: ignore C01 -->\\n",\n"\\n",\n"So (Roe 2002)."'
    notebook = b'{"cells": [' + cell % line + b'], "metadata": {}, "nbformat": 4, '
    essay = read_essay(notebook + b'"nbformat_minor": 5}', "essay.ipynb")
    found = check_essay(essay, open_library([]), rules=RULES).findings
    assert [each.problem.rule for each in found] == ["C01"]


@pytest.mark.parametrize(
    ("selection", "is_reported"),
    [
        (Selection(), True),
        (Selection(select=("C01",)), False),
        (Selection(ignore=("unused-ignore",)), False),
    ],
)
def test_a_comment_about_all_rules_is_unused_if_all_are_checked(
    selection: Selection, is_reported: bool
) -> None:
    essay = read_essay(b"So it is. <!-- loccit: ignore -->\n", "essay.md")
    found = check_essay(essay, open_library([]), selection=selection).findings
    expected = ["unused-ignore"] if is_reported else []
    assert [each.problem.rule for each in found] == expected
