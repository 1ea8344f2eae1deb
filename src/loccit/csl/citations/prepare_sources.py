"""Prepare sources for rendering: variables from notes, sentence case, corrections."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.locales.kinds_of_works import in_words_of
from loccit.csl.locales.locale import Locale
from loccit.csl.styles.style import Style
from loccit.csl.text.sentence_case import in_sentence_case
from loccit.model import Source
from loccit.values.note_variables import with_note_variables


class _Prepared(NamedTuple):
    original: Source
    source: Source


class PreparedSources:
    """Prepares each source once.

    Args:
        proper_nouns: names that keep their capitals in sentence case.
    """

    def __init__(
        self,
        style: Style,
        locale: Locale,
        proper_nouns: Sequence[str],
    ) -> None:
        self._style = style
        self._locale = locale
        self._proper_nouns = tuple(proper_nouns)
        self._known: dict[str, _Prepared] = {}

    def prepared(self, source: Source) -> Source:
        """The source as it is rendered.

        Sources are compared by identity.  They never change, and to compare all their
        variables would take about as long as to prepare them.
        """
        known = self._known.get(source.key)
        if known is not None and known.original is source:
            return known.source
        prepared = with_note_variables(
            in_sentence_case(source, self._proper_nouns, self._locale.lang)
        )
        for prepare in self._style.prepare:
            prepared = prepare(prepared, self._locale)
        prepared = in_words_of(prepared, self._locale.language)
        self._known[source.key] = _Prepared(source, prepared)
        return prepared
