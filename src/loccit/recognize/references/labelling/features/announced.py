"""What came before a token, however far: "In" announces a book, "Eds." its editors.

After "In" a title is that of the book, of which a chain of labels knows nothing.
"""

from __future__ import annotations

from loccit.recognize.references.labelling.reference import Reference

_LISTS = ("in", "editor", "pages")


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add which announcing words were before each token."""
    seen: list[str] = []
    fact = "seen="
    for row, token, facts in zip(rows, reference.tokens, reference.facts, strict=True):
        row.append(fact)
        row.append(f"{fact}|{token.before[:2]}")
        for name in _LISTS:
            if (
                name in facts.lists
                and name not in seen
                and _announces(name, token.before)
            ):
                seen.append(name)
                fact = "seen=" + ",".join(seen)


def _announces(name: str, gap: str) -> bool:
    """Return whether a word announces what follows; "in" does after punctuation."""
    return name != "in" or gap.strip("_") != ""
