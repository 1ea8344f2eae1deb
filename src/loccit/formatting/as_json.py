"""A formatted essay as JSON, for programs: what `loccit format --to json` prints."""

from __future__ import annotations

from loccit.essays import Essay
from loccit.formatting.formatted_essay import FormattedCitation, FormattedEssay
from loccit.model import Cite, Problem, RichText
from loccit.model.problem_json import problem_as_json
from loccit.output import html, plain_text


def as_json(result: FormattedEssay) -> dict[str, object]:
    """`result` in the shape that docs/json.md describes: citations in document order,
    the list in list order.
    """
    return {
        "citations": [
            _citation(citation, result.essay) for citation in result.citations
        ],
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


def _citation(formatted: FormattedCitation, essay: Essay) -> dict[str, object]:
    citation = formatted.citation
    place = essay.place(citation.span.start, citation.part)
    text = RichText.of(citation.source) if formatted.text is None else formatted.text
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "line": place.line,
        "column": place.column,
        "source": citation.source,
        "mode": citation.mode,
        "cites": [_cite(cite) for cite in citation.cites],
        "note": citation.note,
        "author": plain_text.render(formatted.author),
        "text": plain_text.render(text),
        "html": html.render(text),
        "missing": list(formatted.missing),
        "typed": citation.typed,
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


def _problem(problem: Problem) -> dict[str, object]:
    message = f"{problem.message} {problem.advice}".strip()
    return problem_as_json(problem) | {"message": message}
