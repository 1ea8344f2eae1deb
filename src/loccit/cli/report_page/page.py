"""The whole page: a table of essays, each essay as paper, and what the rules say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from pkgutil import get_data

from loccit.cli.report import COUNTED, Report, ReportedEssay
from loccit.cli.report_page.markup import (
    escaped,
    said,
    severity_class,
    whole_message,
)
from loccit.cli.report_page.numbered import NumberedFinding, numbered
from loccit.cli.report_page.paper import paper
from loccit.cli.terminal import counted
from loccit.lint import Finding
from loccit.lint.rule_page import rule_page

#: Nothing that the page says can load or run anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(report: Report) -> str:
    """Return the page of a report."""
    style = (get_data(__package__, "style.css") or b"").decode()
    title = _title(report)
    body = "\n".join(_body(report))
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="color-scheme" content="light dark">
<title>{escaped(title)}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _title(report: Report) -> str:
    if len(report.essays) == 1:
        return f"Notes on {_name(report.essays[0])}"
    if report.essays:
        return f"Notes on {len(report.essays)} essays"
    return "Notes on sources"


def _name(essay: ReportedEssay) -> str:
    """Return the name of an essay's file; that of standard input is not a name."""
    return "an essay" if essay.path == "-" else Path(essay.path).name


def _body(report: Report) -> Iterator[str]:
    essays = [
        (number, essay, numbered(essay, number))
        for number, essay in enumerate(report.essays, start=1)
    ]
    if len(report.essays) != 1:
        yield f'<header class="cover"><h1>{escaped(_title(report))}</h1>'
        yield from _contents(report.essays) if report.essays else ()
        yield "</header>"
    for number, essay, findings in essays:
        yield from _essay(essay, number, findings, is_only=len(essays) == 1)
    of_essays = {each.problem for essay in report.essays for each in essay.findings}
    others = [each for each in report.findings if each.problem not in of_essays]
    if others:
        yield '<section class="sheet"><h2>Sources</h2>'
        yield from _list_of(others)
        yield "</section>"
    yield from _rules(report.findings, [found for _, _, found in essays])


def _contents(essays: Sequence[ReportedEssay]) -> Iterator[str]:
    """Yield the table of the essays."""
    yield '<div class="scroll"><table><thead><tr>'
    columns = ("Essay", *COUNTED)
    yield "".join(f"<th scope=col>{column}</th>" for column in columns)
    yield "</tr></thead><tbody>"
    names = _names([essay.path for essay in essays])
    for number, (essay, name) in enumerate(zip(essays, names, strict=True), start=1):
        link = f'<a href="#essay-{number}">{escaped(name)}</a>'
        cells = "".join(f"<td>{each or '–'}</td>" for each in essay.counts)
        yield f"<tr><th scope=row>{link}</th>{cells}</tr>"
    yield "</tbody></table></div>"


def _names(paths: Sequence[str]) -> Sequence[str]:
    """Return paths without the folders that they have in common."""
    absolute = [Path(path).absolute() for path in paths]
    try:
        folder = os.path.commonpath([path.parent for path in absolute])
    except ValueError:  # on several drives of Windows
        return paths
    return [path.relative_to(folder).as_posix() for path in absolute]


def _essay(
    essay: ReportedEssay,
    number: int,
    findings: Sequence[NumberedFinding],
    *,
    is_only: bool,
) -> Iterator[str]:
    name = escaped(_name(essay))
    level = "h1" if is_only else "h2"
    yield f'<article id="essay-{number}">'
    yield f'<header class="slip"><{level}>{name}</{level}><p>{_summary(essay)}</p></header>'
    others = [each for each in findings if each.place is None]
    yield '<div class="paper">'
    yield from paper(essay.paragraphs, findings)
    yield "</div>"
    if others:
        yield '<section class="sheet"><h2>Also noticed</h2>'
        yield from _list_of([each.finding for each in others])
        yield "</section>"
    yield "</article>"


def _summary(essay: ReportedEssay) -> str:
    """Say in a line what was found."""
    found = [counted(essay.citations, "citation")]
    if essay.missing:
        found.append(f"{essay.missing} without a source")
    if essay.unlisted:
        found.append(f"{essay.unlisted} not in the list")
    if essay.uncited:
        found.append(f"{essay.uncited} listed and not cited")
    notes = (
        counted(len(essay.findings), "note") if essay.findings else "nothing to note"
    )
    return " · ".join([*found, notes])


def _list_of(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield findings that are not in a text."""
    yield '<ul class="found">'
    for finding in findings:
        problem = finding.problem
        yield (
            f'<li class="{severity_class(problem.severity)}">'
            f'<span class="place">{escaped(str(problem.place))}</span> '
            f'{whole_message(problem)} <a class="rule" '
            f'href="#rule-{escaped(problem.rule)}">{escaped(problem.rule)}</a></li>'
        )
    yield "</ul>"


def _rules(
    findings: Sequence[Finding], by_essay: Sequence[Sequence[NumberedFinding]]
) -> Iterator[str]:
    """Yield what the rules say, and where the notes on them are."""
    names = sorted({each.problem.rule for each in findings})
    if not names:
        return
    yield '<section class="sheet rules"><h2>What the notes are about</h2><dl>'
    for name in names:
        found = rule_page(name)
        code = "" if found.name == name else f"<b>{escaped(name)}</b>"
        yield (
            f'<dt id="rule-{escaped(name)}">{code}{escaped(found.name)}</dt>'
            f"<dd>{said(found.summary)} {_notes_on(name, by_essay)}</dd>"
        )
    yield "</dl></section>"


def _notes_on(rule: str, by_essay: Sequence[Sequence[NumberedFinding]]) -> str:
    """Return the numbers of the notes on a rule; of several essays, how many there are."""
    if len(by_essay) == 1:
        links = [
            f'<a href="#at-{each.anchor}">{each.number}</a>'
            for each in by_essay[0]
            if each.place and each.finding.problem.rule == rule
        ]
        return f'<span class="numbers">{", ".join(links)}</span>'
    with_rule = [
        sum(each.finding.problem.rule == rule for each in essay) for essay in by_essay
    ]
    essays = counted(sum(number > 0 for number in with_rule), "essay")
    return f"In {essays}: {counted(sum(with_rule), 'note')}." if any(with_rule) else ""
