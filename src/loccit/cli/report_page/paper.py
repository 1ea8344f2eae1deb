"""An essay's text as HTML, with the words marked that findings are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from loccit._startup.namedtuple import NamedTuple
from loccit.cli.report_page.markup import escaped, severity_class, whole_message
from loccit.cli.report_page.numbered import NumberedFinding
from loccit.essays.paragraph import Mark, MarkKind, Paragraph
from loccit.model import Severity
from loccit.values.list_headings import kinds_of_headings

#: The elements of what an essay's markup sets apart; links don't lead out of the page.
_ELEMENTS: Mapping[MarkKind, str] = MappingProxyType(
    {
        "emphasis": "em",
        "strong": "strong",
        "code": "code",
        "superscript": "sup",
        "subscript": "sub",
    }
)
_BULLETS = frozenset(["-", "*", "+"])
_WORST: Sequence[Severity] = ("note", "warning", "error")
#: The level of the essay's first headings in the page, and the lowest one in HTML.
_FIRST, _LOWEST = 3, 6


class _Stretch(NamedTuple):
    """A stretch of a paragraph, and what is on it."""

    start: int
    end: int
    what: Mark | NumberedFinding


def paper(
    paragraphs: Sequence[Paragraph], findings: Sequence[NumberedFinding]
) -> Iterator[str]:
    """Yield the lines of an essay's text, each paragraph with its notes."""
    by_paragraph: dict[int, list[NumberedFinding]] = {}
    for each in findings:
        if each.place:
            by_paragraph.setdefault(each.place.paragraph, []).append(each)
    in_list = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading":
            title = paragraph.text.strip().casefold()
            in_list = kinds_of_headings().get(title) in ("cited", "part")
        own = by_paragraph.get(index, [])
        yield '<div class="block">'
        if own:
            yield from _notes(own)
        yield _block(paragraph, own, in_list=in_list)
        yield "</div>"


def _notes(findings: Iterable[NumberedFinding]) -> Iterator[str]:
    """Yield the notes of a paragraph."""
    yield '<ol class="notes">'
    for each in findings:
        problem = each.finding.problem
        yield (
            f'<li id="note-{each.anchor}" value="{each.number}" '
            f'class="{severity_class(problem.severity)}">'
            f'<a class="number" href="#at-{each.anchor}" role="doc-backlink">'
            f"{each.number}</a> "
            f'{whole_message(problem)} <a class="rule" '
            f'href="#rule-{escaped(problem.rule)}">{escaped(problem.rule)}</a></li>'
        )
    yield "</ol>"


def _block(
    paragraph: Paragraph, findings: Sequence[NumberedFinding], *, in_list: bool
) -> str:
    content = "".join(_content(paragraph, findings))
    if paragraph.kind == "heading":
        level = min(_FIRST + max(0, paragraph.level - 1), _LOWEST)
        return f"<h{level}>{content}</h{level}>"
    kind = "entry" if in_list and not paragraph.is_quoted else paragraph.kind
    classes = f"{kind} quoted" if paragraph.is_quoted else kind
    marker = ""
    if paragraph.marker and kind == "item":
        sign = "•" if paragraph.marker in _BULLETS else paragraph.marker
        marker = f'<span class="marker">{escaped(sign)}</span> '
    return f'<p class="{classes}">{marker}{content}</p>'


def _content(
    paragraph: Paragraph, findings: Sequence[NumberedFinding]
) -> Iterator[str]:
    """Yield the text of a paragraph, piece by piece: each has the same marks in all of
    it.
    """
    text = paragraph.text
    stretches = [_Stretch(each.start, each.end, each) for each in paragraph.marks]
    notes: dict[int, list[NumberedFinding]] = {}
    for each in findings:
        if each.place:
            stretches.append(_Stretch(each.place.start, each.place.end, each))
            notes.setdefault(each.place.end, []).append(each)
    begin: dict[int, list[_Stretch]] = {}
    for stretch in stretches:
        begin.setdefault(stretch.start, []).append(stretch)
    around: list[_Stretch] = []
    cuts = sorted({0, len(text), *begin, *(each.end for each in stretches)})
    for start, end in pairwise([*cuts, len(text)]):
        yield from map(_reference, notes.get(start, ()))
        around = [each for each in (*around, *begin.get(start, ())) if each.end > start]
        if end > start:
            yield _piece(text[start:end], around)


def _piece(text: str, around: Iterable[_Stretch]) -> str:
    """Return a piece with the markup of all that it is in."""
    html = escaped(text)
    severities: list[Severity] = []
    for each in around:
        if isinstance(each.what, NumberedFinding):
            severities.append(each.what.finding.problem.severity)
        elif each.what.kind in _ELEMENTS:
            element = _ELEMENTS[each.what.kind]
            html = f"<{element}>{html}</{element}>"
    if not severities:
        return html
    worst = max(severities, key=_WORST.index)
    return f'<mark class="{severity_class(worst)}">{html}</mark>'


def _reference(noted: NumberedFinding) -> str:
    """Return the number of a note, which is after the words that it is on."""
    severity = severity_class(noted.finding.problem.severity)
    gap = " gap" if noted.place and noted.place.start == noted.place.end else ""
    return (
        f'<a class="ref {severity}{gap}" id="at-{noted.anchor}" '
        f'href="#note-{noted.anchor}" role="doc-noteref">{noted.number}</a>'
    )
