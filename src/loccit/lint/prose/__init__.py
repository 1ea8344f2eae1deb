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
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from loccit._startup.plugins import names_in
from loccit.lint.prose.rule import ProseRule, read_prose_rule

#: In the order of a report's families.
_FAMILIES = (
    "citations",
    "locators",
    "quotations",
    "cross_check",
    "entries",
    "reference_list",
)


@cache
def prose_rules() -> tuple[ProseRule, ...]:
    """Return every rule for essays, by family and number."""
    return tuple(
        read_prose_rule(f"{package}.{name}")
        for family in _FAMILIES
        for package in [import_module(f"{__name__}.{family}").__name__]
        for name in names_in(package)
    )
