"""Findings as a page to hand back: the essay's text, with notes in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.cli.report import Report


def write(report: Report) -> str:
    """Write a page that needs no script, no network and no other file."""
    # Only this format needs the page and its style.
    from loccit.cli.report_page.page import page

    return page(report)
