"""Fit what the style prints to what is typed: names that are right in prose stay."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.formatting.typed.words import people_of, words_of
from loccit.model import Citation, Marked, RichText, Source, Span
from loccit.output import Output
from loccit.recognize import TypedCitation

_BRACKET = regex(r"\s*[(\[（［]")
#: What people write in prose for "et al." (APA 7, section 8.17).
_COLLEAGUES = regex(r"(?:,? and|,? &) (?:colleagues|co-?authors|associates|others)\b")
_ARTICLE = regex(r"\A(?:[Tt]he|[Aa]n?)\s+(?=\S)")
#: The word before a name.
_WORD_BEFORE = regex(r"(?<![\w.-])([^\W\d_][\w.'’-]*)\s+\Z")
_LONGEST_WORD = 40
_INITIAL = regex(r"[^\W\d_]\.?\Z")


def fit(
    typed: TypedCitation, text: RichText, source: Source, paragraph: Paragraph
) -> RichText:
    """Fit the text of a citation to what is typed: names in the sentence stay where
    they are right in prose.

    Args:
        typed: how it is typed.
        text: what the style prints for it.
        source: what it cites first.
        paragraph: where it is typed.
    """
    if typed.mode == "numeric" and not text.begins_raised:
        return RichText.of(_space_before(typed, paragraph)) + text
    if typed.mode == "page-only" and not _says_no_more(text, typed):
        return RichText.of(typed.text)
    if typed.mode != "narrative":
        return text
    names, printed = _names_end(typed.text), _names_end(text.plain)
    if not _is_same(typed.text[:names], text.plain[:printed], source):
        return text
    rest = _without_start(text, printed)
    return RichText.of(typed.text[:names]) + rest


def with_given_names(
    typed: TypedCitation, paragraph: Paragraph, source: Source
) -> TypedCitation:
    """Take the given names before a citation in the sentence into it.

    Args:
        typed: how it is typed.
        paragraph: where.
        source: what it cites first.
    """
    if typed.mode != "narrative":
        return typed
    given, start = _given_names(source), typed.start
    while word := _word_before(paragraph.text, start):
        if not _is_given(word[1], given):
            break
        start -= len(word[0])
    if start == typed.start:
        return typed
    text = paragraph.text[start : typed.end]
    span = paragraph.span(start, typed.end)
    return replace(typed, text=text, start=start, span=span)


def _word_before(text: str, place: int) -> re.Match[str] | None:
    first = max(0, place - _LONGEST_WORD)
    return _WORD_BEFORE.search(text[first:place])


def _space_before(typed: TypedCitation, paragraph: Paragraph) -> str:
    """Return the space that a raised number does not need."""
    before = paragraph.text[typed.start - 1 : typed.start]
    is_apart = not before or before.isspace() or before in "([{“‘"
    return "" if is_apart else " "


def _says_no_more(text: RichText, typed: TypedCitation) -> bool:
    """Return whether a text has no other words than the typed one, but perhaps another
    one for the page.
    """
    numbers = {word for word in words_of(text.plain) if not word.isalpha()}
    return numbers.issubset(words_of(typed.text))


def is_as_typed(
    typed: TypedCitation, citation: Citation, text: RichText, output: Output
) -> bool:
    """Return whether a text says nothing else than what is typed, whose own markup, such
    as links, stays then.
    """
    if output.render(text) == citation.source:
        return True
    if typed.mode == "numeric" and text.plain[:1] == typed.text[:1]:
        # the numbers, in an order that may be meant
        return sorted(words_of(text.plain)) == sorted(words_of(typed.text))
    if text.plain != typed.text:
        return False
    has_marks = any(isinstance(node, Marked) for node in text.nodes)
    return not has_marks or typed.text != citation.source


def narrowed(
    typed: TypedCitation, citation: Citation, text: RichText, paragraph: Paragraph
) -> tuple[Citation, RichText]:
    """Leave out of a citation in the sentence the names that stay: between them may be
    markup, and the end of a line.
    """
    names = _names_end(typed.text)
    if typed.mode != "narrative" or text.plain[:names] != typed.text[:names]:
        return citation, text
    start = paragraph.span(typed.start + names, typed.end).start
    span = Span(start, citation.span.end)
    return replace(citation, span=span), _without_start(text, names)


def _names_end(text: str) -> int:
    """Return where the names end in a citation in the sentence."""
    found = _BRACKET.search(text)
    return found.start() if found else len(text)


def _is_same(typed: str, printed: str, source: Source) -> bool:
    """Return whether typed names are those that the style prints, except that given
    names are right in prose, the sentence has the article that it needs, "a Guardian
    report", and colleagues are "et al.".
    """
    typed, printed = _ARTICLE.sub("", typed), _ARTICLE.sub("", printed)
    if typed == printed:
        return True
    given = _given_names(source)
    words = _COLLEAGUES.sub(" et al.", typed).split()
    surnames = [word for word in words if not _is_given(word, given)]
    shown = printed.split()
    if len(surnames) < len(words):  # with given names, no initials are needed
        shown = [word for word in shown if not _INITIAL.match(word)]
    return surnames == shown


def _given_names(source: Source) -> frozenset[str]:
    """Return the given names of the people of a source, casefolded; initials where it
    has only these.
    """
    names = [*people_of(source)]
    given = words_of(" ".join(name.given for name in names))
    family = words_of(" ".join(name.family for name in names))
    return frozenset(given).difference(family)


def _is_given(word: str, given: frozenset[str]) -> bool:
    parts = words_of(word)
    if not parts or word[0].islower():
        return False
    return all(part in given or _is_short_for(part, given) for part in parts)


def _is_short_for(part: str, given: frozenset[str]) -> bool:
    """Return whether one is an initial of the other: J. and Jillian."""
    return any(
        min(len(other), len(part)) == 1 and other[0] == part[0] for other in given
    )


def _without_start(text: RichText, number: int) -> RichText:
    """Leave out the first characters of a text."""
    nodes: list[str | Marked] = []
    for node in text.nodes:
        length = len(node if isinstance(node, str) else node.content.plain)
        if number >= length:
            number -= length
        elif isinstance(node, str):
            nodes.append(node[number:])
            number = 0
        else:
            content = _without_start(node.content, number)
            nodes.append(Marked(node.mark, content))
            number = 0
    return RichText(tuple(nodes))
