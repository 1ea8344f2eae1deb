"""Brackets and semicolons that people type around citations, and that mean something
else: each is reported with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays import Essay, read_essay
from loccit.model import Citation, Edit, Fix, Problem, RichText, Span


class _Brackets(NamedTuple):
    """Brackets that people type for square ones.

    Attributes:
        opening: an opening bracket, with a few words after it.
        closing: the closing one, with what is before it.
    """

    rule: str
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    message: str


_BRACKETS = (
    _Brackets(
        "round-brackets",
        regex(r"[(（]([^()（）\[\]@]{0,60})\Z"),
        regex(r"((?:[^()（）\[\]]|\[[^()\[\]]*\]){0,200}?)[)）]"),
        "A citation in round brackets gets brackets of its own.",
    ),
    _Brackets(
        "escaped-brackets",
        regex(r"\\\[([^()\[\]@]{0,60})\Z"),
        regex(r"([^\[\]]{0,200}?)\\\]"),
        "With a backslash before them, brackets are not a citation.",
    ),
)
_LONGEST_BEFORE = 64
_IN_SENTENCE = ("narrative", "suppress-author")
#: What people type for a semicolon between keys.
_BETWEEN_KEYS = regex(
    r"\s*(?:;|,?\s+(?:and|und|et|y|&)\s|,)\s*(?=(?:see |also |cf\. |see also )?-?@)"
)
#: `@doe99 [p. 3]` within other brackets.
_OWN_BRACKETS = regex(r"\s*\[([^\[\]]*)\]")
#: Longer words around a key are rather a part of the sentence.
_MOST_WORDS = 4
#: A page in round brackets, or after a comma.
_PAGE_AFTER = regex(
    r"[ ]?\((pp?\.? ?\d[^()\n]{0,20})\)|,? (pp?\.? ?\d+(?:[-\u2013]+\d+)?)(?![\w-])"
)
#: A key alone in brackets; a number is rather the mark of a note.
_BARE_KEY = regex(r"@?\[(?!\d+\])(\w[\w:.#$%&+?<>~/-]*)\]")
#: The label of a numbered example.
_EXAMPLE = regex(r"^[ \t>]*(\(@([\w-]+)\))(?=\s|\Z)", re.MULTILINE)
_WIKI_LINK = regex(r"\[\[[^|#]*\]\]")


def bracket_problems(
    citations: Sequence[Citation], essay: Essay, keys: Container[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the brackets and semicolons of citations.

    Args:
        citations: those of the essay whose keys are known, in order.
        essay: the essay.
        keys: the keys that can be cited.
    """
    if not essay.has_citation_syntax:
        return
    live = [each for each in citations if each.program]
    citations = [each for each in citations if not each.program]
    yield from _without_sign(essay, keys, live)
    yield from _examples(citations, essay, keys)
    reported = 0  # where the last brackets end that were reported
    for citation in citations:
        if citation.context.semicolons:
            yield _semicolons(citation, essay)
        elif _WIKI_LINK.fullmatch(citation.source):
            yield _wiki_link(citation, essay)
        elif citation.mode not in _IN_SENTENCE or citation.span.start < reported:
            continue
        elif in_brackets := _in_brackets(citation, essay):
            reported = in_brackets.span.end
            yield in_brackets.problem
        elif page := _page_after(citation, essay):
            yield page
    for first, second in pairwise(citations):
        if _are_adjacent(first, second):
            yield _adjacent(first, second, essay)


def _without_sign(
    essay: Essay, keys: Container[str], live: Sequence[Citation]
) -> Iterator[Problem]:
    """Report keys in brackets that have no `@`, or have it before the brackets; a live
    citation may print them so.
    """
    printed = {(each.part, each.span) for each in live}
    typed = _BARE_KEY.finditer(essay.text)
    if not any(found[1] in keys for found in typed):
        return
    for paragraph in essay.document.paragraphs:
        for found in _BARE_KEY.finditer(paragraph.text):
            span = paragraph.span(*found.span())
            is_live = (paragraph.part, span) in printed
            if found[1] in keys and not is_live and not _is_code(span, essay.text):
                written = f"[@{found[1]}]"
                yield _problem(
                    "key-without-sign",
                    f"`{found[0]}` is not a citation: a key has its `@` in the brackets.",
                    span,
                    written,
                    [Edit(span, written, paragraph.part)],
                    essay,
                )


def _examples(
    citations: Sequence[Citation], essay: Essay, keys: Container[str]
) -> Iterator[Problem]:
    """Report keys that number an example since they begin a line in round brackets:
    pandoc cites none of them in a sentence any more.
    """
    starts = {citation.span.start for citation in citations}
    for found in _EXAMPLE.finditer(essay.text):
        if found[2] not in keys or found.start(2) - 1 in starts:
            continue
        span, written = Span(*found.span(1)), f"[@{found[2]}]"
        yield _problem(
            "example-label",
            f"`{found[1]}` at the beginning of a line numbers an example, and "
            f"`@{found[2]}` refers to it.",
            span,
            written,
            [Edit(span, written)],
            essay,
        )


def _is_code(span: Span, text: str) -> bool:
    """Return whether a backtick before a span is open; readers see the code."""
    return text.count("`", text.rfind("\n", 0, span.start) + 1, span.start) % 2 == 1


def _semicolons(citation: Citation, essay: Essay) -> Problem:
    """Report a semicolon before words that name no source."""
    written = citation.source
    for place in reversed(citation.context.semicolons):
        before = written[: place - citation.span.start]
        after = written[len(before) + 1 :]
        written = f"{before.rstrip()}, {after.lstrip()}"
    return _problem(
        "semicolon-without-source",
        "A semicolon separates sources, but the words beside this one name no source.",
        citation.span,
        written,
        [Edit(citation.span, written, citation.part)],
        essay,
    )


def _wiki_link(citation: Citation, essay: Essay) -> Problem:
    """Report a link to the note of a source, which is read as a citation."""
    start, end = citation.span.start, citation.span.end
    edits = [Edit(Span(start, start + 1), ""), Edit(Span(end - 1, end), "")]
    return _problem(
        "wiki-link",
        f"`{citation.source}` is a link to a note; it was read as a citation.",
        citation.span,
        citation.source[1:-1],
        edits,
        essay,
    )


def _are_adjacent(first: Citation, second: Citation) -> bool:
    if first.span.end != second.span.start or first.part != second.part:
        return False
    return first.source.endswith("]") and second.source.startswith("[")


def _adjacent(first: Citation, second: Citation, essay: Essay) -> Problem:
    """Report two citations in brackets with nothing between them."""
    between = Span(first.span.end - 1, second.span.start + 1)
    return _problem(
        "adjacent-citations",
        "Nothing separates these two citations; other programs may read them as a link.",
        Span(first.span.start, second.span.end),
        f"{first.source[:-1]}; {second.source[1:]}",
        [Edit(between, "; ", first.part)],
        essay,
    )


class _InBrackets(NamedTuple):
    """A citation in brackets that mean square ones."""

    span: Span
    problem: Problem


def _in_brackets(citation: Citation, essay: Essay) -> _InBrackets | None:
    """Report a citation whose brackets mean square ones."""
    if citation.part:
        return None
    before = essay.text[: citation.span.start][-_LONGEST_BEFORE:]
    for brackets in _BRACKETS:
        opening = brackets.opening.search(before)
        closing = opening and brackets.closing.match(essay.text, citation.span.end)
        if not opening or not closing:
            continue
        inner = f"{opening[1]}{citation.source}{closing[1]}"
        inner = _OWN_BRACKETS.sub(r", \1", inner)
        written = f"[{_BETWEEN_KEYS.sub('; ', inner)}]"
        span = Span(citation.span.start - len(opening[0]), closing.end())
        if _is_citation(written):
            edits = [Edit(span, written)]
            rule, message = brackets.rule, brackets.message
            problem = _problem(rule, message, span, written, edits, essay)
            return _InBrackets(span, problem)
    return None


def _page_after(citation: Citation, essay: Essay) -> Problem | None:
    """Report a page that directly follows a key in the sentence."""
    found = _PAGE_AFTER.match(essay.text, citation.span.end)
    if not found or citation.part or citation.source.endswith("]"):
        return None
    page = found[1] or found[2]
    span = Span(citation.span.start, found.end())
    edits = [Edit(Span(citation.span.end, found.end()), f" [{page}]")]
    written = f"{citation.source} [{page}]"
    return _problem(
        "page-after-key",
        "A page in the sentence is not part of the citation before it.",
        span,
        written,
        edits,
        essay,
    )


def _is_citation(written: str) -> bool:
    """Return whether a text is one citation and nothing else, with few words."""
    citations = read_essay(written.encode(), format="markdown").citations({})
    if "\n\n" in written or len(citations) != 1 or citations[0].source != written:
        return False
    [citation] = citations
    if citation.context.semicolons or len(citation.cites) != written.count("@"):
        return False
    return all(_is_short(cite.prefix, cite.suffix) for cite in citation.cites)


def _is_short(prefix: RichText, suffix: RichText) -> bool:
    """Return whether the words around a key are those of a citation."""
    follows = suffix.plain.strip()
    if follows and follows[0] not in ",:，、" and not follows[-1].isdigit():
        return False
    words = max(len(prefix.plain.split()), len(follows.split()))
    return words <= _MOST_WORDS


def _problem(
    rule: str,
    message: str,
    span: Span,
    written: str,
    edits: Sequence[Edit],
    essay: Essay,
) -> Problem:
    start, end = essay.range_of(span)
    return Problem(
        rule,
        message,
        start,
        advice=f"Write `{' '.join(written.split())}`.",
        end=end,
        fix=Fix(essay.path, tuple(edits), "unsafe"),
    )
