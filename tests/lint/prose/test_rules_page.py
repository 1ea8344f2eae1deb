"""docs/rules.md consists of the rules' own pages; to write it again, run
`python -m tests.lint.prose.test_rules_page`.
"""

from __future__ import annotations

from itertools import groupby

from loccit.lint.prose import prose_rules
from loccit.lint.prose.rule import ProseRule
from tests.paths import ROOT

PAGE = ROOT / "docs" / "rules.md"
MARK = "<!-- The rules' own pages follow. -->\n"
FAMILIES = {
    "C": "Citations",
    "L": "Locators",
    "Q": "Quotations",
    "T": "Text against list",
    "R": "Entries of the list",
    "B": "The list as a whole",
}


def row(rule: ProseRule) -> str:
    """The rule in the index."""
    anchor = f"{rule.code}-{rule.name}".lower()
    cells = (f"[{rule.code}](#{anchor})", rule.summary, remarks(rule))
    return f"| {' | '.join(cells)} |"


def remarks(rule: ProseRule) -> str:
    """What is not usual about the rule: its fix, its severity, its styles."""
    said = [
        {None: "", "safe": "fix", "unsafe": "unsafe fix"}[rule.fix_safety],
        "suggestion" if rule.severity == "note" else "",
        "off" if rule.is_off else "",
        "every style" if rule.in_every_style else "",
    ]
    return ", ".join(filter(None, said))


def page(rule: ProseRule) -> str:
    """The rule's page, whose headings are below that of the rule."""
    text = rule.page.replace("\n## ", "\n#### ")
    return f"### {rule.code} {rule.name}\n\n{text}"


def all_pages() -> str:
    """The index, and then the pages, by family."""
    families = [
        (FAMILIES[letter], [*rules])
        for letter, rules in groupby(prose_rules(), lambda rule: rule.code[0])
    ]
    index = "\n\n".join(
        f"**{title}**\n\n| rule | what it finds | |\n|---|---|---|\n"
        + "\n".join(map(row, rules))
        for title, rules in families
    )
    pages = "\n\n".join(
        f"## {title}\n\n" + "\n\n".join(map(page, rules)) for title, rules in families
    )
    return f"\n{index}\n\n{pages}\n"


def test_the_page_is_that_of_the_rules() -> None:
    assert PAGE.read_text("utf-8").partition(MARK)[2] == all_pages()


def test_every_fact_of_the_manual_has_a_rule() -> None:
    """As many as there are facts of APA 7 that a text can show."""
    counts = dict.fromkeys(FAMILIES, 0)
    for rule in prose_rules():
        counts[rule.code[0]] += rule.code[1:] != "00"
    assert counts == {"C": 42, "L": 16, "Q": 16, "T": 6, "R": 44, "B": 15}


if __name__ == "__main__":
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(f"{head}{MARK}{all_pages()}", "utf-8")
