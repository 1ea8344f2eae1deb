"""Find the objects in the text of an Org element ("Org Syntax", section 5)."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from loccit._startup.regex import regex
from loccit.essays.formats.org import citations
from loccit.essays.markup.inline import Inline
from loccit.essays.paragraph import MarkKind

#: What may begin an object, so that other characters are passed at once.
_BEGINS = regex(
    r"[\[*/_+=~$\\<@{^]|https?://|(?:src|call)_\w"
    r"|(?<![\w/:&])(?:foot|full|paren|super|text|auto)?cite\w*\*?:",
    re.IGNORECASE,
)
_EMPHASIS_KINDS: dict[str, MarkKind | None] = {
    "*": "strong",
    "/": "emphasis",
    "_": None,
    "+": None,
    "=": "code",
    "~": "code",
}
#: Signs around words, and what may be around these (`org-emphasis-regexp-components`).
_EMPHASIS = regex(
    r"(?<![^\s\u200b('\"{-])(?P<sign>[*/_+=~])(?=[^\s\u200b])"
    r"(?P<inner>(?:(?!\n[ ]*\n).){1,400}?)(?<=[^\s\u200b])(?P=sign)"
    r"(?=[\s\u200b.,:!?;'\")}\\\[-]|\Z)",
    re.DOTALL,
)
_RAISED = regex(r"(?<=\S)(?:[\^_]\{([^{}\n]*)\}|\^(\d+)(?!\w))")
_LINK = regex(r"\[\[((?:[^\[\]\\\n]|\\.)+)\](?:\[(.{1,1000}?)\])?\]", re.DOTALL)
_NOTE = regex(r"\[fn:([\w-]*)(:|\])")
_ADDRESS = regex(r"https?://[^\s<>\[\]]*[^\s<>\[\].,;:!?'\")]")
_ANGLE = regex(r"<(https?://[^\s<>]+|mailto:[^\s<>]+)>")
_TARGET = regex(r"<<(?!<)[^<>\n]+>>")
_RADIO = regex(r"<<<([^<>\n]+)>>>")
_MATHS = regex(
    r"\\\((.{1,2000}?)\\\)|\\\[(.{1,2000}?)\\\]|\$\$(.{1,2000}?)\$\$"
    r"|\$(?![\s.,;])([^$\n]{1,400}?)(?<![\s.,])\$(?=[\s.,;:!?'\")\]-]|\Z)",
    re.DOTALL,
)
_ENTITY = regex(r"\\([A-Za-z]+[0-9]*)(?:\{\}|(?![A-Za-z]))")
_COMMAND = regex(r"\\[A-Za-z]+\*?(?:\[[^\[\]\n]*\]|\{[^{}\n]*\})*")
_BREAK = regex(r"\\\\(?=[ ]*(?:\n|\Z))")
#: Snippets for exporters, macros, and code within a line.
_UNSEEN = regex(r"@@[\w-]+:.{0,1000}?@@|\{\{\{[A-Za-z][^{}\n]*\}\}\}", re.DOTALL)
_CODE = regex(
    r"src_[^\s\[{]+(?:\[[^\]\n]*\])?\{[^{}\n]*\}"
    r"|call_[^\s(\[]+(?:\[[^\]\n]*\])?\([^()\n]*\)"
)
#: The names that Org has for signs and HTML does not.
_SIGNS = {
    "ast": "*",
    "asciicirc": "^",
    "dollar": "$",
    "dots": "…",
    "equal": "=",
    "ldots": "…",
    "plus": "+",
    "slash": "/",
    "tilde": "~",
    "under": "_",
    "vbar": "|",
    "vert": "|",
}
_BRACKETS = regex(r"[\[\]]")
_LONGEST_NOTE = 20_000


def scan(text: str, start: int, end: int) -> Iterator[Inline]:
    """Yield the objects in `text[start:end]`, in order."""
    position = start
    while found := _BEGINS.search(text, position, end):
        inline = _inline_at(text, found.start(), start, end)
        if inline:
            yield inline
        position = inline.end if inline else found.start() + 1


def scan_affix(text: str, start: int, end: int) -> Iterator[Inline]:
    """Yield the objects in the words around a cite; a semicolon there separates words
    of the citation from those of the cite, and is not printed.
    """
    position = start
    for inline in scan(text, start, end):
        yield from _semicolons(text, position, inline.start)
        yield inline
        position = inline.end
    yield from _semicolons(text, position, end)


def _semicolons(text: str, start: int, end: int) -> Iterator[Inline]:
    place = text.find(";", start, end)
    while place >= 0:
        is_spaced = text[place - 1].isspace() or text[place + 1 : place + 2].isspace()
        yield Inline(place, place + 1, "" if is_spaced else " ")
        place = text.find(";", place + 1, end)


def _inline_at(text: str, position: int, start: int, end: int) -> Inline | None:
    for read in _READERS.get(text[position], (_words,)):
        inline = read(text, position, end)
        if inline:
            return inline
    return None


def _citation(text: str, position: int, end: int) -> Inline | None:
    found = citations.citation_at(text, position, end)
    return Inline(position, found.end, citation=found) if found else None


def _org_ref(text: str, position: int, end: int) -> Inline | None:
    found = citations.org_ref_citation(text, position, end)
    return Inline(position, found.end, citation=found) if found else None


def _note(text: str, position: int, end: int) -> Inline | None:
    """Read `[fn:1]`, `[fn:: text]` or `[fn:1: text]`."""
    found = _NOTE.match(text, position, end)
    if not found:
        return None
    if found[2] == "]":
        return Inline(position, found.end(), note=found[1]) if found[1] else None
    close = _closing_bracket(text, found.end(), end)
    if close is None:
        return None
    return Inline(position, close + 1, inner=(found.end(), close), note="")


def _closing_bracket(text: str, position: int, end: int) -> int | None:
    depth = 1
    for found in _BRACKETS.finditer(text, position, min(end, position + _LONGEST_NOTE)):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return found.start()
    return None


def _link(text: str, position: int, end: int) -> Inline | None:
    found = _LINK.match(text, position, end)
    if not found:
        return None
    inner = found.span(2) if found[2] else found.span(1)
    return Inline(
        position,
        found.end(),
        inner=inner,
        mark="link",
        target=found[1],
        is_verbatim=not found[2],
    )


def _emphasis(text: str, position: int, end: int) -> Inline | None:
    found = _EMPHASIS.match(text, position, end)
    if not found:
        return None
    sign = found["sign"]
    return Inline(
        position,
        found.end(),
        inner=found.span("inner"),
        mark=_EMPHASIS_KINDS[sign],
        is_verbatim=sign in "=~",
    )


def _raised(text: str, position: int, end: int) -> Inline | None:
    found = _RAISED.match(text, position, end)
    if not found:
        return None
    inner = found.span(found.lastindex or 0)
    mark: MarkKind = "superscript" if text[position] == "^" else "subscript"
    return Inline(position, found.end(), inner=inner, mark=mark)


def _maths(text: str, position: int, end: int) -> Inline | None:
    found = _MATHS.match(text, position, end)
    if not found:
        return None
    inner = found.span(found.lastindex or 0)
    return Inline(position, found.end(), inner=inner, mark="math", is_verbatim=True)


def _entity(text: str, position: int, end: int) -> Inline | None:
    """Read the name of a character."""
    found = _ENTITY.match(text, position, end)
    if not found:
        return None
    name = f"&{found[1]};"
    sign = _SIGNS.get(found[1]) or html.unescape(name)
    return Inline(position, found.end(), sign) if sign != name else None


def _command(text: str, position: int, end: int) -> Inline | None:
    """Read a command of LaTeX, or a line break."""
    found = _COMMAND.match(text, position, end) or _BREAK.match(text, position, end)
    return Inline(position, found.end()) if found else None


def _angle(text: str, position: int, end: int) -> Inline | None:
    """Read an address, or the target of a link; a radio target is text."""
    if radio := _RADIO.match(text, position, end):
        return Inline(position, radio.end(), inner=radio.span(1))
    if target := _TARGET.match(text, position, end):
        return Inline(position, target.end())
    found = _ANGLE.match(text, position, end)
    return _address_of(found, 1) if found else None


def _unseen(text: str, position: int, end: int) -> Inline | None:
    found = _UNSEEN.match(text, position, end)
    return Inline(position, found.end()) if found else None


def _words(text: str, position: int, end: int) -> Inline | None:
    """Read what begins with a letter: an address, code, a citation of org-ref."""
    if found := _ADDRESS.match(text, position, end):
        return _address_of(found, 0)
    if code := _CODE.match(text, position, end):
        return Inline(position, code.end())
    return _org_ref(text, position, end)


def _address_of(found: re.Match[str], group: int) -> Inline:
    return Inline(
        *found.span(),
        inner=found.span(group),
        mark="link",
        target=found[group],
        is_verbatim=True,
    )


_Read = Callable[[str, int, int], "Inline | None"]
#: What a sign may begin.
_READERS: dict[str, tuple[_Read, ...]] = {
    "[": (_citation, _note, _org_ref, _link),
    "*": (_emphasis,),
    "/": (_emphasis,),
    "_": (_emphasis, _raised),
    "+": (_emphasis,),
    "=": (_emphasis,),
    "~": (_emphasis,),
    "^": (_raised,),
    "$": (_maths,),
    "\\": (_maths, _entity, _command),
    "<": (_angle,),
    "@": (_unseen,),
    "{": (_unseen,),
}
