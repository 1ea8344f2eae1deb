r"""Convert the Markdown in CSL-YAML to the tags of CSL-JSON, and back (pandoc's manual,
"Citations").

Tags are read in YAML too, since Zotero's users write them there.

>>> read_markdown(r"On *Emma* and [US]{.nocase} CO~2~ \*"), write_markdown("On <i>Emma</i> *")
('On <i>Emma</i> and <span class="nocase">US</span> CO<sub>2</sub> *', 'On *Emma* \\*')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from loccit._startup.regex import regex

_NOCASE = '<span class="nocase">'
_SMALL_CAPS = '<span style="font-variant:small-caps;">'
#: Markdown and its tags, replaced in this order: later marks may contain earlier ones.
_MARKS = (
    (regex(r"\[([^\[\]]*)\]\{\.nocase\}"), rf"{_NOCASE}\1</span>"),
    (regex(r"\[([^\[\]]*)\]\{\.smallcaps\}"), rf"{_SMALL_CAPS}\1</span>"),
    (regex(r"\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (regex(r"<(https?://[^<>\s]*)>"), r"\1"),
    (regex(r"\*\*(?=[^\s*])([^*]+?)(?<=\S)\*\*(?!\*)"), r"<b>\1</b>"),
    (regex(r"(?<!\w)__(?=[^\s_])([^_]+?)(?<=\S)__(?!\w)"), r"<b>\1</b>"),
    (regex(r"\*(?=[^\s*])([^*]+?)(?<=\S)\*(?!\*)"), r"<i>\1</i>"),
    (regex(r"(?<!\w)_(?=[^\s_])([^_]+?)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (regex(r"\^([^\s^]+)\^"), r"<sup>\1</sup>"),
    (regex(r"~([^\s~]+)~"), r"<sub>\1</sub>"),
    (regex(r"---"), "—"),
    (regex(r"--"), "–"),
    (regex(r"\.\.\."), "…"),
)
#: Tags and their Markdown, replaced in this order.
_WRITTEN = (
    (regex(r"<i>([^<>*]+)</i>"), r"*\1*"),
    (regex(r"<b>([^<>*]+)</b>"), r"**\1**"),
    (regex(r"<sup>([^\s<>^]+)</sup>"), r"^\1^"),
    (regex(r"<sub>([^\s<>~]+)</sub>"), r"~\1~"),
    (regex(rf"{_NOCASE}([^<>\[\]]*)</span>"), r"[\1]{.nocase}"),
    (regex(rf"{_SMALL_CAPS}([^<>\[\]]*)</span>"), r"[\1]{.smallcaps}"),
)
_MAYBE_MARKDOWN = regex(r"[\\*_^~\]]|--|\.\.\.|<http")
_ESCAPED = regex(r"\\([^\w\s]|[_ ])")
_TAG = regex(r"(</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>)")
#: Characters that loccit or pandoc would read as Markdown, also at the beginning of a
#: block.
_MARKUP = regex(
    r"[\\`*^~$\[\]]|(?<![^\W_])_|_(?![^\W_])|(?<![^\W_])@(?=\w)|<(?=[\w/!?])|&(?=#?\w+;)|(?<=-)-|(?<=\.\.)\."
    r"|\A[#>|+-]|(?:(?<=\A\d)|(?<=\A\d\d))[.)](?=\s)"
)
#: Escaped characters move here while the rest is read: no text contains lone surrogates.
_ASIDE = 0xDC00
_BACK = {_ASIDE + code: code for code in range(128)}
_VERBATIM = frozenset(["id", "type", "URL", "DOI", "citation-key"])


def read_markdown(text: str) -> str:
    """Convert Markdown to the tags of CSL-JSON."""
    if not _MAYBE_MARKDOWN.search(text):
        return text
    text = _ESCAPED.sub(_set_aside, text)
    for mark, tags in _MARKS:
        text = mark.sub(tags, text)
    return text.translate(_BACK)


def _set_aside(found: re.Match[str]) -> str:
    character = found[1]
    if not character.isascii():
        return found[0]
    return chr(_ASIDE + ord(character))


def write_markdown(text: str) -> str:
    """Convert the tags of CSL-JSON to Markdown; keep tags that it has no mark for."""
    pieces = _TAG.split(text)  # text and tags in turn
    pieces[::2] = [_MARKUP.sub(r"\\\g<0>", piece) for piece in pieces[::2]]
    escaped = "".join(pieces)
    written = escaped
    for tags, mark in _WRITTEN:
        written = tags.sub(mark, written)
    return written if read_markdown(written) == text else escaped


def from_markdown(item: Mapping[str, object]) -> dict[str, object]:
    """Convert an item of CSL-YAML to one of CSL-JSON."""
    converted = _converted_item(item, read_markdown)
    if isinstance(key := converted.get("id"), str):
        converted["id"] = read_id(key)
    return converted


def read_id(text: str) -> str:
    r"""Return an id without the backslashes that pandoc writes before signs.

    >>> read_id(r"lee\_\_2001")
    'lee__2001'
    """
    return _ESCAPED.sub(_set_aside, text).translate(_BACK)


def to_markdown(item: Mapping[str, object]) -> dict[str, object]:
    """Convert an item of CSL-JSON to one of CSL-YAML."""
    return _converted_item(item, write_markdown)


def _converted_item(
    item: Mapping[str, object], convert: Callable[[str], str]
) -> dict[str, object]:
    converted = dict(item)
    for name in item.keys() - _VERBATIM:
        converted[name] = _converted(item[name], convert)
    return converted


def _converted(value: object, convert: Callable[[str], str]) -> object:
    """Convert all texts in a value."""
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, Mapping):
        return {name: _converted(part, convert) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_converted(part, convert) for part in value]
    return value
