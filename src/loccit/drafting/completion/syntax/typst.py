"""Typst: `@doe[p. 3]`, `#cite(<doe>)`."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.drafting.completion.syntax import KeyStart
from loccit.essays.formats.typst.citations import KEY

FORMATS = ("typst",)

_LABEL = r"[\w.:-]"
_REST = regex(rf"{_LABEL}*(?<![.:])|")


def _written(key: str) -> str | None:
    return key if KEY.fullmatch(key) else None


KEYS = (
    KeyStart(regex(rf"(?<![\w@\\])@(?P<typed>{_LABEL}*)\Z"), _REST, _written),
    KeyStart(
        regex(rf"\bcite\(\s*(?:label\()?<(?P<typed>{_LABEL}*)\Z"), _REST, _written, ">"
    ),
)
LOCATORS = (
    regex(rf"@{_LABEL}+\[(?P<typed>[^\W\d_]*\.?)\Z"),
    regex(r"\bcite\([^()]*\bsupplement:\s*\[(?P<typed>[^\W\d_]*\.?)\Z"),
)
