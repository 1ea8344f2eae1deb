"""What was recognized as JSON, for programs: what `loccit adopt --to json` prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Locator, Name
from loccit.model.csl_json import source_to_csl_json
from loccit.model.source import Value
from loccit.recognize.recognize import Recognized
from loccit.recognize.typed_citation import Candidate, Reason, TypedCitation, TypedCite
from loccit.recognize.typed_list import TypedEntry
from loccit.values.names import OTHERS, surname

_NO_DATE = regex(r"\bn\.\s?d\.", re.IGNORECASE)


def as_json(recognized: Recognized) -> dict[str, object]:
    """Return citations and list in the shape that docs/json.md describes."""
    return {
        "citations": [*map(_citation, recognized.citations)],
        "list": [*map(_entry, recognized.entries)],
    }


def _citation(citation: TypedCitation) -> dict[str, object]:
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "part": citation.part,
        "text": citation.text,
        "mode": citation.mode,
        "confidence": round(citation.confidence, 3),
        "reasons": _reasons(citation.reasons),
        "cites": [*map(_cite, citation.cites)],
    }


def _cite(cite: TypedCite) -> dict[str, object]:
    return {
        "names": list(cite.names),
        "et_al": cite.et_al,
        "year": cite.year or None,
        "suffix": cite.suffix or None,
        "number": cite.number or None,
        "locator": _locator(cite.locator),
        "prefix": cite.prefix or None,
        "after": cite.after or None,
        "secondary": cite.secondary,
        "personal": cite.personal,
        "entry": cite.entry,
        "key": cite.key,
        "confidence": round(cite.confidence, 3),
        "reasons": _reasons(cite.reasons),
        "candidates": [*map(_candidate, cite.candidates)],
    }


def _locator(locator: Locator | None) -> dict[str, str] | None:
    if locator is None:
        return None
    return {"label": locator.label, "value": locator.value}


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "entry": candidate.entry,
        "key": candidate.key,
        "confidence": round(candidate.confidence, 3),
        "reasons": _reasons(candidate.reasons),
    }


def _reasons(reasons: Sequence[Reason]) -> list[dict[str, str]]:
    return [{"code": reason.code, "text": reason.text} for reason in reasons]


def _fields(entry: TypedEntry) -> dict[str, object]:
    """Return CSL-JSON with the particles in the surnames, `et-al` for others, and "n.d."
    where that is typed, which CSL leaves to styles.
    """
    source = entry.source
    variables = {name: _value(value) for name, value in source.variables.items()}
    fields = source_to_csl_json(replace(source, variables=variables))
    del fields["id"]
    if OTHERS in source.names("author"):
        fields["et-al"] = True
    if "issued" not in fields and _NO_DATE.search(entry.text):
        fields["issued"] = {"literal": "n.d."}
    return fields


def _value(value: Value) -> Value:
    if not isinstance(value, tuple):
        return value
    return tuple([_whole_surname(name) for name in value if name != OTHERS])


def _whole_surname(name: Name) -> Name:
    """Return a name whose surname has its particle, as programs compare surnames."""
    if not name.non_dropping_particle:
        return name
    return replace(name, family=surname(name), non_dropping_particle="")


def _entry(entry: TypedEntry) -> dict[str, object]:
    fields = _fields(entry)
    return {
        "start": entry.span.start,
        "end": entry.span.end,
        "part": entry.part,
        "text": entry.text,
        "number": entry.number or None,
        "fields": fields,
        "confidence": round(entry.confidence, 3),
        "doubtful": list(entry.doubtful),
        "key": entry.key,
        "match_confidence": round(entry.match_confidence, 3),
        "reasons": _reasons(entry.reasons),
        "candidates": [*map(_candidate, entry.candidates)],
    }
