"""The names of rules, as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.lint.rule import Rule


def known_rules(names: Sequence[str]) -> list[Rule]:
    """The rules of these names.

    Raises:
        LoccitError: there is none of that name.
    """
    from loccit.bibliography import nearest
    from loccit.errors import LoccitError
    from loccit.lint.sources import rules

    by_name = {rule.name: rule for rule in rules()} if names else {}
    for name in names:
        if name not in by_name:
            near = nearest(name, sorted(by_name), 1)
            advice = (
                f"Did you mean `{near[0]}`?"
                if near
                else "`loccit check --rules` lists them."
            )
            raise LoccitError(f"There is no rule `{name}`.", advice=advice)
    return [by_name[name] for name in names]
