"""Characters that TeX takes for more than themselves, where nobody means so."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.bibliography.formats.bibtex.tidy.text_fields import TEXT_FIELDS
from loccit.model import Edit

#: An `&` that begins an entity of HTML is another fault, which `loccit check --fix`
#: mends.
_BARE = regex(r"(?<!\\)([%#]|&(?!#?\w+;))")
#: What has a formula or an address in it, where they may well be meant.
_MEANT = regex(r"\$|://|\\(?:url|href|path)\b")


def _escape(entry: OneEntry) -> Iterator[Edit]:
    for name in entry.parts.fields:
        tex = entry.tex(name) if name in TEXT_FIELDS else None
        if tex and _BARE.search(tex) and not _MEANT.search(tex):
            yield entry.put_tex(name, _BARE.sub(r"\\\1", tex))


ACTION = Action(
    "escape", r"A bare `&`, `%` or `#` as TeX wants it: `\&`.", of_entry=_escape
)
