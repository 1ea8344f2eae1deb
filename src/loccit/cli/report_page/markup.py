"""Text as HTML."""

from __future__ import annotations

from html import escape

from loccit._startup.regex import regex
from loccit.model import Problem, Severity

#: The last two of each plane of Unicode are not characters.
_LAST_OF_PLANES = "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
#: What HTML can't have (WHATWG Infra Standard, "control", "noncharacter"), and what
#: turns the direction of the text around it.
_NO_CHARACTER = regex(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    rf"\u202a-\u202e\u2066-\u2069{_LAST_OF_PLANES}]"
)
_CODE = regex(r"`([^`]+)`")


def escaped(text: str) -> str:
    """Return text that markup can't be in.

    >>> escaped("<b> & \\x1b")
    '&lt;b&gt; &amp; �'
    """
    return escape(_NO_CHARACTER.sub("�", text))


def said(text: str) -> str:
    """Return a message, in which words between backticks are set as such.

    >>> said("Write `a < b`.")
    'Write <code>a &lt; b</code>.'
    """
    return _CODE.sub(r"<code>\1</code>", escaped(text))


def whole_message(problem: Problem) -> str:
    """Return what a problem says, and what to do."""
    advice = (
        f' <span class="advice">{said(problem.advice)}</span>' if problem.advice else ""
    )
    return f"{said(problem.message)}{advice}"


def severity_class(severity: Severity) -> str:
    """Return the class of what is as bad as that."""
    return f"is-{severity}"
