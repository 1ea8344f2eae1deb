"""Recognize what is typed by hand in an essay, beside what loccit wrote there, so that
to adopt twice is to adopt once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.csl import load_style
from loccit.essays import Essay
from loccit.formatting.printing import Printing
from loccit.formatting.typed.printed import printed_keys
from loccit.formatting.typed.taken import Taken
from loccit.model import Citation
from loccit.recognize import Recognized, TypedCitation, TypedEntry, recognize
from loccit.recognize.matching import SURE
from loccit.workspace.settings import Settings

_DEFAULT_STYLE, _DEFAULT_LANGUAGE = "apa", "en-US"


def recognize_typed(
    essay: Essay, by_key: Sequence[Citation], library: Library, settings: Settings
) -> Recognized:
    """Return what is typed by hand in an essay.

    Args:
        essay: the essay.
        by_key: its citations by key, in which nothing is typed by hand.
        library: its library.
        settings: its settings.
    """
    typed = _without_keys(recognize(essay, library), Taken(by_key))
    return _with_printed_entries(typed, by_key, library, settings)


def _without_keys(recognized: Recognized, taken: Taken) -> Recognized:
    """Leave out what has citations by key: what looks like an entry, and has one, is a
    paragraph of the text.
    """
    citations = [each for each in recognized.citations if each not in taken]
    kept = [
        number for number, each in enumerate(recognized.entries) if each not in taken
    ]
    if recognized.list is None or len(kept) == len(recognized.entries):
        return recognized._replace(citations=tuple(citations))
    entries = tuple([recognized.entries[number] for number in kept])
    numbers = {old: new for new, old in enumerate(kept)}
    citations = [_with_numbers(each, numbers) for each in citations]
    listed = replace(recognized.list, entries=entries) if entries else None
    return Recognized(tuple(citations), listed)


def _with_numbers(citation: TypedCitation, numbers: Mapping[int, int]) -> TypedCitation:
    """Give the cites of a citation the new numbers of their entries."""
    cites = [
        replace(
            cite,
            entry=_new_number(cite.entry, numbers),
            candidates=tuple(
                replace(each, entry=_new_number(each.entry, numbers))
                for each in cite.candidates
            ),
        )
        for cite in citation.cites
    ]
    return replace(citation, cites=tuple(cites))


def _new_number(entry: int | None, numbers: Mapping[int, int]) -> int | None:
    return None if entry is None else numbers.get(entry)


def _with_printed_entries(
    recognized: Recognized,
    by_key: Sequence[Citation],
    library: Library,
    settings: Settings,
) -> Recognized:
    """Return what was recognized, with the sources of the entries that say exactly what
    the style prints for a source.
    """
    keys = [_sure_key(entry) for entry in recognized.entries]
    if recognized.list is None or None not in keys or not len(library):
        return recognized
    style = load_style(settings.csl or _DEFAULT_STYLE)
    lang = settings.lang or style.default_locale or _DEFAULT_LANGUAGE
    printing = Printing(style, settings, lang)
    likely = [cite.key for citation in by_key for cite in citation.cites]
    likely += _candidates(recognized.entries)
    found = printed_keys(recognized.entries, keys, likely, library, printing.list_of)
    entries = [
        replace(entry, key=key, match_confidence=1.0) if key else entry
        for entry, key in zip(recognized.entries, found, strict=True)
    ]
    listed = replace(recognized.list, entries=tuple(entries))
    return recognized._replace(list=listed)


def _sure_key(entry: TypedEntry) -> str | None:
    return entry.key if entry.match_confidence >= SURE else None


def _candidates(entries: Sequence[TypedEntry]) -> Iterator[str]:
    """Yield the keys that entries may have."""
    for entry in entries:
        yield from [each.key for each in entry.candidates if each.key]
        if entry.key:
            yield entry.key
