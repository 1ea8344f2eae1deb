"""Read who made a work: authors, editors, translators, directors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model import Name
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import bare
from loccit.values.people import read_people

#: What announces people, in the languages that students write in.
_BEFORE = regex(
    r"\W*(?:\b(?:in|en|dans|edited|editors?|eds?|hrsg|hg|herausgegeben|übers|übersetzt"
    r"|translated|translators?|trans|tr|trad|traduit|traducción|dirs?|directed)\b[.:]?\s+"
    r"(?:(?:by|von|v\.|par|por|de)\s+)?|by\s+)+(?=\S)",
    re.IGNORECASE,
)
_AFTER = regex(
    r"(?:[\s,(\[]*\b(?:eds?|hrsg|hg|trans|übers|trad|comps?|dirs?)"
    r"|[,(\[]\s*(?:editors?|translators?|directors?|producers?|writers?|hosts?))"
    r"\b[.\s)\]:,]*$",
    re.IGNORECASE,
)
#: A stop that ends the names, not an abbreviation.
_STOP = regex(r"(?<=[^\W\d_]{4})(?<!Corp)\.$")
#: "…" and "____" stand for the authors of the entry above.
_DITTO = regex(r"[\s_.…—–-]*")


def authors(texts: Sequence[str]) -> dict[str, Value]:
    """Read the authors."""
    return {"author": _names(texts)}


def editors(texts: Sequence[str]) -> dict[str, Value]:
    """Read the editors."""
    return {"editor": _names(texts)}


def translators(texts: Sequence[str]) -> dict[str, Value]:
    """Read the translators."""
    return {"translator": _names(texts)}


def _names(texts: Sequence[str]) -> tuple[Name, ...]:
    lists = [_STOP.sub("", _without_cues(text)) for text in texts]
    return tuple([name for text in lists for name in read_people(text)])


def _without_cues(text: str) -> str:
    """Omit "edited by" before names and "Eds." after them.

    >>> _without_cues("In: Doe, J. (Eds.)"), _without_cues("trans. John Gledson.")
    ('Doe, J.', 'John Gledson.')
    """
    if _DITTO.fullmatch(text):
        return ""
    text = _AFTER.sub("", text).strip(' ,;:*“”"')
    text = bare(text) if text[:1] in "([" else text.rstrip("([ ,")
    if text.count("(") < text.count(")"):
        text = text.rstrip(" )")
    cue = _BEFORE.match(text)
    return text[cue.end() :] if cue else text
