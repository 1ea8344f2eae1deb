"""The rules for essays, one a file; the folders are the list.

A module is named after its rule: `c01_comma_before_year` is the rule `C01`, by name
`comma-before-year`.  It has

- a docstring, the rule's page in docs/rules.md,
- `check`, which finds the mistakes in a `CheckedEssay`,
- `SEVERITY`, where that is not "warning": a `note` is a suggestion,
- `FIX_SAFETY`, if its mistakes have fixes,
- `IN_EVERY_STYLE = True`, where it holds in other styles than APA,
- `IS_OFF = True`, where it is too often wrong to be checked unasked.

The letter is that of its family: C for the form of citations, L for locators, Q for
quotations, T for the text against the list, R for entries, B for the list as a whole.
Beside the families, `rule.py` says what a rule is and reads it; `cite_mistakes/` and
`entry_mistakes/` have what several rules on citations and on entries share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType

from loccit._startup.plugins import names_in
from loccit.lint.prose.rule import ProseRule, name_of, read_prose_rule

#: The folders, in the order of a report's families, with what their rules are about.
FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "citations": "Form of citations",
        "locators": "Locators",
        "quotations": "Quotations",
        "cross_check": "Text against list",
        "entries": "Entries",
        "reference_list": "Reference list",
    }
)


@cache
def prose_rules() -> tuple[ProseRule, ...]:
    """Return every rule for essays, by family and number."""
    return tuple(rule for family in FAMILIES for rule in rules_of(family))


@cache
def rules_of(family: str) -> Sequence[ProseRule]:
    """Return the rules of one of `FAMILIES`, by number."""
    return [read_prose_rule(module) for module in _modules(family)]


@cache
def prose_rule(code: str) -> ProseRule:
    """Return the rule with that code."""
    return read_prose_rule(_modules_by_code()[code])


@cache
def prose_rule_names() -> Mapping[str, str]:
    """Return the names of all rules by their codes; none of them is imported."""
    return dict(map(name_of, _modules_by_code().values()))


def rule_name(rule: str) -> str:
    """Return the name of the rule with a code; of a rule without, what it has."""
    return prose_rule_names().get(rule, rule)


@cache
def _modules_by_code() -> Mapping[str, str]:
    modules = [module for family in FAMILIES for module in _modules(family)]
    return {name_of(module).code: module for module in modules}


def _modules(family: str) -> Sequence[str]:
    package = import_module(f"{__name__}.{family}").__name__
    return [f"{package}.{name}" for name in names_in(package)]
