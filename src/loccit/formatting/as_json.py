"""A formatted essay as JSON, for programs: what `loccit format --to json` prints."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.formatting.formatted_essay import FormattedCitation, FormattedEssay
from loccit.model import Citation, Cite, Problem, RichText, Source
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
            _cite(cite) | _item(cite, citation, result.sources)
            for cite in citation.cites
        ],
        "note": citation.note,
        "author": plain_text.render(formatted.author),
        "text": plain_text.render(text),
        "html": html.render(text),
        "missing": list(formatted.missing),
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


def _item(
    cite: Cite, citation: Citation, sources: Mapping[str, Source]
) -> dict[str, object]:
    """Return the source of a live citation, which may be in no file of sources."""
    if not citation.program or cite.key not in sources:
        return {}
    return {"item": source_to_csl_json(sources[cite.key])}


def _problem(problem: Problem) -> dict[str, object]:
    message = f"{problem.message} {problem.advice}".strip()
    return problem_as_json(problem) | {"message": message}
