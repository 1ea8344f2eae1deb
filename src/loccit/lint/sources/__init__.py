"""The rules for sources, one a file; the folder is the list.

A module is named after its rule and has

- a docstring, the rule's page in docs/checks.md,
- `SEVERITY`, where that is not "warning",
- `check`, except where the readers of bibliographies find the violation.
"""

from __future__ import annotations

from functools import cache

from loccit.lint.rule import Rule, rules_in


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule for sources, by name."""
    return tuple(rules_in(__name__))
