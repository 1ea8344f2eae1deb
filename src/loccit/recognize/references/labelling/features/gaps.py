"""The punctuation around a token and its neighbours."""

from __future__ import annotations

from loccit.recognize.references.labelling.reference import Reference

_LONGEST = 4


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add the punctuation before and after each token."""
    tokens = reference.tokens
    gaps = [token.before[:_LONGEST] for token in tokens]
    gaps.append(tokens[-1].after[:_LONGEST] if tokens else "")
    for index, row in enumerate(rows):
        before, after = gaps[index], gaps[index + 1]
        kind = reference.facts[index].kind
        row.append(f"before={before}")
        row.append(f"after={after}")
        row.append(f"around={before}|{after}")
        row.append(f"before={before}|{kind}")
        row.append(f"after={after}|{kind}")
        if index:
            row.append(f"before:-1={gaps[index - 1]}")
            row.append(f"before,kind:-1={before}|{reference.facts[index - 1].kind}")
        if index + 2 < len(gaps):
            row.append(f"after:1={gaps[index + 2]}")
            row.append(f"after,kind:1={after}|{reference.facts[index + 1].kind}")
