"""A formatted essay as JSON, for programs: what `loccit format --to json` prints."""

from __future__ import annotations

from loccit.formatting.formatted_essay import FormattedCitation, FormattedEssay
from loccit.model import Cite, Problem, RichText
from loccit.model.csl_json import source_to_csl_json
from loccit.model.problem_json import problem_as_json
from loccit.output import html, plain_text


def as_json(result: FormattedEssay) -> dict[str, object]:
    """`result` in the shape that docs/json.md describes: citations in document order,
    the list in list order.
    """
    return {
        "citations": [_citation(citation, result) for citation in result.citations],
        "bibliography": [
            {
                "key": entry.key,
                "text": plain_text.render(entry.text).strip(),
                "html": html.render(entry.text),
            }
            for entry in result.bibliography
        ],
        "problems": [_problem(problem) for problem in result.problems],
    }


def _citation(
    formatted: FormattedCitation, result: FormattedEssay
) -> dict[str, object]:
    citation = formatted.citation
    place = result.essay.place(citation.span.start, citation.part)
    text = RichText.of(citation.source) if formatted.text is None else formatted.text
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "line": place.line,
        "column": place.column,
        "source": citation.source,
        "mode": citation.mode,
        "cites": [
            _cite(cite) | (_carried(cite, result) if citation.program else {})
            for cite in citation.cites
        ],
        "note": citation.note,
        "author": plain_text.render(formatted.author),
        "text": plain_text.render(text),
        "html": html.render(text),
        "missing": [
            key for key in formatted.missing if key not in result.essay.document.records
        ],
        "typed": citation.typed,
        "program": citation.program,
        "part": citation.part,
    }


def _cite(cite: Cite) -> dict[str, object]:
    return {
        "key": cite.key,
        "prefix": cite.prefix.plain.strip(),
        "suffix": cite.suffix.plain.strip(),
        "locator": cite.locator.value if cite.locator else "",
        "label": cite.locator.label if cite.locator else "",
        "mode": cite.mode,
        "secondary": cite.secondary,
    }


def _carried(cite: Cite, result: FormattedEssay) -> dict[str, object]:
    """Return what a live citation carries of a source, which may be in no file of
    sources; of one that is not known, what identifies it to its program.
    """
    if cite.key in result.sources:
        return {"item": source_to_csl_json(result.sources[cite.key])}
    record = result.essay.document.records.get(cite.key)
    return {"key": "", "uris": list(record.uris)} if record else {}


def _problem(problem: Problem) -> dict[str, object]:
    message = f"{problem.message} {problem.advice}".strip()
    return problem_as_json(problem) | {"message": message}
