"""The names and codes of rules and reasons, as they are typed and listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click

from loccit.cli.terminal import table
from loccit.errors import LoccitError

_COLUMNS = ("Rule", "Name", "Summary")


def require_rules(choices: Sequence[str]) -> None:
    """Raise LoccitError if one of them means no rule."""
    from loccit.lint.selection import nearest_rule, unknown_rules

    for choice in unknown_rules(choices):
        near = nearest_rule(choice)
        raise _unknown(choice, "rule", near)


def show_rules() -> None:
    """List all rules: those for essays by family, then those for sources."""
    from loccit.lint.prose import FAMILIES, rules_of
    from loccit.lint.sources import rules

    for family, title in FAMILIES.items():
        click.secho(f"{title}\n", bold=True)
        rows = [(each.code, each.name, each.summary) for each in rules_of(family)]
        table(_COLUMNS, rows)
        click.echo()
    click.secho("Sources\n", bold=True)
    table(("Rule", "Summary"), [(rule.name, rule.summary) for rule in rules()])


def pages_of(names: Sequence[str]) -> list[str]:
    """Return what there is to say about rules, reasons and problems of these names.

    Raises:
        LoccitError: a name is not one of them.
    """
    pages = dict(_pages())
    return [_page(name, pages) for name in names]


def _page(name: str, pages: Mapping[str, str]) -> str:
    page = pages.get(name.casefold())
    if page is None:
        from loccit.bibliography import nearest  # only a mistyped name needs it

        near = nearest(name.casefold(), sorted(pages), 1)
        raise _unknown(name, "rule or reason", near[0] if near else "")
    return page


def _pages() -> Iterator[tuple[str, str]]:
    """Yield the names of all pages, casefolded, and the pages."""
    from loccit.editing import verify_explanations as verified
    from loccit.formatting.typed.explanations import EXPLANATIONS
    from loccit.lint.noticed import NOTICED
    from loccit.lint.prose import prose_rules
    from loccit.lint.sources import rules
    from loccit.recognize.reasons import REASONS

    for name, page in REASONS.items():
        yield name, f"{name} (reason)\n\n{page}"
    for name, page in {**EXPLANATIONS, **NOTICED, **verified.EXPLANATIONS}.items():
        yield name, f"{name} (warning)\n\n{page}"
    for rule in rules():
        yield rule.name, f"{rule.name} ({rule.severity})\n\n{rule.page}"
    for each in prose_rules():
        page = f"{each.code} {each.name} ({each.severity})\n\n{each.page}"
        yield each.name, page
        yield each.code.casefold(), page


def _unknown(name: str, what: str, near: str) -> LoccitError:
    advice = f"Did you mean `{near}`?" if near else ""
    return LoccitError(
        f"There is no {what} `{name}`.",
        advice=advice or "`loccit check --rules` lists the rules.",
    )
