"""Findings in SARIF 2.1.0, the format of static analysis that GitHub, GitLab and editors
read (OASIS, "Static Analysis Results Interchange Format Version 2.1.0"); the numbers of
sections are its.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from loccit._startup.regex import regex
from loccit._startup.version import __version__
from loccit.cli.excerpts.fingerprints import fingerprints
from loccit.errors import UnreadableFile
from loccit.lint.rule_page import RulePage, rule_page
from loccit.text_files.positions import Position, Positions
from loccit.text_files.reading import read_text

if TYPE_CHECKING:
    from loccit.cli.report import Report
    from loccit.model import Edit, Fix, Place, Problem, Severity

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
#: The folder that relative paths start in; what it is depends on the machine (3.14.14).
_ROOT = "SRCROOT"
_MARK = "\ufeff"
#: A character that is two units of UTF-16.
_WIDE = regex(r"[\U00010000-\U0010ffff]")
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "note": "note"}
)

_Object: TypeAlias = dict[str, object]


def write(report: Report) -> str:
    """Write a log with one run (3.13)."""
    names = dict.fromkeys(finding.problem.rule for finding in report.findings)
    rules = [rule_page(name) for name in names]
    driver = {
        "name": "loccit",
        "semanticVersion": __version__,
        "rules": [_rule(page) for page in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": _text("The folder of the run.")}},
        "results": [*_results(report, [*names])],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(page: RulePage) -> _Object:
    """Return a rule with its page (3.49)."""
    rule: _Object = {
        "id": page.rule,
        "name": page.name,
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }
    if page.page:
        rule["shortDescription"] = _text(page.summary)
        rule["help"] = {"text": page.page, "markdown": page.page}
    return rule


def _results(report: Report, rules: list[str]) -> Iterator[_Object]:
    files = _Files(report)
    found = zip(report.findings, fingerprints(report), strict=True)
    for finding, fingerprint in found:
        problem = finding.problem
        result: _Object = {
            "ruleId": problem.rule,
            "ruleIndex": rules.index(problem.rule),
            "level": _LEVELS[problem.severity],
            "message": _text(f"{problem.message} {problem.advice}".rstrip()),
            "partialFingerprints": {"loccit/v1": fingerprint},
        }
        if problem.place.path:
            result["locations"] = [_location(problem, files)]
        if problem.fix and (changed := files.of(problem.fix.path)):
            result["fixes"] = [_fix(problem.fix, changed)]
        yield result


def _location(problem: Problem, files: _Files) -> _Object:
    """Return where a finding is (3.28); documents have paragraphs, and no lines."""
    place = problem.place
    physical: _Object = {"artifactLocation": _artifact(place.path)}
    location: _Object = {"physicalLocation": physical}
    if place.line and place.unit == "line":
        physical["region"] = _region(place, problem.end, files.of(place.path))
    elif place.line:
        location["logicalLocations"] = [
            {"name": f"paragraph {place.line}", "kind": "element"}
        ]
    return location


def _region(start: Place, end: Place | None, file: _File | None) -> _Object:
    region = _object_of("start", file.in_utf16(start) if file else start)
    if end:
        region |= _object_of("end", file.in_utf16(end) if file else end)
    return region


def _object_of(which: str, position: Position | Place) -> _Object:
    return {
        f"{which}Line": position.line,
        f"{which}Column": max(1, position.column),
    }


def _fix(fix: Fix, file: _File) -> _Object:
    """Return the edits of a fix (3.55)."""
    is_safe = fix.safety == "safe"
    change = {
        "artifactLocation": _artifact(fix.path),
        "replacements": [_replacement(edit, file) for edit in fix.edits],
    }
    return {
        "description": _text("Safe fix." if is_safe else "Unsafe fix: look at it."),
        "artifactChanges": [change],
    }


def _replacement(edit: Edit, file: _File) -> _Object:
    start, end = file.at(edit.span.start), file.at(edit.span.end)
    return {
        "deletedRegion": _object_of("start", start) | _object_of("end", end),
        "insertedContent": _text(edit.new),
    }


def _artifact(path: str) -> _Object:
    """Return the address of a file (3.4), relative where the path is."""
    address = quote(Path(path).as_posix())
    if Path(path).is_absolute():
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _text(text: str) -> _Object:
    return {"text": text}


class _File:
    """The text of a file, without a byte order mark, and its positions in UTF-16."""

    def __init__(self, text: str) -> None:
        #: Spans of essays count a byte order mark; columns and regions don't.
        self._shift = len(_MARK) if text.startswith(_MARK) else 0
        text = text.removeprefix(_MARK)
        self._positions = Positions(text)
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._starts: dict[int, int] = {}

    def at(self, offset: int) -> Position:
        """Return the position of a character of the text as it was given."""
        offset = max(0, offset - self._shift)
        line, column = self._positions.at(offset)
        return self._in_utf16(line, column, offset)

    def in_utf16(self, place: Place) -> Position:
        """Return the position of a place, whose columns are characters."""
        column = place.column - (self._shift if place.line == 1 else 0)
        column = max(1, column)
        return self._in_utf16(place.line, column, self._start(place.line) + column - 1)

    def _in_utf16(self, line: int, column: int, offset: int) -> Position:
        """Count the characters before a place twice that are two units of UTF-16."""
        start = offset - column + 1
        wide = bisect_left(self._wide, offset) - bisect_left(self._wide, start)
        return Position(line, column + wide)

    def _start(self, line: int) -> int:
        """Return where a line starts; it is kept, as many findings may be in it."""
        if line not in self._starts:
            self._starts[line] = self._positions.offset(line, 1)
        return self._starts[line]


class _Files:
    """The texts of the files that findings are in, read when they are needed."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[str, _File | None] = {}

    def of(self, path: str) -> _File | None:
        """Return a file; None if it is not a text."""
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def _read(self, path: str) -> _File | None:
        if path in self._essays:
            text = self._essays[path]
            return _File(text) if text else None
        with suppress(UnreadableFile):
            return _File(read_text(path).text)
        return None

    @cached_property
    def _essays(self) -> Mapping[str, str]:
        return {essay.path: essay.text for essay in self._report.essays}
