"""Which quote begins a quotation and which ends one; quotation marks of the locale by
depth.
"""

from __future__ import annotations

from loccit.csl.locales.locale import Locale

APOSTROPHE = "’"

_OPENERS = frozenset("\"'“‘„")
_CLOSERS = frozenset("\"'”’“")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{-–—/«“‘\"'„¿¡")


def can_open(token: str, before: str, after: str) -> bool:
    """Whether a quote between these characters may begin a quotation."""
    return (
        token in _OPENERS
        and (not before or before in _BEFORE_OPENING)
        and bool(after)
        and not after.isspace()
    )


def can_close(token: str, before: str, after: str) -> bool:
    """Whether a quote between these characters may end a quotation."""
    return (
        token in _CLOSERS
        and bool(before)
        and not before.isspace()
        and not after.isalnum()
    )


def quotation_marks(locale: Locale, inner: bool) -> tuple[str, str]:
    """The marks of a quotation, or of one within a quotation."""
    kind = "inner-quote" if inner else "quote"
    return locale.term(f"open-{kind}"), locale.term(f"close-{kind}")
