"""Terms that APA 7 needs in lists of other languages, and CSL's locales lack."""

from __future__ import annotations

from collections.abc import Mapping


def _terms(name: str, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the term of each language, as a correction has them."""
    terms = []
    for language, text in words.items():
        terms.append((language, f'<term name="{name}">{text}</term>'))
    return tuple(terms)


#: The end of a range that goes on.
PRESENT = _terms(
    "present",
    {
        "da": "nu",
        "de": "heute",
        "es": "presente",
        "fr": "présent",
        "it": "presente",
        "nb": "nå",
        "nl": "heden",
        "nn": "no",
        "pt": "presente",
        "sv": "pågående",
    },
)
#: "Retrieved" with the words that a language has before a date.
RETRIEVED_ON = _terms(
    "retrieved",
    {
        "ca": "recuperat el",
        "de": "abgerufen am",
        "es": "recuperado el",
        "fr": "consulté le",
        "gl": "recuperado o",
        "it": "recuperato il",
        "nl": "geraadpleegd op",
        "pt-BR": "recuperado em",
        "pt-PT": "obtido em",
    },
)
REPRINTED_FROM = _terms(
    "reprinted-from",
    {
        "da": "Genoptrykt fra",
        "de": "Nachdruck aus",
        "es": "Reimpreso de",
        "fr": "Réimprimé de",
        "it": "Ristampato da",
        "nb": "Gjengitt fra",
        "nl": "Herdrukt uit",
        "pt": "Reimpresso de",
        "sv": "Omtryck från",
    },
)
#: Before the authors of a reprinted work.
BY_AUTHOR = _terms(
    "by-author",
    {
        "da": "af",
        "de": "von",
        "es": "por",
        "fr": "par",
        "it": "di",
        "nb": "av",
        "nl": "door",
        "pt": "por",
        "sv": "av",
    },
)
