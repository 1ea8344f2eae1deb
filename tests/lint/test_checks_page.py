"""docs/checks.md is made of the rules' own pages; `python -m
tests.lint.test_checks_page` writes it anew.
"""

from __future__ import annotations

from loccit.lint.rule import Rule
from loccit.lint.sources import rules
from tests.lint.test_rules import examples, findings
from tests.paths import ROOT

PAGE = ROOT / "docs" / "checks.md"
MARK = "## Rules\n"


def line(rule: Rule) -> str:
    """A rule in the list: its name, the fault in a sentence, and whether it is mended
    where the example has it.
    """
    mended = any(
        finding.problem.fix
        for example in examples(rule)[:1]
        for finding in findings(example, rule.name)
    )
    return f"- [`{rule.name}`](#{rule.name}): {rule.summary}" + " *Mended.*" * mended


def faults() -> str:
    """The part of the page that the rules tell."""
    listed = "\n".join(map(line, rules()))
    pages = "\n".join(
        f"\n### `{rule.name}`\n\n*{rule.severity}.* {rule.page}" for rule in rules()
    )
    return f"\n{listed}\n{pages}\n"


def test_the_page_is_that_of_the_rules() -> None:
    assert PAGE.read_text("utf-8").partition(MARK)[2] == faults()


if __name__ == "__main__":
    PAGE.write_text(
        PAGE.read_text("utf-8").partition(MARK)[0] + MARK + faults(), "utf-8"
    )
