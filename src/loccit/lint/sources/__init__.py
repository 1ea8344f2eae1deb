"""The rules for sources, one a file; the folder is the list.

A module is named after its rule and has

- a docstring, the rule's page in docs/checks.md,
- `SEVERITY`, where that is not "warning",
- `check`, except where the readers of bibliographies find the violation.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from loccit._startup.plugins import names_in
from loccit.lint.rule import Rule, read_rule


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule for sources, by name."""
    return tuple(map(rule, rule_names()))


def rule_names() -> Collection[str]:
    """Return the names of all rules; none of them is imported."""
    return [name.replace("_", "-") for name in names_in(__name__)]


@cache
def rule(name: str) -> Rule:
    """Return the rule with that name."""
    return read_rule(f"{__name__}.{name.replace('-', '_')}")
