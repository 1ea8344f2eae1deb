"""docs/checks.md consists of the rules' own pages; to write it again, run
`python -m tests.lint.test_checks_page`.
"""

from __future__ import annotations

from loccit.lint.rule import Rule
from loccit.lint.sources import rules
from tests.paths import ROOT

PAGE = ROOT / "docs" / "checks.md"
MARK = "## Rules\n\nA rule has a fix, or an unsafe fix, where the list says so.\n"
FIXES = {None: "", "safe": " *Fix.*", "unsafe": " *Unsafe fix.*"}


def line(rule: Rule) -> str:
    """The rule in the list: its name, its summary, and whether it has a fix."""
    return f"- [`{rule.name}`](#{rule.name}): {rule.summary}{FIXES[rule.fix_safety]}"


def page(rule: Rule) -> str:
    """The rule's page, whose headings are below that of the rule."""
    text = rule.page.replace("\n## ", "\n#### ")
    return f"### `{rule.name}`\n\n*{rule.severity}.* {text}"


def all_pages() -> str:
    listed = "\n".join(map(line, rules()))
    pages = "\n\n".join(map(page, rules()))
    return f"\n{listed}\n\n{pages}\n"


def test_the_page_is_that_of_the_rules() -> None:
    assert PAGE.read_text("utf-8").partition(MARK)[2] == all_pages()


if __name__ == "__main__":
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(f"{head}{MARK}{all_pages()}", "utf-8")
