"""Find the keys in the `nocite` setting of an essay's front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.document import FrontMatter, KeyPlace
from loccit.essays.front_matter import nocite_keys
from loccit.essays.syntax.keys import key_at
from loccit.model import Span

_NOCITE = regex(
    r"^[\"']?nocite[\"']?[ \t]*[:=](.*(?:\r?\n(?:[ \t].*|(?=\r?\n)))*)", re.MULTILINE
)
_SIGN = regex(r"-?@")
#: A key without its sign, among what YAML and TOML have around it.
_UNSIGNED = regex(r"(?<![^\s,;\"'\[\]{}])\w[^\s,;\"'\[\]{}]*")


def nocited_keys(front_matter: FrontMatter | None, text: str) -> Iterator[KeyPlace]:
    """Yield the keys in the front matter's `nocite`, in the text that it is in."""
    if front_matter is None:
        return
    if not nocite_keys(front_matter.values.get("nocite")):
        return
    for span in front_matter.spans:
        for setting in _NOCITE.finditer(text, span.start, span.end):
            places = _signed if "@" in setting[0] else _unsigned
            yield from places(text, *setting.span(1))


def _signed(text: str, start: int, end: int) -> Iterator[KeyPlace]:
    for sign in _SIGN.finditer(text, start, end):
        if found := key_at(text, sign.start(), end):
            yield KeyPlace(Span(found.start, found.end), found.name)


def _unsigned(text: str, start: int, end: int) -> Iterator[KeyPlace]:
    """Yield the keys of a setting that has them without their sign."""
    for found in _UNSIGNED.finditer(text, start, end):
        yield KeyPlace(Span(*found.span()), found[0])
