"""The names of rules and reasons, as they are typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.lint.rule import Rule


def known_rules(names: Sequence[str]) -> list[Rule]:
    """The rules of these names.

    Raises:
        LoccitError: there is none of that name.
    """
    from loccit.lint.sources import rules

    by_name = {rule.name: rule for rule in rules()} if names else {}
    _require(names, by_name, "rule")
    return [by_name[name] for name in names]


def pages_of(names: Sequence[str]) -> list[str]:
    """Return what there is to say about rules, reasons and problems of these names.

    Raises:
        LoccitError: a name is not one of them.
    """
    from loccit.formatting.typed.explanations import EXPLANATIONS
    from loccit.lint.sources import rules
    from loccit.recognize.reasons import REASONS

    pages = {name: f"{name} (reason)\n\n{page}" for name, page in REASONS.items()}
    for name, page in EXPLANATIONS.items():
        pages[name] = f"{name} (warning)\n\n{page}"
    for rule in rules():
        pages[rule.name] = f"{rule.name} ({rule.severity})\n\n{rule.page}"
    _require(names, pages, "rule or reason")
    return [pages[name] for name in names]


def _require(names: Sequence[str], known: Collection[str], what: str) -> None:
    from loccit.bibliography import nearest
    from loccit.errors import LoccitError

    for name in names:
        if name not in known:
            near = nearest(name, sorted(known), 1)
            advice = (
                f"Did you mean `{near[0]}`?"
                if near
                else "`loccit check --rules` lists the rules."
            )
            raise LoccitError(f"There is no {what} `{name}`.", advice=advice)
