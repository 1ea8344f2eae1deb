r"""The bits of RTF in Zotero's `formattedCitation`: `\i{}Title\i0{}`, `\uc0\u8211{}`.

Zotero writes them so with citeproc-js (`formats.js`, `rtf`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from struct import iter_unpack

from loccit._startup.regex import regex
from loccit.model import Mark, Marked, RichText
from loccit.model.csl_json import whole_text

#: A character by its number, which is negative above 32,767; another control word; an
#: escaped sign; a brace.
_CONTROL = regex(
    r"(?:\\uc0)?\\u(-?\d+)(?:\{\}| )?|\\[a-z]+-?\d*(?:\{\}| )?|\\([\\{}])|[{}]"
)
#: Mark -> the control words before and after its text.
_WORDS = {
    Mark("font-style", "italic"): (r"\i{}", r"\i0{}"),
    Mark("font-weight", "bold"): (r"\b{}", r"\b0{}"),
    Mark("font-variant", "small-caps"): (r"\scaps{}", r"\scaps0{}"),
    Mark("text-decoration", "underline"): (r"\ul{}", r"\ul0{}"),
    Mark("vertical-align", "sup"): (r"\super{}", r"\nosupersub{}"),
    Mark("vertical-align", "sub"): (r"\sub{}", r"\nosupersub{}"),
}
_SPECIAL = regex(r"[\\{}]|[^\x00-\x7f]")


def plain_text(rtf: str) -> str:
    r"""Return the text without its marks.

    >>> plain_text(r"(\i{}Emma\i0{}, pp. 3\uc0\u8211{}4)")
    '(Emma, pp. 3–4)'
    """
    if "\\" not in rtf:  # other programs write plain text there, with any braces
        return rtf
    return whole_text(_CONTROL.sub(_character, rtf))


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1]) % 0x10000)
    return found[2] or ""


def written(text: RichText) -> str:
    r"""Write text; what is not ASCII by its numbers.

    >>> written(RichText((Marked(Mark("font-style", "italic"), RichText.of("Emma")), ", 3–4")))
    '\\i{}Emma\\i0{}, 3\\uc0\\u8211{}4'
    """
    return "".join(chain.from_iterable(map(_written, text.nodes)))


def _written(node: str | Marked) -> Iterator[str]:
    if isinstance(node, str):
        yield _SPECIAL.sub(_escape, node)
        return
    before, after = _WORDS.get(node.mark, ("", ""))
    yield f"{before}{written(node.content)}{after}"


def _escape(found: re.Match[str]) -> str:
    if found[0].isascii():
        return f"\\{found[0]}"
    units = iter_unpack("<H", found[0].encode("utf-16-le", "surrogatepass"))
    return "".join(rf"\uc0\u{number}{{}}" for (number,) in units)
