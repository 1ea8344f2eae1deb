"""Languages as BibLaTeX names them <-> their BCP 47 tags."""

from __future__ import annotations

from loccit.bibliography.bibtex.latex import tex_to_text

#: BibLaTeX's language identifiers (manual, 2.2.3 and table 2) and what BCP 47 calls them.
LANGUAGES = {
    "english": "en",
    "american": "en-US",
    "usenglish": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "australian": "en-AU",
    "canadian": "en-CA",
    "newzealand": "en-NZ",
    "german": "de-DE",
    "ngerman": "de-DE",
    "austrian": "de-AT",
    "naustrian": "de-AT",
    "swissgerman": "de-CH",
    "nswissgerman": "de-CH",
    "french": "fr-FR",
    "francais": "fr-FR",
    "canadien": "fr-CA",
    "acadian": "fr-CA",
    "spanish": "es-ES",
    "italian": "it-IT",
    "portuguese": "pt-PT",
    "portuges": "pt-PT",
    "brazilian": "pt-BR",
    "brazil": "pt-BR",
    "dutch": "nl-NL",
    "danish": "da-DK",
    "swedish": "sv-SE",
    "norsk": "nb-NO",
    "norwegian": "nb-NO",
    "nynorsk": "nn-NO",
    "finnish": "fi-FI",
    "icelandic": "is-IS",
    "polish": "pl-PL",
    "czech": "cs-CZ",
    "slovak": "sk-SK",
    "slovene": "sl-SI",
    "slovenian": "sl-SI",
    "croatian": "hr-HR",
    "serbian": "sr-RS",
    "bulgarian": "bg-BG",
    "russian": "ru-RU",
    "ukrainian": "uk-UA",
    "greek": "el-GR",
    "latin": "la",
    "hungarian": "hu-HU",
    "magyar": "hu-HU",
    "romanian": "ro-RO",
    "turkish": "tr-TR",
    "estonian": "et-EE",
    "latvian": "lv-LV",
    "lithuanian": "lt-LT",
    "catalan": "ca-AD",
    "basque": "eu",
    "galician": "gl",
    "hebrew": "he-IL",
    "arabic": "ar",
    "persian": "fa-IR",
    "farsi": "fa-IR",
    "hindi": "hi-IN",
    "japanese": "ja-JP",
    "korean": "ko-KR",
    "chinese": "zh-CN",
    "thai": "th-TH",
    "vietnamese": "vi-VN",
}

#: ISO 639-2, as libraries write it (the bibliographic codes, and the terminological ones where these differ).
ISO_639_2 = {
    "ara": "ar",
    "bul": "bg",
    "cat": "ca",
    "chi": "zh",
    "zho": "zh",
    "cze": "cs",
    "ces": "cs",
    "dan": "da",
    "dut": "nl",
    "nld": "nl",
    "eng": "en",
    "est": "et",
    "fin": "fi",
    "fre": "fr",
    "fra": "fr",
    "ger": "de",
    "deu": "de",
    "gre": "el",
    "ell": "el",
    "heb": "he",
    "hin": "hi",
    "hrv": "hr",
    "scr": "hr",
    "hun": "hu",
    "ice": "is",
    "isl": "is",
    "ita": "it",
    "jpn": "ja",
    "kor": "ko",
    "lat": "la",
    "lav": "lv",
    "lit": "lt",
    "nor": "no",
    "per": "fa",
    "fas": "fa",
    "pol": "pl",
    "por": "pt",
    "rum": "ro",
    "ron": "ro",
    "rus": "ru",
    "slo": "sk",
    "slk": "sk",
    "slv": "sl",
    "spa": "es",
    "srp": "sr",
    "scc": "sr",
    "swe": "sv",
    "tha": "th",
    "tur": "tr",
    "ukr": "uk",
    "vie": "vi",
}
_LANGUAGE_IDS: dict[str, str] = {}
for _identifier, _tag in LANGUAGES.items():
    _LANGUAGE_IDS.setdefault(_tag, _identifier)


def read_language(tex: str) -> str:
    """A language by its BCP 47 tag, or as it was typed."""
    text = tex_to_text(tex)
    name = text.lower().removeprefix("lang")
    return LANGUAGES.get(name, text)


def write_language(text: str) -> str:
    """BibLaTeX's identifier of a language, or the text as it is."""
    return _LANGUAGE_IDS.get(text, text)
