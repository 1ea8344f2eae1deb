r"""CSL items in YAML have pandoc's Markdown in their values, where CSL-JSON has tags (pandoc's manual, "Citations").

Tags are read in YAML too, as Zotero's users have them there.

>>> read_markdown(r"On *Emma* and [US]{.nocase} CO~2~ \*"), write_markdown("On <i>Emma</i> *")
('On <i>Emma</i> and <span class="nocase">US</span> CO<sub>2</sub> *', 'On *Emma* \\*')
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loccit._startup.regex import regex

_NOCASE, _SMALL_CAPS = (
    '<span class="nocase">',
    '<span style="font-variant:small-caps;">',
)
#: What is read, one after the other: the first may stand in the later ones.
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
#: What would be read as Markdown, here or by pandoc, also where a block begins.
_MARKUP = regex(
    r"[\\`*^~$\[\]]|(?<![^\W_])_|_(?![^\W_])|(?<![^\W_])@(?=\w)|<(?=[\w/!?])|&(?=#?\w+;)|(?<=-)-|(?<=\.\.)\."
    r"|\A[#>|+-]|(?:(?<=\A\d)|(?<=\A\d\d))[.)](?=\s)"
)
#: Escaped characters while the rest is read: none that a text may have.
_ASIDE = 0xDC00
_BACK = {_ASIDE + code: code for code in range(128)}
_VERBATIM = frozenset(["id", "type", "URL", "DOI", "citation-key"])


def read_markdown(text: str) -> str:
    """CSL-JSON's text of a Markdown text."""
    if not _MAYBE_MARKDOWN.search(text):
        return text
    text = _ESCAPED.sub(
        lambda found: chr(_ASIDE + ord(found[1])) if found[1] < "\x80" else found[0],
        text,
    )
    for mark, tags in _MARKS:
        text = mark.sub(tags, text)
    return text.translate(_BACK)


def write_markdown(text: str) -> str:
    """Markdown of CSL-JSON's text; tags that Markdown has nothing for stay."""
    pieces = [
        piece if number % 2 else _MARKUP.sub(r"\\\g<0>", piece)
        for number, piece in enumerate(_TAG.split(text))
    ]
    escaped = written = "".join(pieces)
    for tags, mark in _WRITTEN:
        written = tags.sub(mark, written)
    return written if read_markdown(written) == text else escaped


def of_markdown(item: Mapping[str, object]) -> dict[str, object]:
    """An item of YAML as it would stand in JSON."""
    return {
        name: value if name in _VERBATIM else _converted(value, read_markdown)
        for name, value in item.items()
    }


def in_markdown(item: Mapping[str, object]) -> dict[str, object]:
    """An item of JSON as it stands in YAML."""
    return {
        name: value if name in _VERBATIM else _converted(value, write_markdown)
        for name, value in item.items()
    }


def _converted(value: object, convert: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, Mapping):
        return {name: _converted(of_it, convert) for name, of_it in value.items()}
    return (
        [_converted(part, convert) for part in value]
        if isinstance(value, (list, tuple))
        else value
    )
