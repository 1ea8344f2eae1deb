"""Findings as JSON Lines: one a line, as `json` has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loccit.cli.report.json import finding_as_json

if TYPE_CHECKING:
    from loccit.cli.report import Report


def write(report: Report) -> str:
    """Write the findings."""
    return "".join(
        json.dumps(finding_as_json(finding), ensure_ascii=False) + "\n"
        for finding in report.findings
    )
