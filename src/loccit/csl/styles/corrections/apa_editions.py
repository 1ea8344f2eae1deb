"""Print editions as APA 7 does (section 9.50)."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.model import Source
from loccit.values.numbers import plain_edition, with_ordinal_numeral

#: Words to abbreviate.
_EDITION = regex(r"\b(?:edition|edn?)\b\.?", re.IGNORECASE)
_REVISED = regex(r"\brev(?:ised\b|(?=\s)(?!\.))", re.IGNORECASE)
#: A number that CSL prints with "ed.", and words that make "ed." needless, in some
#: languages.
_EDITION_NUMBER = regex(r"\d+")
_ORDINAL = regex(r"[^\W\d_]+(?: ed(?:ition|n)?\.?)?", re.IGNORECASE)
_FIRST = regex(
    r"(?:1(?:st|\.)?|first)(?: (?:ed(?:ition|n)?|aufl(?:age)?|éd(?:ition)?)\.?)?(?:, ?Erstausg\w*\.?)?",
    re.IGNORECASE,
)
_FORMAT = regex(
    r"(?:kindle|e-?book|digital|electronic|paperback|hardcover|print|epub|pdf)"
    r"(?: (?:ed(?:ition|n)?\.?|version))?",
    re.IGNORECASE,
)
#: "3rd, rev.", "2nd ed., rev."
_REVISED_LAST = regex(r"^(\d+(?:st|nd|rd|th))(?: ed\.)?,? rev\.(?: ed\.)?$")
_LATER_CAPITAL = regex(
    r"(?<=\s)(?:Anniversary|Enlarged|Expanded|Global|International|Rev|Student|Updated)\b"
)
_NO_EDITION = regex(
    r"\b(?:eds?\.|text rev\.|version|vers\.|release|printing|print|impression|issue|volume|vol\.)"
    r"|\b(?:adopted|amended|effective|reaffirmed)\b"
    r"|\b(?:aufl|ausg|éd|edi[cçz]|utg|uppl|wyd|druk)|изд|版",
    re.IGNORECASE,
)


def edition_abbreviated(source: Source, _locale: Locale) -> Source:
    """Abbreviate the words of an edition: "Rev. ed." (section 9.50).

    A first edition and the format of a file are not mentioned.
    """
    edition = source.text("edition")
    if _ORDINAL.fullmatch(edition):
        edition = plain_edition(edition)
    if _FIRST.fullmatch(edition) or _FORMAT.fullmatch(edition):
        return source.with_variables({"edition": None})
    edition = with_ordinal_numeral(edition)
    words = _REVISED.sub(_abbreviated_revised, edition)
    words = _EDITION.sub("ed.", words)
    words = _REVISED_LAST.sub(r"\1 rev. ed.", words)
    words = _LATER_CAPITAL.sub(_lowered, words)
    if not _has_word(words):
        words += " ed."
    return source.with_variables({"edition": words})


def _has_word(edition: str) -> bool:
    """Return whether an edition is printed with "ed.", or needs none."""
    is_number = _EDITION_NUMBER.fullmatch(edition) or not edition
    return bool(is_number or _NO_EDITION.search(edition))


def _lowered(found: re.Match[str]) -> str:
    return found[0].lower()


def _abbreviated_revised(found: re.Match[str]) -> str:
    return f"{found[0][0]}ev."
