"""Read who made a work: authors, editors, translators, directors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model import Name
from loccit.model.source import Value
from loccit.values.people import read_people

#: What announces people, in the languages that students write in.
_BEFORE = regex(
    r"\W*(?:\b(?:in|en|dans|edited|editors?|eds?|hrsg|hg|herausgegeben|übers|übersetzt"
    r"|translated|translators?|trans|tr|trad|traduit|traducción|dirs?|directed)\b[.:]?\s+"
    r"(?:(?:by|von|v\.|par|por|de)\s+)?|by\s+)+(?=\S)",
    re.IGNORECASE,
)
_AFTER = regex(
    r"[\s,(\[]*\b(?:eds?|editors?|hrsg|hg|trans|translators?|übers|trad|comps?|dirs?|directors?"
    r"|producers?|writers?|hosts?)\b[.\s)\]:,]*$",
    re.IGNORECASE,
)
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
    names = (name for text in texts for name in read_people(_without_cues(text)))
    return tuple(names)


def _without_cues(text: str) -> str:
    """Omit "edited by" before names and "Eds." after them.

    >>> _without_cues("In: Doe, J. (Eds.)"), _without_cues("trans. John Gledson.")
    ('Doe, J.', 'John Gledson.')
    """
    if _DITTO.fullmatch(text):
        return ""
    text = _AFTER.sub("", text).strip(' ,;:()[]*“”"')
    cue = _BEFORE.match(text)
    return text[cue.end() :] if cue else text
