"""Problems as JSON, held by the schema that users read."""

from __future__ import annotations

import json

import jsonschema
import pytest

from loccit.model import Edit, Fix, Place, Problem, Span
from loccit.model.problem_json import problem_as_json
from tests.paths import ROOT

SCHEMA = json.loads((ROOT / "docs" / "format.schema.json").read_text("utf-8"))
FIX = Fix("a.bib", (Edit(Span(4, 6), "10.2307/1229039"),), "unsafe")
PROBLEM = Problem(
    "malformed-doi",
    "`10` is not a DOI.",
    Place("a.bib", 1, 5),
    "warning",
    "Copy it again.",
    Place("a.bib", 1, 7),
    FIX,
)


def test_a_problem_with_all_it_can_have() -> None:
    assert problem_as_json(PROBLEM) == {
        "rule": "malformed-doi",
        "severity": "warning",
        "message": "`10` is not a DOI.",
        "advice": "Copy it again.",
        "path": "a.bib",
        "line": 1,
        "column": 5,
        "end_line": 1,
        "end_column": 7,
        "edits": [{"path": "a.bib", "start": 4, "end": 6, "new": "10.2307/1229039"}],
        "safety": "unsafe",
    }


@pytest.mark.parametrize("problem", [PROBLEM, Problem("et-al", "A name is missing.")])
def test_the_schema_holds(problem: Problem) -> None:
    of_problem = {**SCHEMA["$defs"]["problem"], "$defs": SCHEMA["$defs"]}
    jsonschema.validate(problem_as_json(problem), of_problem)
