"""Recognize the entries of a list that loccit wrote, so that to adopt twice is to adopt
once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.csl import load_style
from loccit.essays import Essay
from loccit.formatting.printing import Printing
from loccit.formatting.typed.printed import printed_keys
from loccit.recognize import Recognized, TypedEntry
from loccit.recognize.matching import SURE
from loccit.workspace.settings import Settings

_DEFAULT_STYLE, _DEFAULT_LANGUAGE = "apa", "en-US"


def with_printed_entries(
    recognized: Recognized, essay: Essay, library: Library, settings: Settings
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
    cited = essay.citations(printing.locator_words)
    likely = [cite.key for citation in cited for cite in citation.cites]
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
