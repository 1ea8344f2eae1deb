"""Leave out problems that a check would not report: the settings file, or a comment in
the essay, says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.errors import LoccitError
from loccit.model import Problem
from loccit.workspace.check_settings import CheckSettings
from loccit.workspace.settings_file import find_settings_file

#: What a check calls a key that no source has.
UNKNOWN_KEY = "T01"
#: What comments in essays begin with that say what to ignore.
_COMMENT = "loccit:"
#: What a check calls the problems that are noticed before it.
_CODES = {"unknown-key": UNKNOWN_KEY}


def wanted(essay: OpenEssay, problems: Sequence[Problem]) -> Sequence[Problem]:
    """Return the problems of an essay that a check would report, by the names that it
    gives them.
    """
    named = [replace(each, rule=_CODES.get(each.rule, each.rule)) for each in problems]
    path = Path(essay.essay.path)
    if not named or not (_COMMENT in essay.text or _selects(path)):
        return named
    # Few essays say which rules they want, and these take a tenth of a second.
    from loccit.editing.check.inline_comments import ignore_comments
    from loccit.editing.selected_rules import selected_in
    from loccit.lint import Finding
    from loccit.lint.selection import EVERYTHING

    try:
        selection = selected_in(path, EVERYTHING)
    except LoccitError:  # it names an unknown rule; the check says so
        selection = EVERYTHING
    comments = ignore_comments(essay.essay)
    return [
        each
        for each in named
        if selection.has(each.rule)
        and not any(comment.ignores(Finding(each)) for comment in comments)
    ]


def _selects(path: Path) -> bool:
    """Return whether the settings file near an essay says which rules are checked."""
    try:
        file = find_settings_file(path.parent)
    except LoccitError:
        return False
    return file is not None and file.check != CheckSettings()
