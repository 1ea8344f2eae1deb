"""Full stops: "as did Lyon et al." needs no other where the sentence ends."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Citation, Marked, RichText

#: One full stop, which an ellipsis is not; emphasis may close before it.
_STOP = regex(r"[*_]*\.(?!\.)")


def without_second_stop(text: RichText, essay: str, citation: Citation) -> RichText:
    """The text of a citation, without the full stop at its end if the essay has one
    right behind it.

    >>> from loccit.model import Span
    >>> without_second_stop(RichText.of("Lyon et al."), "So @lyon.", Citation((), span=Span(3, 8))).plain
    'Lyon et al'
    """
    return (
        _without_last(text)
        if text.plain.endswith(".") and _STOP.match(essay, citation.span.end)
        else text
    )


def _without_last(text: RichText) -> RichText:
    """`text` without its last character."""
    *others, last = text.nodes
    if isinstance(last, Marked):
        return RichText((*others, replace(last, content=_without_last(last.content))))
    return RichText((*others, last[:-1]))
