"""Find the inline markup of reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from loccit._startup.regex import regex
from loccit.essays.markup.inline import Inline
from loccit.essays.paragraph import MarkKind
from loccit.essays.syntax.cite_roles import CITE_ROLE, lists_only, role_citation

_BEGINS = regex(r"[\\*`|\[:_]|https?://")
#: What may precede markup and follow it.
_CLOSES = r"(?=[\s'\")\]}>\-/\\:.,;!?’”»›–—]|\Z)"
_STRONG = regex(rf"\*\*(?=\S)((?:\\.|[^\\]){{1,500}}?)(?<=\S)\*\*{_CLOSES}", re.DOTALL)
_EMPHASIS = regex(
    rf"\*(?=[^\s*])((?:\\.|[^\\*]){{1,500}}?)(?<=\S)\*{_CLOSES}", re.DOTALL
)
_LITERAL = regex(rf"``(?=\S)(.{{1,1000}}?)(?<=\S)``{_CLOSES}", re.DOTALL)
#: Text between backticks, with a role before or after it, or as a link.
_ROLE = r"[A-Za-z][\w.+-]*(?::[A-Za-z][\w.+-]*)*"
_INTERPRETED = regex(
    rf"(?::(?P<role>{_ROLE}):)?`(?=[^\s`])(?P<text>(?:\\.|[^\\`]){{1,4000}}?)(?<=\S)`"
    rf"(?:(?P<link>__?)|:(?P<after>{_ROLE}):)?(?!`)",
    re.DOTALL,
)
_CITES = regex(CITE_ROLE)
#: `text <target>` in a link or a role.
_TARGET = regex(r"(?P<words>.+?)\s*<(?P<target>[^<>]+)>\Z", re.DOTALL)
_NOTE = regex(rf"\[(\d+|#[\w.:+-]*|\*)\]_{_CLOSES}")
_CITATION = regex(rf"\[([^\W_][\w.:+-]*)\]_{_CLOSES}")
_SUBSTITUTION = regex(rf"\|(?=\S)([^|\n]{{1,100}}?)(?<=\S)\|_{{0,2}}{_CLOSES}")
_INLINE_TARGET = regex(rf"_`([^`\n]+)`{_CLOSES}")
_ADDRESS = regex(r"https?://[^\s<>`\[\]]*[^\s<>`\[\].,;:!?'\")*]")
_REFERENCE_END = regex(rf"(?<=[^\W_])__?{_CLOSES}")
_ROLE_MARKS: dict[str, MarkKind] = {
    "emphasis": "emphasis",
    "strong": "strong",
    "sub": "subscript",
    "subscript": "subscript",
    "sup": "superscript",
    "superscript": "superscript",
    "title-reference": "emphasis",
    "title": "emphasis",
    "t": "emphasis",
    "": "emphasis",
}
_MATHS = ("math",)


def scan(text: str, start: int, end: int) -> Iterator[Inline]:
    """Yield the markup in `text[start:end]`, in order."""
    position = start
    while found := _BEGINS.search(text, position, end):
        inline = _at(text, found.start(), end)
        if inline:
            yield inline
        position = inline.end if inline else found.start() + 1


def _at(text: str, position: int, end: int) -> Inline | None:
    for read in _READERS.get(text[position], (_address,)):
        inline = read(text, position, end)
        if inline:
            return inline
    return None


def _escape(text: str, position: int, end: int) -> Inline | None:
    """Read a backslash: white space after it is nothing."""
    if position + 1 >= end:
        return None
    sign = text[position + 1]
    return Inline(position, position + 2, "" if sign.isspace() else sign)


def _may_open(text: str, position: int) -> bool:
    before = text[position - 1 : position]
    return not before or before.isspace() or before in _BEFORE


#: What may precede markup (`start-string prefix`); an escaped space is nothing.
_BEFORE = "'\"([{<-/:‘“„«‹–—\\"


def _enclosed(pattern: re.Pattern[str], mark: MarkKind, *, verbatim: bool) -> _Read:
    """Return the reader of text between signs."""

    def read(text: str, position: int, end: int) -> Inline | None:
        found = pattern.match(text, position, end)
        if not found or not _may_open(text, position):
            return None
        return Inline(
            position,
            found.end(),
            inner=found.span(1),
            mark=mark,
            is_verbatim=verbatim,
        )

    return read


def _interpreted(text: str, position: int, end: int) -> Inline | None:
    """Read text with a role, a citation, or a link."""
    found = _INTERPRETED.match(text, position, end)
    if not found or not _may_open(text, position):
        return None
    role = found["role"] or found["after"] or ""
    inner = found.span("text")
    if _CITES.fullmatch(role):
        if lists_only(role):
            return Inline(position, found.end())
        citation = role_citation(text, role, position, found.end(), inner)
        return Inline(position, found.end(), citation=citation) if citation else None
    if found["link"] or role not in _ROLE_MARKS:
        return _link(text, found, role)
    return Inline(position, found.end(), inner=inner, mark=_ROLE_MARKS[role])


def _link(text: str, found: re.Match[str], role: str) -> Inline:
    """Read a link, or a role that is not known: of both, readers see the words."""
    start, end = found.span("text")
    target = _TARGET.match(text, start, end)
    inner = target.span("words") if target else (start, end)
    mark: MarkKind = "link"
    if role:
        mark = "math" if role in _MATHS else "code"
    address = target["target"] if target and not role else ""
    return Inline(
        *found.span(), inner=inner, mark=mark, target=address, is_verbatim=bool(role)
    )


def _note(text: str, position: int, end: int) -> Inline | None:
    """Read the mark of a footnote, or a reference to an entry, which stays as text."""
    found = _NOTE.match(text, position, end)
    if found:
        return Inline(position, found.end(), note=found[1])
    citation = _CITATION.match(text, position, end)
    if not citation:
        return None
    return Inline(
        position, citation.end(), inner=(position, citation.end() - 1), is_verbatim=True
    )


def _substitution(text: str, position: int, end: int) -> Inline | None:
    found = _SUBSTITUTION.match(text, position, end)
    if not found or not _may_open(text, position):
        return None
    return Inline(position, found.end(), inner=found.span(1), is_verbatim=True)


def _underscore(text: str, position: int, end: int) -> Inline | None:
    """Read an inline target, or the underscore that makes a link of a word."""
    target = _INLINE_TARGET.match(text, position, end)
    if target and _may_open(text, position):
        return Inline(position, target.end(), inner=target.span(1))
    found = _REFERENCE_END.match(text, position, end)
    return Inline(position, found.end()) if found else None


def _address(text: str, position: int, end: int) -> Inline | None:
    found = _ADDRESS.match(text, position, end)
    if not found:
        return None
    return Inline(
        *found.span(),
        inner=found.span(),
        mark="link",
        target=found[0],
        is_verbatim=True,
    )


_Read = Callable[[str, int, int], "Inline | None"]
#: What a sign may begin.
_READERS: dict[str, tuple[_Read, ...]] = {
    "\\": (_escape,),
    "*": (
        _enclosed(_STRONG, "strong", verbatim=False),
        _enclosed(_EMPHASIS, "emphasis", verbatim=False),
    ),
    "`": (_enclosed(_LITERAL, "code", verbatim=True), _interpreted),
    ":": (_interpreted,),
    "[": (_note,),
    "|": (_substitution,),
    "_": (_underscore,),
}
