"""The name of a group that is read as a person's.

## What it does

Finds names without braces that end as groups do ("Team", "Institute") or begin as they
do ("University of"), and what some programs leave of a group: "Organization, W. H."

## Why is this bad?

In BibTeX the last word of a name without braces is the surname, so the R Core Team
becomes "Team, R. C.", and an "and" in the name makes two people of it. loccit puts such
groups together again where it can; initials it can only print as a person's.

## Example

    @manual{r2020, author = {R Core Team}}

## Use instead

Braces around the name of a group:

    @manual{r2020, author = {{R Core Team}}}

## Fix safety

This fix is unsafe: the name may be a person's after all. There is none if the field has
several names, because an "and" may be part of the group's.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography import undo_habits
from loccit.lint.names import names_of, written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Name, Safety
from loccit.values.groups import group_words, is_group, may_be_surname
from loccit.values.names import full_name, inverted_name

#: "W. H."
_INITIALS = regex(r"(?:[^\W\d_]\.[\s-]?)+")

FIX_SAFETY: Safety = "unsafe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex, sections in written_names(entry):
        if len(sections) > 1 or not _is_group(sections[0]):
            continue
        if not _is_read_as_person(entry, " ".join(sections[0])):
            continue
        # Where there are several names, an "and" may be part of the group's.
        is_alone = tex == entry.fields[field]
        fix = {field: f"{{{tex}}}"} if is_alone else {}
        message = f"Without braces BibTeX reads `{tex}` as a person."
        yield Violation(message, field, "Put braces around the whole name.", fix)
    for variable, name in _left_as_people(entry):
        group = inverted_name(name)
        message = f"`{group}` looks like a group, but is printed as a person."
        yield Violation(message, variable, "Write the group's name in full.")


def _is_read_as_person(entry: CheckedEntry, text: str) -> bool:
    """Return whether a name in the source is the text: loccit puts groups together."""
    people = [full_name(name) for _, name in names_of(entry) if not name.literal]
    return any(group_words(person) == group_words(text) for person in people)


def _left_as_people(entry: CheckedEntry) -> Iterator[tuple[str, Name]]:
    """Find the initials of groups that nothing in the entry spells out."""
    shortened = [each for each in names_of(entry) if _is_shortened_group(each[1])]
    if not shortened:
        return  # most entries have none, and the rest takes time
    printed = undo_habits(entry.source)
    for variable, name in shortened:
        if name in printed.names(variable):
            yield variable, name


def _is_shortened_group(name: Name) -> bool:
    if not _INITIALS.fullmatch(name.given) or may_be_surname(name.family):
        return False
    return is_group(name.family, certain=True)


def _is_group(words: list[str]) -> bool:
    if len(words) < 2 or any(word.startswith("{") for word in words):
        return False
    return is_group(" ".join(words), certain=True)
