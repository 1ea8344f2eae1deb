"""Something else than an en dash between two pages.

## What it does

Finds ranges of pages, paragraphs and times in citations with a hyphen, another dash,
spaces around the dash, or "to". In Markdown, LaTeX and other markups, "--" is an en dash,
and right.

## Why is this bad?

APA joins the first and the last number by an en dash without spaces.

## Example

    So it was (Bell, 2009, pp. 46-47).

## Use instead

    So it was (Bell, 2009, pp. 46–47).

## Fix safety

This fix is safe: it changes what is between two numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, PlaceWords, Word
from loccit.lint.checked.citations.place_words import PlaceKind
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Tables and sections have hyphens in their numbers: "Table 2-1".
_KINDS: frozenset[PlaceKind] = frozenset(["page", "paragraph", "number", "time"])
#: The formats that show two hyphens as they are.
_AS_TYPED = frozenset(["docx", "html", "plain_text"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for place in essay.place_words:
        if place.kind not in _KINDS or not place.ends:
            continue
        for dash in _dashes(place):
            if dash.text == "–" or _is_typed_dash(essay, dash):
                continue
            mapped = place.words.citation.mapped
            edits = essay.retyped(mapped, dash.start, dash.end, "–")
            message = "The range has no en dash, or spaces around it."
            advice = "Write `–`."
            yield Mistake(mapped, dash.start, dash.end, message, advice, edits)


def _dashes(place: PlaceWords) -> list[Word]:
    return [number.dash for number in place.numbers if number.dash]


def _is_typed_dash(essay: CheckedEssay, dash: Word) -> bool:
    """Return whether two hyphens are printed as an en dash."""
    return dash.text == "--" and essay.essay.document.markup not in _AS_TYPED
