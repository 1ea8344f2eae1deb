"""Findings as JUnit's XML, which most servers of continuous integration read: a file is
a suite, and a finding a test that failed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from loccit._startup.regex import regex
from loccit.lint.prose import rule_name

if TYPE_CHECKING:
    from loccit.cli.report import Report
    from loccit.lint import Finding

#: What XML can't have, escaped or not (XML 1.0, section 2.2, "Char").
_NO_CHARACTER = regex(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report) -> str:
    """Write a suite for each file that was checked, or has findings."""
    by_file: dict[str, list[Finding]] = {essay.path: [] for essay in report.essays}
    for finding in report.findings:
        by_file.setdefault(finding.problem.place.path, []).append(finding)
    root = ET.Element("testsuites", name="loccit")
    for path, findings in by_file.items():
        root.append(_suite(path, findings))
    ET.indent(root)
    return f"{ET.tostring(root, encoding='unicode', xml_declaration=False)}\n"


def _suite(path: str, findings: Iterable[Finding]) -> ET.Element:
    cases = [_case(path, finding) for finding in findings]
    failures = sum(case.find("failure") is not None for case in cases)
    suite = ET.Element("testsuite", name=_text(path))
    suite.extend(
        cases or [ET.Element("testcase", name="loccit", classname=_text(path))]
    )
    suite.attrib |= {
        "tests": str(len(suite)),
        "failures": str(failures),
        "errors": "0",
    }
    return suite


def _case(path: str, finding: Finding) -> ET.Element:
    problem = finding.problem
    name = f"{rule_name(problem.rule)} {problem.place}"
    case = ET.Element("testcase", name=_text(name), classname=_text(path))
    said = _text(f"{problem.message} {problem.advice}".rstrip())
    # A note is not a failure: it is a suggestion.
    if problem.severity == "note":
        ET.SubElement(case, "system-out").text = f"{problem.place}: {said}"
    else:
        failure = ET.SubElement(
            case, "failure", message=said, type=f"{problem.severity} {problem.rule}"
        )
        failure.text = _text(str(problem))
    return case


def _text(text: str) -> str:
    return _NO_CHARACTER.sub("�", text)
