"""Fit what the style prints to what is typed: names that are right in prose stay."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
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
#: Punctuation before a number, and the quotation that it is in; no ellipsis, and no comma
#: between raised numbers.
_STOP = regex(r"[^.\s^>¹²³⁰⁴-⁹](?P<stop>[.,;:])(?P<quotes>[”\"’'»]{0,2})\Z")
_LONGEST_STOP = 4
_WORD = regex(r"\S+")
_INITIAL = regex(r"[^\W\d_]\.?\Z")


class Same(NamedTuple):
    """How long the same beginning is, in what is typed and in what is printed."""

    typed: int
    printed: int


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
    if _comparable(text.plain).split() != _comparable(typed.text).split():
        return False  # a line may end in it
    has_marks = any(isinstance(node, Marked) for node in text.nodes)
    return not has_marks or typed.text != citation.source


def _comparable(text: str) -> str:
    """Return a text with straight apostrophes: the essay's own are as good as others."""
    return text.replace("’", "'")


def narrowed(
    typed: TypedCitation, citation: Citation, text: RichText, paragraph: Paragraph
) -> tuple[Citation, RichText]:
    """Leave out of a citation its beginning that stays: the names in the sentence, which
    may have markup between them, and the words up to the end of a line.
    """
    names = _names_end(typed.text)
    same = _same_lines(typed.text, text.plain)
    printed = _comparable(text.plain[:names])
    if typed.mode == "narrative" and printed == _comparable(typed.text[:names]):
        same = max(same, Same(names, names))
    if not same.typed:
        return citation, text
    start = paragraph.span(typed.start + same.typed, typed.end).start
    span = Span(start, citation.span.end)
    return replace(citation, span=span), _without_start(text, same.printed)


def _same_lines(typed: str, printed: str) -> Same:
    """Return where the words end that both begin with, if a line ends among them or
    after them: its line break stays.
    """
    for one, other in zip(_WORD.finditer(typed), _WORD.finditer(printed), strict=False):
        if one[0] != other[0]:
            if "\n" in typed[: one.start()]:
                return Same(one.start(), other.start())
            break
    return Same(0, 0)


def before_stop(
    typed: TypedCitation, citation: Citation, text: RichText, paragraph: Paragraph
) -> tuple[Citation, RichText]:
    """Put a citation before the punctuation that its number follows: "so.^3^" becomes
    "so (Doe, 2001).", since in brackets it is a part of the sentence.

    Args:
        typed: how it is typed.
        citation: what it is replaced by has its span.
        text: what the style prints for it.
        paragraph: where it is typed.
    """
    start, end = typed.start, typed.end
    begins_same = text.plain.lstrip()[:1] == typed.text[:1]
    if typed.mode != "numeric" or text.begins_raised or begins_same:
        return citation, text
    stop = _STOP.search(paragraph.text[max(0, start - _LONGEST_STOP) : start])
    after = paragraph.text[end : end + _LONGEST_STOP]
    if not stop or _goes_on(after, stop["stop"]):
        return citation, text
    length = len(stop["stop"] + stop["quotes"])
    before = paragraph.span(start - length, start)
    if before.start + length != citation.span.start:  # markup is between them
        return citation, text
    span = Span(before.start, citation.span.end)
    moved = RichText.of(stop["quotes"]) + text + RichText.of(stop["stop"])
    return replace(citation, span=span), moved


def _goes_on(after: str, stop: str) -> bool:
    """Return whether other punctuation follows, or the sentence goes on after a full
    stop, which is that of an abbreviation then.
    """
    if after and not after[0].isspace():
        return True
    return stop == "." and after.lstrip()[:1].islower()


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
