"""Several people in one name.

## What it does

Finds names that commas, semicolons or an ampersand separate.

## Why is this bad?

Only the word "and" separates names. To every program the rest is one person.

## Example

    @article{pettit2004, author = {Pettit, Becky; Western, Bruce}}

## Use instead

`and` between any two:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.names import SUFFIX
from loccit.lint.names import WrittenName, names_of, written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Name
from loccit.values.names import full_name

_ENTITY = regex(r"&#?\w+;")
#: "Pettit, B., Western, B." and "Pettit, B. & Western, B."
_LISTED = regex(r"[^,]+,\s*(?:[^\W\d_]\.[\s-]?)+(?:,|&|\band\b)")
_ACADEMIC = regex(
    r"(?:Ph\.?\s?D|M\.?\s?D|Dr|Prof|M\.?A|B\.?A|R\.?N|\d+(?:st|nd|rd|th))\b\.?"
)
_INITIAL = regex(r"(?:[^\W\d_]\.-?)+")
_ADVICE = "Write `and` between people; the name of a group stands in braces."


def check(entry: CheckedEntry) -> Iterator[Violation]:
    if entry.kind:
        for written in written_names(entry):
            if _is_several(written):
                yield Violation(
                    f"`{written.tex}` is read as one person.", written.field, _ADVICE
                )
        return
    for variable, name in names_of(entry):
        if _has_several(name):
            yield Violation(
                f"`{full_name(name)}` is read as one name.",
                variable,
                "Give each person a name of their own.",
            )


def _is_several(written: WrittenName) -> bool:
    bare = [
        word
        for section in written.sections
        for word in section
        if not word.startswith("{")
    ]
    if any(word in ("&", r"\&") or ";" in _ENTITY.sub("", word) for word in bare):
        return True
    if len(written.sections) < 3:
        # "Pettit B., Western B."; a surname does not end in an initial.
        return len(written.sections) == 2 and all(
            len(s) > 1 and _INITIAL.fullmatch(s[-1]) for s in written.sections
        )
    between = [" ".join(section) for section in written.sections[1:-1]]
    last = " ".join(written.sections[-1])
    # "King, Martin Luther, Jr." is one person, if in another order than BibTeX's.
    return len(between) > 1 or not any(map(_is_addition, (*between, last)))


def _is_addition(words: str) -> bool:
    return bool(SUFFIX.match(words) or _ACADEMIC.match(words))


def _has_several(name: Name) -> bool:
    text = name.literal or name.family
    return (
        ";" in _ENTITY.sub("", text) or "," in name.family or bool(_LISTED.match(text))
    )
