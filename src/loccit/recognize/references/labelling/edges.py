"""Where segments end: tokens leave out punctuation that belongs to a segment."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.recognize.segments import Segment

#: Marks that end a title or a name as a part of it.
_BELONGING = {"title": "?!…", "container-title": "?!", "author": ".", "editor": "."}
_CLOSING = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}
_TITLES = ("title", "container-title")
#: French has a space before these: "Que faire ?".
_SPACED_MARK = regex(r"[ \u00a0\u202f]+[?!]+")
_ABBREVIATES = ("author", "editor", "translator")


def with_edges(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Return segments with the punctuation that belongs to them.

    A closing bracket whose opening one is inside; "?" and "!" at the end of a title; the
    full stop of an initial.
    """
    return [segment._replace(end=_end(text, segment)) for segment in segments]


def _end(text: str, segment: Segment) -> int:
    end = segment.end
    if segment.label in _TITLES and (spaced := _SPACED_MARK.match(text, end)):
        return spaced.end()
    content = text[segment.start : end]
    belonging = _BELONGING.get(segment.label, "")
    while end < len(text):
        character = text[end]
        opening = _CLOSING.get(character)
        if opening is not None:
            if content.count(opening) <= content.count(character):
                return end
        elif character not in belonging or not _is_initial(segment, content):
            return end
        end += 1
        content += character
    return end


def _is_initial(segment: Segment, content: str) -> bool:
    """Return whether a full stop may belong to what is before it: "J", "al"."""
    if segment.label not in _ABBREVIATES:
        return True
    last = content.replace("-", " ").replace(".", " ").split()[-1:]
    return bool(last) and (len(last[0]) < 3 or last[0] in ("Jr", "al", "alii"))
