"""Find the constructs in the text of a Typst block."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.typst.citations import cite_at
from loccit.essays.formats.typst.code import Call, calls_in
from loccit.essays.formats.typst.verbatim import STRING, verbatim_end
from loccit.essays.markup.inline import Inline
from loccit.essays.paragraph import MarkKind

_BEGINS = regex(r"[\\/`$#@<*_~]|https?://|-{2,3}|\.\.\.")
_ESCAPE = regex(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|(\S))|\\(?=\s|\Z)")
_LABEL = regex(r"<[\w.:-]+>")
_EMPHASIS = regex(
    r"(?<![^\W_])(?P<sign>[*_])(?=\S)(?P<inner>(?:(?!\n[ ]*\n).){1,400}?)(?<=\S)(?P=sign)"
    r"(?![^\W_])",
    re.DOTALL,
)
_ADDRESS = regex(r"https?://[^\s<>\[\]()]*[^\s<>\[\]().,;:!?'\"]")
_LINK = regex(rf"#link\(\s*({STRING})", re.DOTALL)
_CALLS: dict[str, MarkKind] = {
    "emph": "emphasis",
    "strong": "strong",
    "sub": "subscript",
    "super": "superscript",
}
_ITALIC = regex(r"style:\s*\"(?:italic|oblique)\"")
_BOLD = regex(r"weight:\s*(?:\"bold\"|[6-9]00)")
_SIGNS = {"~": "\u00a0", "--": "–", "---": "—", "...": "…"}
_HIGHEST = 0x10FFFF


def scan(text: str, start: int, end: int, labels: Container[str]) -> Iterator[Inline]:
    """Yield the constructs in `text[start:end]`, in order; citations side by side are
    one, as Typst prints them.

    Args:
        labels: what the essay defines, so that `@label` is a cross-reference.
    """
    group: list[Inline] = []
    for inline in _each(text, start, end):
        if inline.citation and all(
            cite.key in labels for cite in inline.citation.cites
        ):
            continue
        if group and not _goes_on(group[-1], inline, text):
            yield _joined(group)
            group = []
        group.append(inline)
    if group:
        yield _joined(group)


def _goes_on(first: Inline, second: Inline, text: str) -> bool:
    """Return whether two citations have nothing but white space between them."""
    one, other = first.citation, second.citation
    if not one or not other or text[first.end : second.start].strip():
        return False
    return {one.mode, other.mode} == {"parenthetical"}


def _joined(group: Sequence[Inline]) -> Inline:
    """Make one citation of several."""
    first, last = group[0], group[-1]
    if first.citation is None or first is last:
        return first
    cites = tuple(
        cite for each in group if each.citation for cite in each.citation.cites
    )
    both = replace(first.citation, end=last.end, cites=cites)
    return replace(first, end=last.end, citation=both)


def _each(text: str, start: int, end: int) -> Iterator[Inline]:
    position = start
    while found := _BEGINS.search(text, position, end):
        here = found.start()
        position = here + 1
        for inline in _at(text, here, end):
            yield inline
            position = inline.end


def _at(text: str, position: int, end: int) -> Iterator[Inline]:
    sign = text[position]
    if sign == "#":
        yield from _call(text, position, end)
        return
    read = _READERS.get(sign, _signs)
    inline = read(text, position, end)
    if inline:
        yield inline


def _call(text: str, position: int, end: int) -> Iterator[Inline]:
    """Yield the code at a position, and the contents in it."""
    call = calls_in(text).get(position)
    if call is None or call.end > end:
        return
    citation = cite_at(text, position, end)
    if citation:
        yield Inline(position, call.end, citation=citation)
    elif call.name == "footnote" and call.contents:
        yield Inline(position, call.end, inner=call.contents[0], note="")
    elif len(call.contents) == 1:
        mark, target = _mark(text, call)
        yield Inline(position, call.end, "", call.contents[0], mark, target)
    else:
        yield from _contents(call)


def _contents(call: Call) -> Iterator[Inline]:
    """Yield each content of a call, and the code around them."""
    if not call.contents:
        yield Inline(call.start, call.end)
        return
    yield Inline(call.start, call.contents[0][0])
    for content, following in pairwise([*call.contents, (call.end, call.end)]):
        if content[1] > content[0]:
            yield Inline(*content, inner=content)
        yield Inline(content[1], following[0])


def _mark(text: str, call: Call) -> tuple[MarkKind | None, str]:
    """Return what a call does to its content, and the address of a link."""
    code = text[call.start : call.contents[0][0]]
    if link := _LINK.match(code):
        return "link", link[1][1:-1]
    if call.name == "text" and _ITALIC.search(code):
        return "emphasis", ""
    if call.name == "text" and _BOLD.search(code):
        return "strong", ""
    return _CALLS.get(call.name), ""


def _reference(text: str, position: int, end: int) -> Inline | None:
    found = cite_at(text, position, end)
    return Inline(position, found.end, citation=found) if found else None


def _escape(text: str, position: int, end: int) -> Inline | None:
    found = _ESCAPE.match(text, position, end)
    if not found:
        return None
    sign = found[2] or ""
    if found[1] and int(found[1], 16) <= _HIGHEST:
        sign = chr(int(found[1], 16))
    return Inline(position, found.end(), sign)


def _verbatim(text: str, position: int, end: int) -> Inline | None:
    """Read a comment, raw text or maths."""
    close = verbatim_end(text, position)
    if close is None or close > end:
        return None
    if text[position] == "/":
        return Inline(position, close)
    mark: MarkKind = "math" if text[position] == "$" else "code"
    inner = (position + 1, max(position + 1, close - 1))
    return Inline(position, close, inner=inner, mark=mark, is_verbatim=True)


def _label(text: str, position: int, end: int) -> Inline | None:
    found = _LABEL.match(text, position, end)
    return Inline(position, found.end()) if found else None


def _emphasis(text: str, position: int, end: int) -> Inline | None:
    found = _EMPHASIS.match(text, position, end)
    if not found:
        return None
    mark: MarkKind = "strong" if found["sign"] == "*" else "emphasis"
    return Inline(position, found.end(), inner=found.span("inner"), mark=mark)


def _signs(text: str, position: int, end: int) -> Inline | None:
    """Read an address, or signs that stand for another."""
    if found := _ADDRESS.match(text, position, end):
        return Inline(
            *found.span(),
            inner=found.span(),
            mark="link",
            target=found[0],
            is_verbatim=True,
        )
    for signs in ("---", "--", "...", "~"):
        if text.startswith(signs, position, end):
            return Inline(position, position + len(signs), _SIGNS[signs])
    return None


#: What a sign may begin.
_READERS: dict[str, Callable[[str, int, int], Inline | None]] = {
    "@": _reference,
    "\\": _escape,
    "/": _verbatim,
    "`": _verbatim,
    "$": _verbatim,
    "<": _label,
    "*": _emphasis,
    "_": _emphasis,
}
