"""DOI, PubMed's numbers and ISBN, which decide alone."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.choice import Evidence
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.typed_citation import Reason

_SAME = 12.0
_OTHER = -4.0
_SAME_ISBN = 2.0
#: A preprint is not the article, but many cite either.
_DOUBTFUL = 0.6


def identifier(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Yield evidence of identifiers."""
    one, other = asked.compared, source.compared
    common = min(one.identifiers & other.identifiers, default=None)
    if common:
        text = f"the {common[0]} agrees: {common[1]}"
        yield Evidence(_SAME, Reason("same-identifier", text))
    elif one.doi and other.doi:
        text = f"in the library it has the DOI {other.doi}"
        yield Evidence(_OTHER, Reason("other-identifier", text), _DOUBTFUL)
    if one.isbns & other.isbns:
        reason = Reason("same-identifier", "the ISBN agrees")
        yield Evidence(_SAME_ISBN, reason)
