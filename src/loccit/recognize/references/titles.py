"""Let titles end where they can: not before a word in small letters."""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.recognize.references.certain import put
from loccit.recognize.references.rules.sentences import sentence_end
from loccit.recognize.references.segments import Segment

#: What goes on after the end of a title; words that begin another part do not.
_GOES_ON = regex(
    r"[)”\"’]{0,2} (?!(?:in|en|dans|im|on|by|from|ed|eds|edited|trans|transl|translated|hrsg"
    r"|vol|no|nr|pp?|p|and|et|und|y|with|accessed|retrieved|available|online|doi|url|arxiv|version|vs?)\b)[a-z]{2,}\s"
)
_AROUND = " .,;:"


def with_whole_title(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """Return the parts with the title up to the end of its sentence.

    >>> text = "On “seas” that are old. Press."
    >>> with_whole_title(text, [Segment("title", 0, 9, 0.9)])[0].end
    22
    """
    parts = list(segments)
    title = next((part for part in parts if part.label == "title"), None)
    if title is None or not _GOES_ON.match(text, title.end):
        return parts
    end = sentence_end(text, title.start, len(text))
    while end > title.end and text[end - 1] in _AROUND:
        end -= 1
    return put(title._replace(end=end), parts)
