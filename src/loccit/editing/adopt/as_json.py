"""A plan as JSON, for programs: what `loccit adopt --to json` prints."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.editing.adopt.plan import CitationPlan, CitePlan, EntryPlan, EssayPlan
from loccit.model import Place
from loccit.model.csl_json import source_to_csl_json
from loccit.recognize.as_json import as_json as recognized_as_json


def as_json(plan: EssayPlan) -> dict[str, object]:
    """Return a plan in the shape that docs/json.md describes: what was recognized, each
    with what becomes of it.
    """
    recognized = recognized_as_json(plan.recognized)
    citations = zip(_items(recognized["citations"]), plan.citations, strict=True)
    entries = zip(_items(recognized["list"]), plan.entries, strict=True)
    return {
        "file": plan.essay.path,
        "citations": [_citation(item, each) for item, each in citations],
        "list": [item | _entry(each) for item, each in entries],
    }


def _items(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        yield from value


def _citation(item: dict[str, object], plan: CitationPlan) -> dict[str, object]:
    cites = zip(_items(item["cites"]), plan.cites, strict=True)
    return {
        **item,
        **_place(plan.place),
        "id": plan.id,
        "outcome": plan.outcome,
        "becomes": plan.new or None,
        "why": list(plan.why),
        "cites": [cite | _cite(each) for cite, each in cites],
    }


def _cite(plan: CitePlan) -> dict[str, object]:
    return {
        "id": plan.id,
        "outcome": plan.outcome,
        "becomes": plan.key or None,
        "why": list(plan.why),
    }


def _entry(plan: EntryPlan) -> dict[str, object]:
    return {
        **_place(plan.place),
        "id": plan.id,
        "outcome": plan.outcome,
        "becomes": plan.key or None,
        "why": list(plan.why),
        "new": source_to_csl_json(plan.new) if plan.new else None,
        "missing": list(plan.missing),
    }


def _place(place: Place) -> dict[str, object]:
    return {"line": place.line, "column": place.column}
