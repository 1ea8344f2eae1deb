"""Citations of a LaTeX essay as lines that people can read."""

from __future__ import annotations

from collections.abc import Iterator

from loccit import csl, read_essay
from loccit.model import Citation, Cite

WORDS = csl.locator_terms("en-US")


def citations_of(text: str) -> list[Citation]:
    return list(read_essay(text.encode(), "essay.tex").citations(WORDS))


def described(text: str) -> str:
    found = "\n".join(map(_citation, citations_of(text)))
    return found.replace("\N{NO-BREAK SPACE}", "~")


def _citation(citation: Citation) -> str:
    note = f" in note {citation.note}" if citation.note else ""
    return f"{citation.mode}{note}: " + "; ".join(map(_cite, citation.cites))


def _cite(cite: Cite) -> str:
    return " ".join(_parts(cite))


def _parts(cite: Cite) -> Iterator[str]:
    if cite.secondary:
        yield "read in"
    if cite.prefix:
        yield f"“{cite.prefix.plain}”"
    if cite.mode == "suppress-author":
        yield "-"
    yield f"<{cite.key}>"
    if cite.locator:
        yield f"{cite.locator.label} {cite.locator.value}"
    if cite.suffix:
        yield f"“{cite.suffix.plain}”"
