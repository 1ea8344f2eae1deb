"""Every reason that loccit gives is explained, and docs/reasons.md lists them; to write
the page again, run `python -m tests.recognize.test_reasons`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import loccit
from loccit.lint.sources import rules
from loccit.recognize.reasons import REASONS
from tests.paths import ROOT

PAGE = ROOT / "docs" / "reasons.md"
MARK = "| reason | what it means |\n|---|---|\n"


def codes(module: Path) -> Iterator[str]:
    """The codes of the reasons that a module gives."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Reason":
            code = next(iter(node.args))
            assert isinstance(code, ast.Constant), f"{module}:{node.lineno}"
            yield str(code.value)


def test_every_reason_is_explained() -> None:
    modules = sorted(Path(loccit.__file__).parent.rglob("*.py"))
    given = {code for module in modules for code in codes(module)}
    assert given == set(REASONS)


def test_no_reason_has_the_name_of_a_rule() -> None:
    assert not {rule.name for rule in rules()} & set(REASONS)


def table() -> str:
    rows = (f"| `{code}` | {page} |" for code, page in REASONS.items())
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("code", REASONS)
def test_a_page_is_in_sentences(code: str) -> None:
    assert REASONS[code].endswith(".")


def test_the_page_lists_all_reasons() -> None:
    assert PAGE.read_text("utf-8").partition(MARK)[2] == table()


if __name__ == "__main__":
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(f"{head}{MARK}{table()}", "utf-8")
