"""Shell completion of keys, styles, rules and reasons.

The shell waits for each press of the tab key, so nothing is imported before it is
needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from loccit.errors import LoccitError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_key(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a key of the library."""
    from click.shell_completion import CompletionItem

    from loccit.bibliography import open_library
    from loccit.workspace.project import find_project
    from loccit.workspace.settings import Settings

    found: Sequence[str] = ()
    try:
        named = tuple(ctx.params.get("bibliography") or ())
        project = find_project(Settings(bibliography=named))
        found = open_library(project.bibliography).keys()
    except LoccitError:
        pass  # a shell has no place for a message while it completes
    return [CompletionItem(key) for key in found if key.startswith(incomplete)]


def complete_key_or_file(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a key of the library, or the name of a file."""
    from click.shell_completion import CompletionItem

    return [
        *complete_key(ctx, param, incomplete),
        CompletionItem(incomplete, type="file"),
    ]


def complete_rule(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name or the code of a rule."""
    from click.shell_completion import CompletionItem

    from loccit.lint.prose import prose_rules
    from loccit.lint.sources import rules

    # After a comma another rule begins: `--select C01,L`.
    before, comma, begun = incomplete.rpartition(",")
    by_name = {rule.name: rule.summary for rule in rules()}
    for rule in prose_rules():
        by_name |= {rule.code: rule.summary, rule.name: rule.summary}
    return [
        CompletionItem(f"{before}{comma}{name}", help=summary)
        for name, summary in by_name.items()
        if name.casefold().startswith(begun.casefold())
    ]


def complete_rule_or_reason(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name of a rule, or of a reason for what was recognized."""
    from click.shell_completion import CompletionItem

    from loccit.recognize.reasons import REASONS

    reasons = [
        CompletionItem(name, help=page)
        for name, page in REASONS.items()
        if name.startswith(incomplete)
    ]
    return [*complete_rule(ctx, param, incomplete), *reasons]


def complete_style(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the id of a style, or the name of a file."""
    from click.shell_completion import CompletionItem

    from loccit.csl import style_ids

    if incomplete.startswith((".", "/", "~")):
        return [CompletionItem(incomplete, type="file")]
    return [CompletionItem(style) for style in style_ids(incomplete)]
