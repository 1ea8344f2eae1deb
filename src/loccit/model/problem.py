"""Problems: findings for the user that do not stop the work."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.model.span import Edit

Severity = Literal["error", "warning", "note"]
#: Ruff's terms: a safe fix cannot change what the text means; somebody has to look at
#: an unsafe one.
Safety = Literal["safe", "unsafe"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: line and column count from 1, columns in characters; 0 is
    unknown.

    Attributes:
        unit: what `line` counts; a document has paragraphs.

    >>> str(Place("essay.md", 3, 14))
    'essay.md:3:14'
    >>> str(Place("essay.docx", 3, 14, "paragraph"))
    'essay.docx: paragraph 3'
    """

    path: str = ""
    line: int = 0
    column: int = 0
    unit: Literal["line", "paragraph"] = "line"

    def __str__(self) -> str:
        if self.unit != "line" and self.line:
            return f"{self.path or '-'}: {self.unit} {self.line}"
        parts = [self.path or "-"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class Range(NamedTuple):
    """From the place of a first character to the place after a last one, as in LSP;
    `end` is None where only the start is known.
    """

    start: Place
    end: Place | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of one file that together fix a problem.

    Attributes:
        path: the file.
        edits: of its decoded text.
        safety: whether they may be made without a look at them.
    """

    path: str
    edits: tuple[Edit, ...]
    safety: Safety = "safe"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    Attributes:
        rule: the kebab-case name of the rule that is broken.
        message: what is wrong.
        place: where it begins.
        severity: an `error` keeps part of the essay from being what was asked for, a
            `warning` may, and a `note` is for information.
        advice: what to do.
        end: where it ends, as in `Range`.
        fix: edits that fix it.

    >>> str(Problem("malformed-doi", "`10` is not a DOI.", Place("a.bib", 2, 3)))
    'a.bib:2:3: warning: `10` is not a DOI.'
    """

    rule: str
    message: str
    place: Place = Place()
    severity: Severity = "warning"
    advice: str = ""
    end: Place | None = None
    fix: Fix | None = None

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity}: {self.message}"
        return f"{text} {self.advice}" if self.advice else text
