"""A group's abbreviation that is not defined, defined twice, or not used.

## What it does

Finds groups that are cited by an abbreviation before the text says what it stands for,
those that it says again, and those that are named in full after their abbreviation is
known.

## Why is this bad?

The first citation gives the full name with the abbreviation; all others give the
abbreviation (APA, section 8.21).

## Example

    Health is a right (WHO, 2020).

    # References

    World Health Organization. (2020). *Health for all*. https://who.int/all

## Use instead

    Health is a right (World Health Organization [WHO], 2020).

    # References

    World Health Organization. (2020). *Health for all*. https://who.int/all

## Fix safety

This fix is unsafe: whoever uses an abbreviation once or twice better writes the full name
each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.checked.citations.abbreviated_groups import (
    Definition,
    definitions,
    group_name,
    is_abbreviation,
)
from loccit.lint.checked.prose import prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    known = [*definitions(essay)]
    yield from _defined_again(essay, known)
    indices = {id(each): index for index, each in enumerate(prose(essay))}
    done: set[str] = set()
    for words in essay.cite_words:
        index = indices.get(id(words.citation.paragraph))
        group = _group(essay, words)
        if index is None or not group:
            continue
        name = words.names[0]
        before = [each for each in known if each.is_before(index, name.start)]
        if is_abbreviation(name.text, group):
            if not _of(before, group) and group not in done:
                done.add(group)
                yield _undefined(essay, words, group)
        elif _is_in_quotation_marks(words):
            continue  # it is the title of a page of the group
        elif _of(before, group) and not _is_defined_here(words, known):
            yield _in_full(essay, words, _of(before, group)[0].short)


def _group(essay: CheckedEssay, words: CiteWords) -> str:
    """Return the name of the group that a cite names, by its entry; "" if it does not."""
    source = essay.source_of(words.cite)
    if source is None or len(words.names) != 1:
        return ""
    name = source.names("author")[:1]
    group = group_name(name[0].literal) if name else ""
    typed = " ".join(words.names[0].text.split())
    is_named = typed.casefold() == group.casefold() or is_abbreviation(typed, group)
    return group if " " in group and is_named else ""


def _of(known: Sequence[Definition], group: str) -> list[Definition]:
    return [each for each in known if each.group.casefold() == group.casefold()]


def _is_defined_here(words: CiteWords, known: Sequence[Definition]) -> bool:
    place = (words.citation.mapped, words.names[0].start)
    return any((each.mapped, each.start) == place for each in known)


def _is_in_quotation_marks(words: CiteWords) -> bool:
    text, start = words.citation.paragraph.text, words.names[0].start
    return text[start - 1 : start] in ("“", '"', "‘", "„")


def _undefined(essay: CheckedEssay, words: CiteWords, group: str) -> Mistake:
    name, mapped = words.names[0], words.citation.mapped
    message = f"The text has not said what `{name.text}` stands for."
    if words.is_inside:
        right = f"{group} [{name.text}]"
        edits = essay.retyped(mapped, name.start, name.end, right)
    else:
        before_year = f"{group} ({name.text}, "
        edits = essay.retyped(mapped, name.start, words.gap.end + 1, before_year)
        right = f"{before_year}{words.cite.year})"
    advice = f"Write `{right}` at first."
    return Mistake(mapped, name.start, name.end, message, advice, edits)


def _defined_again(
    essay: CheckedEssay, known: Sequence[Definition]
) -> Iterator[Mistake]:
    done: set[str] = set()
    for each in known:
        if each.group.casefold() in done:
            message = f"The text has said before what `{each.short}` stands for."
            advice = f"Write `{each.short}`."
            yield Mistake(each.mapped, each.start, each.end + 1, message, advice)
        done.add(each.group.casefold())


def _in_full(essay: CheckedEssay, words: CiteWords, short: str) -> Mistake:
    name, mapped = words.names[0], words.citation.mapped
    message = f"`{name.text}` has an abbreviation by now."
    edits = essay.retyped(mapped, name.start, name.end, short)
    return Mistake(mapped, name.start, name.end, message, f"Write `{short}`.", edits)
