"""What is recognized, in the short form of the cases."""

from __future__ import annotations

from loccit.bibliography import open_library
from loccit.essays import read_essay
from loccit.model import Span
from loccit.recognize import TypedCitation, TypedCite, TypedEntry, read_reference
from loccit.recognize.citations import find_citations

#: The works that the essays of the cases list.
REFERENCES = [
    "Alexander, M. (2010). The new Jim Crow. New Press.",
    "Bal, M. (2009). Narratology. Press.",
    "Doe, J., & Roe, R. (2001). On things. Press.",
    "Müller, K. (2015). Über Dinge. Verlag.",
    "van Gogh, V. (1999). Letters. Press.",
    "World Health Organization. (2016). Health for all. WHO Press.",
]


def entries(references: list[str], numbered: bool = False) -> list[TypedEntry]:
    """Return references as the entries of a list."""
    return [
        TypedEntry(
            text,
            Span(0, 0),
            number=str(number) if numbered else "",
            source=read_reference(text).source,
        )
        for number, text in enumerate(references, 1)
    ]


def found_in(text: str, listed: list[TypedEntry], name: str = "essay.md") -> str:
    """Return the citations of an essay, one a line or joined by " ;; "."""
    essay = read_essay(text.replace("⏎", "\n").encode(), name)
    found = find_citations(essay.document.paragraphs, listed, open_library([]))
    return " ;; ".join(map(described, found)) or "nothing"


def described(citation: TypedCitation) -> str:
    """Return a citation in short: its mode, what is typed, its cites."""
    typed = citation.text.replace("\n", "⏎")
    cites = " + ".join(map(_cite, citation.cites))
    return f"{citation.mode} | {typed} | {cites}".strip()


def _cite(cite: TypedCite) -> str:
    parts = [
        f"<{cite.prefix}>" if cite.prefix else "",
        " / ".join(cite.names),
        "et al." if cite.et_al else "",
        f"{cite.year}{cite.suffix}",
        f"#{cite.number}" if cite.number else "",
        f"{cite.locator.label} {cite.locator.value}" if cite.locator else "",
        "personal" if cite.personal else "",
        "secondary" if cite.secondary else "",
        f"({cite.after})" if cite.after else "",
    ]
    return " ".join(filter(None, parts))
