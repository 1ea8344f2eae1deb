"""The words of a title with markup, and what is between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex

#: A tag; punctuation after which a subtitle begins; or a word, and the point or space
#: after it.
_TOKEN = regex(
    r"(?P<tag></?\w+[^<>]*>)"
    r"|(?P<start>[:?!…][\"'”’)]*\s|—\s?|\s[–-]+\s)"
    r"|(?P<word>\w+(?:['’.]+\w+)*)(?=(?P<after>\.?\s)?)"
)


def tokens_of(title: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of a title: matches with a `tag`, a `start` of a subtitle, or a
    `word`, and what is `after` it.
    """
    return _TOKEN.finditer(title)


class KeptCase:
    """Whether a word is inside a `nocase` span or italics, which keep its case.

    Italics are a title in the title, a ship, a species; not if all is in italics.
    """

    def __init__(self, *, italics: bool) -> None:
        self.italics = italics
        self.depth = 0

    def read(self, tag: str) -> None:
        """Take a tag into account."""
        if not tag.startswith("</"):
            if self._opens(tag):
                self.depth += 1
        elif self.depth and (tag == "</i>" or tag.startswith("</span")):
            self.depth -= 1

    def _opens(self, tag: str) -> bool:
        """Other spans count inside of one that keeps case, as their end tag does."""
        if tag == "<i>":
            return self.italics
        return "nocase" in tag or (self.depth > 0 and tag.startswith("<span"))
