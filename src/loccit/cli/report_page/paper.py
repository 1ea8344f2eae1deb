"""An essay's text as HTML, with the words marked that findings are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

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
            f'<a class="number" href="#at-{each.anchor}">{each.number}</a> '
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
    cuts = {0, len(text)}
    for mark in paragraph.marks:
        cuts |= {mark.start, mark.end}
    for each in findings:
        assert each.place
        cuts |= {each.place.start, each.place.end}
    ends = sorted(cuts)
    for start, end in zip(ends, [*ends[1:], len(text)], strict=True):
        yield from _references(findings, start)
        if end > start:
            yield _piece(text[start:end], start, end, paragraph.marks, findings)


def _piece(
    text: str,
    start: int,
    end: int,
    marks: Iterable[Mark],
    findings: Iterable[NumberedFinding],
) -> str:
    html = escaped(text)
    for mark in marks:
        if mark.start <= start and end <= mark.end and mark.kind in _ELEMENTS:
            element = _ELEMENTS[mark.kind]
            html = f"<{element}>{html}</{element}>"
    worst = _worst(
        each
        for each in findings
        if each.place and each.place.start <= start and end <= each.place.end
    )
    return f'<mark class="{severity_class(worst)}">{html}</mark>' if worst else html


def _worst(findings: Iterable[NumberedFinding]) -> Severity | None:
    found = [each.finding.problem.severity for each in findings]
    return max(found, key=_WORST.index, default=None)


def _references(findings: Iterable[NumberedFinding], place: int) -> Iterator[str]:
    """Yield the numbers of the notes on what ends at a place."""
    for each in findings:
        if each.place and each.place.end == place:
            is_gap = each.place.start == each.place.end
            classes = f"ref {severity_class(each.finding.problem.severity)}"
            yield (
                f'<a class="{classes}{" gap" if is_gap else ""}" id="at-{each.anchor}" '
                f'href="#note-{each.anchor}">{each.number}</a>'
            )
