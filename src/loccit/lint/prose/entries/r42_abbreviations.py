"""An abbreviation in another form than that of APA.

## What it does

Finds "nd", "pg.", "vol." and other abbreviations in entries that differ from the fixed
ones: n.d., p., pp., Vol., Vols., Pt., Suppl., Trans., Ed., Rev. ed., No.

## Why is this bad?

APA fixes the abbreviations of an entry, their capitals and their stops (section 9.50).

## Example

    Neighborhoods changed (Cole, n.d.).

    # References

    Cole, A. (N.D.). *Quiet streets* (Vol. 2). North Press.

## Use instead

    Neighborhoods changed (Cole, n.d.).

    # References

    Cole, A. (n.d.). *Quiet streets* (Vol. 2). North Press.

## Fix safety

This fix is safe: it changes the abbreviation alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Each abbreviation where it is beyond doubt, in any form, and its fixed form.
_FORMS = (
    (
        regex(r"(?<=\()(?:n\.?\s?d\.?|no date|n/d)(?=(?:-[a-z])?\))", re.IGNORECASE),
        "n.d.",
    ),
    (regex(r"(?<=\()(?:pgs?|page)\.?\s?(?=\d+\))", re.IGNORECASE), "p. "),
    (regex(r"(?<=\()(?:pgs?|pages)\.?\s?(?=\d+\s?[-–])", re.IGNORECASE), "pp. "),
    (
        regex(r"(?<=[(,] )(?:pgs?|pages)\.?\s?(?=\d+\s?[-–]\d+\))", re.IGNORECASE),
        "pp. ",
    ),
    (regex(r"(?<=\()vol(?:ume|\b)\.?\s?(?=\d+[),])", re.IGNORECASE), "Vol. "),
    (regex(r"(?<=ed\., )vol(?:ume|\b)\.?\s?(?=\d+\))", re.IGNORECASE), "Vol. "),
    (
        regex(
            r"(?<=\()vol(?:umes?|s)?\b\.?\s?(?=\d+\s?(?:[-–]|, |& )\s?\d)",
            re.IGNORECASE,
        ),
        "Vols. ",
    ),
    (regex(r"(?<=\()(?:part|pt)\b\.?\s?(?=\d+\))", re.IGNORECASE), "Pt. "),
    (
        regex(r"(?<=\()(?:supplement|supp?l?)\b\.?\s?(?=\d+\))", re.IGNORECASE),
        "Suppl. ",
    ),
    # R12 finds those without a stop.
    (regex(r"(?<=[\w.] \()eds\.(?=\)\.? \()", re.IGNORECASE), "Eds."),
    (regex(r"(?<=[\w.] \()ed\.(?=\)\.? \()", re.IGNORECASE), "Ed."),
    (
        regex(
            r"(?:(?<=report )|(?<=paper )|(?<=series ))(?:no\b\.?|nr\b\.?|#)\s?(?=\d)",
            re.IGNORECASE,
        ),
        "No. ",
    ),
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for pattern, wanted in _FORMS:
            for found in pattern.finditer(entry.text):
                typed = " ".join(found[0].split())
                if typed != wanted.strip() and not _is_in_title(found, entry):
                    message = f"`{typed}` is not the abbreviation of APA."
                    yield expected(essay, entry, *found.span(), wanted, message)


def _is_in_title(found: re.Match[str], entry: CheckedEntry) -> bool:
    titles = entry.segments("title", "container-title")
    return any(title.start <= found.start() < title.end for title in titles)
