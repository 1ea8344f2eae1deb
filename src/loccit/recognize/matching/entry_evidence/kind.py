"""A chapter is not its book, and an edition is not another one."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.choice import Evidence
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.typed_citation import Reason

_OTHER_KIND = -3.0
_OTHER_EDITION = -3.0
_SAME_EDITION = 1.0
_UNKNOWN_EDITION = -0.7
_DOUBTFUL = 0.6
#: The type of an entry of which nobody can say what it is.
_UNREAD = "document"


def kind(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Yield evidence of types and editions."""
    yield from _parts(asked, source)
    typed, known = asked.edition, source.compared.edition
    if typed and typed == known:
        yield Evidence(_SAME_EDITION, Reason("same-edition", "the edition agrees"))
    elif typed and known:
        text = f"in the library it is edition {known}"
        yield Evidence(_OTHER_EDITION, Reason("other-edition", text), _DOUBTFUL)
    elif typed or known:
        text = "only one of them says which edition it is"
        yield Evidence(_UNKNOWN_EDITION, Reason("unknown-edition", text))


def _parts(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Compare whether both are a whole work, or a part of one."""
    typed, known = asked.compared, source.compared
    if bool(typed.container) == bool(known.container) or typed.source.type == _UNREAD:
        return
    if asked.has(known.container) or "whole" not in (typed.kind, known.kind):
        return
    there = "a part of another work" if known.container else "a whole work"
    text = f"in the library it is {there}"
    yield Evidence(_OTHER_KIND, Reason("part-or-whole", text), _DOUBTFUL)
