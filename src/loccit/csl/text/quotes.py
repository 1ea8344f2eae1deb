"""Tell opening from closing quotes; the quotation marks of a locale."""

from __future__ import annotations

from loccit.csl.locales.locale import Locale

APOSTROPHE = "’"

_OPENERS = frozenset("\"'“‘„")
_CLOSERS = frozenset("\"'”’“")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{-–—/«“‘\"'„¿¡")


def can_open(
    token: str,
    before: str,
    after: str,
) -> bool:
    """Return whether a quote between these characters may begin a quotation."""
    if token not in _OPENERS:
        return False
    if before and before not in _BEFORE_OPENING:
        return False
    return bool(after) and not after.isspace()


def can_close(
    token: str,
    before: str,
    after: str,
) -> bool:
    """Return whether a quote between these characters may end a quotation."""
    if token not in _CLOSERS:
        return False
    if not before or before.isspace():
        return False
    return not after.isalnum()


def quotation_marks(locale: Locale, inner: bool) -> tuple[str, str]:
    """The opening and the closing mark of a quotation, or of one inside a quotation."""
    kind = "inner-quote" if inner else "quote"
    return locale.term(f"open-{kind}"), locale.term(f"close-{kind}")
