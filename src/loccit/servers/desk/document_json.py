"""A document as the page shows it: its paragraphs, with what their citations print."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.printed.citations import printed_citations
from loccit.essays.paragraph import MarkKind, Paragraph, ParagraphKind
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.servers.desk.markup import to_html

_KINDS: Mapping[ParagraphKind, str] = {
    "paragraph": "text",
    "heading": "heading",
    "item": "list",
    "cell": "cell",
    "note": "note",
}
_ELEMENTS: Mapping[MarkKind, str] = {
    "emphasis": "i",
    "strong": "b",
    "code": "code",
    "superscript": "sup",
    "subscript": "sub",
}


class _Printed(NamedTuple):
    """What is printed in place of some characters of a paragraph."""

    start: int
    end: int
    html: str


def paragraphs_as_json(opened: OpenEssay) -> list[dict[str, object]]:
    """Return the paragraphs of a document; each citation in them is a `mark`."""
    printed = [each for each in printed_citations(opened) if each.text is not None]
    return [
        {
            "kind": "quote" if each.is_quoted else _KINDS[each.kind],
            "level": each.level,
            "html": _html(each, list(_in_paragraph(each, printed))),
        }
        for each in opened.essay.document.paragraphs
        if each.text.strip()
    ]


def _in_paragraph(
    paragraph: Paragraph, printed: Sequence[FormattedCitation]
) -> Iterator[_Printed]:
    whole = paragraph.span(0, len(paragraph.text))
    for each in printed:
        span, part = each.citation.span, each.citation.part
        is_here = whole.start <= span.start < span.end <= whole.end
        if part == paragraph.part and is_here:
            start = paragraph.mapped.position(span.start)
            end = paragraph.mapped.position(span.end)
            texts = [text for text in (each.author, each.text) if text]
            yield _Printed(start, end, " ".join(map(to_html, texts)))


def _html(paragraph: Paragraph, printed: Sequence[_Printed]) -> str:
    made, end = "", 0
    for each in printed:
        if each.start < end:
            continue  # one is inside the other
        made += _marked(paragraph, end, each.start)
        made += f'<mark class="cite">{each.html}</mark>'
        end = each.end
    return made + _marked(paragraph, end, len(paragraph.text))


def _marked(paragraph: Paragraph, start: int, end: int) -> str:
    """Return characters of a paragraph, in the elements that its markup sets."""
    marks = [
        mark
        for mark in paragraph.marks
        if mark.kind in _ELEMENTS and mark.start < end and mark.end > start
    ]
    bounds = {start, end, *(m.start for m in marks), *(m.end for m in marks)}
    inside = sorted(bound for bound in bounds if start <= bound <= end)
    made = ""
    for first, last in pairwise(inside):
        around = [
            _ELEMENTS[m.kind] for m in marks if m.start <= first and last <= m.end
        ]
        opening = "".join(f"<{name}>" for name in around)
        closing = "".join(f"</{name}>" for name in reversed(around))
        made += opening + html.escape(paragraph.text[first:last]) + closing
    return made
