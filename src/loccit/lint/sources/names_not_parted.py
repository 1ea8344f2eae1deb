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

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.names import names_of, written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Name
from loccit.values.names import full_name, is_suffix

_AMPERSANDS = ("&", r"\&")
#: The semicolon of an HTML entity separates nothing.
_ENTITY = regex(r"&#?\w+;")
#: "Pettit, B., Western, B." and "Pettit, B. & Western, B."
_LISTED = regex(r"[^,]+,\s*(?:[^\W\d_]\.[\s-]?)+(?:,|&|\band\b)")
#: What may follow a person's name after a comma.
_DEGREE = regex(
    r"(?:Ph\.?\s?D|M\.?\s?D|Dr|Prof|M\.?A|B\.?A|R\.?N|\d+(?:st|nd|rd|th))\b\.?"
)
_INITIAL = regex(r"(?:[^\W\d_]\.-?)+")
_ADVICE = "Write `and` between people, and put the name of a group in braces."


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for written in written_names(entry):
        if _are_several(written.sections):
            message = f"`{written.tex}` is read as one person."
            yield Violation(message, written.field, _ADVICE)
    if not entry.kind:
        for variable, name in names_of(entry):
            if _has_several(name):
                message = f"`{full_name(name)}` is read as one name."
                advice = "Give each person a name of their own."
                yield Violation(message, variable, advice)


def _are_several(sections: Sequence[Sequence[str]]) -> bool:
    """Whether the words between the commas of a name are those of several people."""
    if any(_separates(word) for section in sections for word in section):
        return True
    if len(sections) < 3:  # "Pettit B., Western B.": no surname ends in an initial
        return len(sections) == 2 and all(map(_ends_in_initial, sections))
    if len(sections) == 3 and not sections[1]:
        return False  # ACM's "Werneck,, Renato" has no suffix
    # "King, Martin Luther, Jr." is one person, although BibTeX has another order.
    additions = [" ".join(section) for section in sections[1:]]
    return len(additions) > 2 or not any(map(_is_addition, additions))


def _separates(word: str) -> bool:
    if word.startswith("{"):
        return False
    return word in _AMPERSANDS or ";" in _ENTITY.sub("", word)


def _ends_in_initial(section: Sequence[str]) -> bool:
    return len(section) > 1 and bool(_INITIAL.fullmatch(section[-1]))


def _is_addition(words: str) -> bool:
    return is_suffix(words) or _DEGREE.match(words) is not None


def _has_several(name: Name) -> bool:
    text = name.literal or name.family
    if ";" in _ENTITY.sub("", text) or "," in name.family:
        return True
    return bool(_LISTED.match(text))
