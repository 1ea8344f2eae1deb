"""Report what is typed by hand and was left as it is, with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.essays import Essay
from loccit.formatting.typed.read import TypedParts
from loccit.model import Place, Problem
from loccit.recognize import TypedCitation, TypedCite, TypedEntry
from loccit.recognize.matching import SURE

#: How many problems of one kind are reported one by one.
_MOST = 20
#: How likely a text has to be a citation so that it is worth a message.
_LIKELY = 0.75
_LONGEST = 60
#: Ways of typing that say too little to miss a source for them.
_VAGUE = ("bare", "name-only", "ibid", "page-only", "year-only")


def typed_problems(
    essay: Essay, parts: TypedParts, *, cites_by_key: bool
) -> Iterator[Problem]:
    """Yield what was left as it is typed.

    Where no source is known at all, one problem says so.

    Args:
        essay: the essay.
        parts: what is typed in it.
        cites_by_key: whether it has citations by key, too.
    """
    left = [each for each in parts.left if _is_missed(each)]
    entries = parts.list.entries if parts.list else ()
    if parts.numbers_stay:
        yield _numbers_stay(parts, essay)
    elif not (parts.citations or parts.listed or cites_by_key):
        if left or entries:
            yield _nothing_known(left, entries, essay)
        return
    yield from _first_ones(_citations(left, parts, essay), essay)
    yield from _first_ones(_entries(parts, essay), essay)


def _is_missed(citation: TypedCitation) -> bool:
    """Return whether a citation is left that would be formatted if its sources were
    known.
    """
    if citation.confidence < _LIKELY or citation.mode in _VAGUE:
        return False
    return not all(cite.personal for cite in citation.cites)


def _first_ones(problems: Iterator[Problem], essay: Essay) -> Iterator[Problem]:
    """Yield the first problems of a kind, and how many more there are."""
    found = [*problems]
    yield from found[:_MOST]
    more = len(found) - _MOST
    if more > 0:
        place = found[_MOST].place
        message = f"{more} more of these."
        yield Problem(found[0].rule, message, place, advice=_adopt(essay))


def _adopt(essay: Essay) -> str:
    return f"`loccit adopt {essay.path}` shows all, and makes sources of them."


def _nothing_known(
    left: Sequence[TypedCitation], entries: Sequence[TypedEntry], essay: Essay
) -> Problem:
    first = left[0] if left else entries[0]
    typed = [_counted(len(left), "citation"), _counted(len(entries), "listed source")]
    return Problem(
        "typed-nothing-known",
        f"Typed by hand: {' and '.join(filter(None, typed))}. The library has none of "
        "the sources.",
        essay.place(first.span.start, first.part),
        advice=_what_to_do(essay, has_list=bool(entries)),
    )


def _what_to_do(essay: Essay, *, has_list: bool) -> str:
    if has_list:
        return f"`loccit adopt {essay.path}` makes sources of them."
    return "Add their sources to the library with `loccit add`, and format again."


def _counted(number: int, what: str) -> str:
    if not number:
        return ""
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _numbers_stay(parts: TypedParts, essay: Essay) -> Problem:
    place = Place(essay.path)
    for each in parts.left:
        if each.mode == "numeric":
            place = essay.place(each.span.start, each.part)
            break
    return Problem(
        "typed-numbers-stay",
        "The numbers of citations and list stay as they are typed: it is not certain of "
        "all which source of the library they are of.",
        place,
        advice=_adopt(essay),
    )


def _citations(
    left: Sequence[TypedCitation], parts: TypedParts, essay: Essay
) -> Iterator[Problem]:
    """Yield a problem for each citation that is left; one for those that say the same."""
    alike: dict[str, list[TypedCitation]] = {}
    for citation in left:
        if citation.mode != "numeric":
            alike.setdefault(" ".join(citation.text.split()), []).append(citation)
    for text, citations in alike.items():
        first = citations[0]
        why = _why(text, first, parts, essay)
        if why is None:
            continue
        message = why.message
        if len(citations) > 1:
            message += f" It occurs {len(citations)} times."
        start, end = essay.range_of(first.span, first.part)
        yield Problem(why.rule, message, start, advice=why.advice, end=end)


class _Why(NamedTuple):
    """Why a citation is left, and what to do."""

    rule: str
    message: str
    advice: str


def _why(
    text: str, citation: TypedCitation, parts: TypedParts, essay: Essay
) -> _Why | None:
    """Say why a citation is left; None if the entry of the list says it all."""
    lost = parts.lost.get((citation.part, citation.span.start))
    if lost:
        words = ", ".join(f"`{_as_typed(word, text)}`" for word in lost)
        message = f"`{text}` stays as it is typed: {words} would get lost."
        by_key = essay.citation_of(citation.cites[0].key or "")
        return _Why("typed-words", message, f"Write `{by_key}`.")
    for cite in citation.cites:
        found = None if cite.personal else _why_of_cite(text, cite, essay)
        if found:
            return found
    return None


def _as_typed(word: str, text: str) -> str:
    """Return a compared word with the capitals that it has in a text."""
    start = text.lower().find(word)
    return text[start : start + len(word)] if start >= 0 else word


def _why_of_cite(text: str, cite: TypedCite, essay: Essay) -> _Why | None:
    keys = _keys(cite)
    if len(keys) > 1 and cite.key is None:
        named = " or ".join(f"`{key}`" for key in keys)
        by_key = essay.citation_of(keys[0])
        advice = f"Write the one that you mean by its key: `{by_key}`."
        return _Why("typed-ambiguous", f"`{text}` may be of {named}.", advice)
    if keys and cite.confidence < SURE:
        why = "; ".join(reason.text for reason in cite.reasons)
        why = f": {why}." if why else "."
        message = f"`{text}` may be of `{keys[0]}`{why}"
        by_key = essay.citation_of(keys[0])
        return _Why("typed-doubtful", message, f"If it is, write `{by_key}`.")
    if not keys and cite.entry is None:
        message = f"`{text}` is of no source in the library, nor in the list."
        return _Why("typed-unlisted", message, "Correct it, or add the source.")
    return None


def _keys(cite: TypedCite) -> list[str]:
    """Return the keys that a cite may be of, the likeliest first."""
    keys = [candidate.key for candidate in cite.candidates]
    return [*dict.fromkeys(key for key in (cite.key, *keys) if key)]


def _entries(parts: TypedParts, essay: Essay) -> Iterator[Problem]:
    """Yield a problem for each entry of the list whose source is not known."""
    entries = parts.list.entries if parts.list else ()
    for entry, key in zip(entries, parts.keys, strict=True):
        if key is None:
            yield _entry(entry, essay)


def _entry(entry: TypedEntry, essay: Essay) -> Problem:
    text = " ".join(entry.text.split())
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rstrip()} ..."
    keys = [candidate.key for candidate in entry.candidates if candidate.key]
    may_be = ""
    if keys:
        may_be = f" It may be {' or '.join(f'`{key}`' for key in keys)}."
    start, end = essay.range_of(entry.span, entry.part)
    return Problem(
        "typed-entry-unknown",
        f"`{text}` stays as it is typed: its source is not in the library.{may_be}",
        start,
        advice=f"`loccit adopt {essay.path}` makes a source of it.",
        end=end,
    )
