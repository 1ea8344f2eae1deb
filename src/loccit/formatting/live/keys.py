"""Give the cites of live citations the keys of their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit.model import Citation, Cite


def with_keys(
    citations: Sequence[Citation], keys: Mapping[str, str]
) -> tuple[Citation, ...]:
    """Return citations whose live ones cite by key.

    Args:
        citations: of an essay, in document order.
        keys: the key of each record that is known, by the record's name.
    """
    return tuple(
        _with_keys(citation, keys) if citation.program else citation
        for citation in citations
    )


def _with_keys(citation: Citation, keys: Mapping[str, str]) -> Citation:
    cites = tuple(_with_key(cite, keys) for cite in citation.cites)
    return replace(citation, cites=cites)


def _with_key(cite: Cite, keys: Mapping[str, str]) -> Cite:
    return replace(cite, key=keys.get(cite.key, cite.key))
