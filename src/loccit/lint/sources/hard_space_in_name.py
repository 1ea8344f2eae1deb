"""A no-break space in a name.

It comes along from web pages, and looks like any other space; BibTeX does not part
words at it, so given name and surname become one.

    [{"id": "davis2003", "type": "book", "author": [{"family": "Davis", "given":
    "Angela\\u00a0Y."}]}]

Write a plain space:

    [{"id": "davis2003", "type": "book", "author": [{"family": "Davis", "given": "Angela Y."}]}]
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.names import written_names, wrong_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety, Severity
from loccit.values.names import full_name

SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "safe"
_HARD = "\N{NO-BREAK SPACE}"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for written in written_names(entry):
        if _HARD in written.tex:
            fix = {written.field: entry.fields[written.field].replace(_HARD, " ")}
            yield _violation(written.tex, written.field, fix)
    if not entry.kind:
        for variable, name, _ in wrong_names(
            entry, lambda name: _HARD in full_name(name)
        ):
            yield _violation(full_name(name), variable, {})


def _violation(name: str, at: str, fix: dict[str, str]) -> Violation:
    return Violation(
        f"There is a no-break space in `{name.replace(_HARD, ' ')}`.",
        at,
        "Write a plain space.",
        fix,
    )
