"""JSON in the code of a live citation, with the repairs that Zotero makes, too
(`integration.js`, `Zotero.Integration.Citation.unserialize`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.model import Edit, Span, apply_edits
from loccit.text_files.json_places import members

#: Line breaks inside strings are allowed: Word and editors make them.
_DECODER = json.JSONDecoder(strict=False)
#: Zotero 2.1b1 doubled the braces of the properties.
_DOUBLED_BRACES = regex(
    r'\{\{((?:\s*,?"unsorted":(?:true|false)|\s*,?"custom":"[^"]*")*)\}\}'
)
#: An escape, or a backslash that escapes nothing.
_ESCAPE = regex(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})|\\')
#: Characters that end a line for some programs.
_CONTROL = regex(r"[\x00-\x1f\u2028\u2029]")
_CURLY_QUOTES = str.maketrans("“”„", '"""')
#: An escape or a word of JSON in capitals: Word for Mac wrote "All Caps" into codes.
_IN_CAPITALS = regex(r'"(?:[^"\\]|\\.)*(?:"|\\?$)|TRUE|FALSE|NULL', re.DOTALL)
#: The names in codes that are not in lower case.
_NAMES = (
    "citationID",
    "citationItems",
    "dontUpdate",
    "formattedCitation",
    "itemData",
    "noteIndex",
    "plainCitation",
    "suppressAuthor",
)
_NAME_OF = {name.lower(): name for name in _NAMES}


class JsonCode(NamedTuple):
    """A code with an object of JSON.

    Attributes:
        before, text, after: the code; `text` is the object, repaired if it was damaged.
        value: what the object says.
    """

    before: str
    text: str
    after: str
    value: Mapping[str, object]

    def with_texts(self, texts: Mapping[tuple[str, ...], str]) -> str:
        """Return the code with other texts in the object."""
        return f"{self.before}{with_texts(self.text, texts)}{self.after}"


def json_of_code(code: str, start: int = 0) -> JsonCode:
    """Find and read the object that begins at the first brace of a code.

    Args:
        code: the code.
        start: where to look from.

    Raises:
        BrokenCode: there is no object, or it can't be repaired.
    """
    start = code.find("{", start)
    if start < 0:
        raise BrokenCode("Its code has no data.")
    before, text = code[:start], code[start:]
    for repaired in _repaired(text):
        try:
            value, end = _DECODER.raw_decode(repaired)
        except ValueError:  # also for a number of more than 4,300 digits
            continue
        except RecursionError as error:
            raise BrokenCode("Its code is damaged: it is nested too deeply.") from error
        return JsonCode(before, repaired[:end], repaired[end:], value)
    raise BrokenCode("Its code is damaged: the data in it is not whole.")


def json_of_text(text: str) -> object:
    """Read the JSON of a program that packs it, so that nothing damages it.

    Raises:
        BrokenCode: the text is not JSON.
    """
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise BrokenCode("Its packed data is damaged.") from error


def _repaired(text: str) -> Iterator[str]:
    yield text
    for repair in _REPAIRS:
        repaired = repair(text)
        if repaired != text:
            yield repaired


def _with_single_braces(text: str) -> str:
    return _DOUBLED_BRACES.sub(r"{\1}", text)


def _with_straight_quotes(text: str) -> str:
    return text.translate(_CURLY_QUOTES)


def _without_control_characters(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _with_whole_escapes(text: str) -> str:
    return _ESCAPE.sub(lambda found: found[0] if len(found[0]) > 1 else r"\\", text)


def _with_small_words(text: str) -> str:
    """Write JSON's words and escapes in small letters, if all of it is in capitals."""
    if '"CITATIONITEMS"' not in text:
        return text
    return _IN_CAPITALS.sub(lambda found: _small(found[0]), text)


def _small(word: str) -> str:
    return word.replace("\\U", "\\u") if word[0] == '"' else word.lower()


#: Each is tried alone.
_REPAIRS: tuple[Callable[[str], str], ...] = (
    _with_single_braces,
    html.unescape,
    _with_straight_quotes,
    _without_control_characters,
    _with_small_words,
    _with_whole_escapes,
)


def with_small_names(code: JsonCode) -> Mapping[str, object]:
    """Return the value of a code whose names are all in capitals, with Zotero's names."""
    if "citationItems" in code.value:
        return code.value
    decoder = json.JSONDecoder(strict=False, object_pairs_hook=_small_names)
    value: Mapping[str, object] = decoder.decode(code.text)
    return value


def _small_names(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {_NAME_OF.get(name.lower(), name.lower()): value for name, value in pairs}


def with_texts(json_text: str, texts: Mapping[tuple[str, ...], str]) -> str:
    """Return an object's text with other texts in the places that paths name; a path
    that it lacks is left out, and all other characters stay.

    >>> with_texts('{"a": {"b": "1"}, "c": 2}', {("a", "b"): "x", ("d",): "y"})
    '{"a": {"b": "x"}, "c": 2}'
    """
    edits = [
        Edit(span, json.dumps(text, ensure_ascii=False))
        for path, text in texts.items()
        if (span := _place(json_text, path))
    ]
    return apply_edits(json_text, edits)


def _place(json_text: str, path: tuple[str, ...]) -> Span | None:
    """Return where the value at a path is; the case of letters does not matter."""
    span = Span(json_text.index("{"), len(json_text))
    for name in path:
        if not json_text.startswith("{", span.start):
            return None
        found = {each.name.lower(): each for each in members(json_text, span.start)}
        if name.lower() not in found:
            return None
        span = found[name.lower()].value.span
    return span
