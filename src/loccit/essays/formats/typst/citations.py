"""The citations of Typst: `@key[p. 3]` and `#cite(<key>, form: "prose")` (the Typst
reference, "Cite").
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.formats.typst.code import Call, calls_in, closing_bracket
from loccit.essays.formats.typst.verbatim import STRING
from loccit.essays.syntax.steps import RawCitation, RawCite
from loccit.model import CiteMode

#: A key ends with what ends no sentence.
_NAME = r"[\w-](?:[\w.:-]*[\w-])?"
KEY = regex(_NAME)
REFERENCE = regex(rf"@({_NAME})")
#: A word before a reference, which makes an address of both, unless it is a reference.
_WORD_BEFORE = regex(r"(?:\A|[^@\w.:-])[\w.:-]*\w\Z")
_LONGEST_WORD = 200
#: What is cited: a label, or, up to Typst 0.8, a string.
CITED = regex(rf"(?:(?<=[(,])|(?<=[(,]\s))\s*(?:label\()?(<({_NAME})>|\"([^\"\n]+)\")")
_FORM = regex(r"\bform:\s*(?:\"(\w+)\"|(none))")
_SUPPLEMENT = regex(rf"\bsupplement:\s*(?:\[|({STRING}))")
_LABEL = regex(rf"<({_NAME})>")
_MODES: dict[str, CiteMode] = {
    "prose": "narrative",
    "author": "author-only",
    "year": "suppress-author",
}
_NOT_PRINTED = "none"


def defined_labels(text: str) -> frozenset[str]:
    """Return the labels of a text: what follows `@` with such a name is a
    cross-reference.

    >>> sorted(defined_labels("= Intro <intro>\\n#cite(<doe>)"))
    ['intro']
    """
    if "<" not in text:
        return frozenset()
    outside = [*_outside_calls(text)]
    labels = (_LABEL.finditer(text, start, end) for start, end in outside)
    return frozenset(found[1] for each in labels for found in each)


def _outside_calls(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are markup, at the top and in calls."""
    code = sorted(each for call in calls_in(text).values() for each in code_of(call))
    done = 0
    for start, end in code:
        if start > done:
            yield done, start
        done = max(done, end)
    yield done, len(text)


def cite_at(text: str, position: int, end: int) -> RawCitation | None:
    """Read the reference or the call of `cite` at a position."""
    if text.startswith("@", position):
        return _reference(text, position, end)
    call = calls_in(text).get(position)
    if call is None or call.name != "cite" or call.end > end:
        return None
    return _call(text, call)


def _reference(text: str, position: int, end: int) -> RawCitation | None:
    """Read `@key` or `@key[p. 3]`."""
    found = REFERENCE.match(text, position, end)
    before = text[max(0, position - _LONGEST_WORD) : position]
    if not found or _WORD_BEFORE.search(before):
        return None
    suffix = (found.end(), found.end())
    close = found.end()
    bracket = closing_bracket(text, found.end())
    if bracket is not None and bracket < end:
        suffix, close = (found.end() + 1, bracket), bracket + 1
    cite = RawCite(
        found[1], False, (position, position), suffix, place=(position, found.end())
    )
    return RawCitation(position, close, False, (cite,), mode="parenthetical")


def _call(text: str, call: Call) -> RawCitation | None:
    form = _form(text, call)
    keys = [*_cited(text, call)]
    if not keys or form == _NOT_PRINTED:
        return None
    mode = _MODES.get(form, "parenthetical")
    cites = [
        RawCite(key, False, (start, start), (end, end), place=(start, end))
        for key, start, end in keys
    ]
    suffix = _supplement(text, call)
    if suffix:
        last = cites[-1]
        cites[-1] = RawCite(last.key, False, last.prefix, suffix, place=last.place)
    return RawCitation(
        call.start,
        call.end,
        mode == "narrative",
        tuple(cites),
        mode=mode,
        is_bare=form == "year",
    )


def _form(text: str, call: Call) -> str:
    found = _FORM.search(text, call.start, call.end)
    return found[found.lastindex or 0] if found else "normal"


def _cited(text: str, call: Call) -> Iterator[tuple[str, int, int]]:
    """Yield the keys of a call, with their places."""
    for start, end in code_of(call):
        for found in CITED.finditer(text, start, end):
            yield found[2] or found[3], *found.span(1)


def code_of(call: Call) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a call that are not content."""
    done = call.start
    for start, end in call.contents:
        yield done, start
        done = end
    yield done, call.end


def _supplement(text: str, call: Call) -> tuple[int, int] | None:
    """Return the place of the supplement, as content or as a string."""
    found = _SUPPLEMENT.search(text, call.start, call.end)
    if not found:
        return None
    if found[1]:
        return found.start(1) + 1, found.end(1) - 1
    return next(
        (content for content in call.contents if content[0] == found.end()), None
    )


def listed_in(text: str, call: Call) -> Iterator[tuple[str, int, int]]:
    """Yield the keys of a call of `cite` that prints nothing, with their places."""
    if call.name == "cite" and _form(text, call) == _NOT_PRINTED:
        yield from _cited(text, call)
