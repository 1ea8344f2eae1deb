"""The words that BibLaTeX's localization keys print."""

from __future__ import annotations

_COUNTRIES = {
    "de": "German",
    "eu": "European",
    "ep": "European",
    "fr": "French",
    "uk": "British",
    "us": "U.S.",
}

#: BibLaTeX's localization keys in `type`, `howpublished`, `pubstate` and titles (manual,
#: 4.9.2; biblatex-apa), in the words of APA 7.
BIBSTRINGS = {
    "phdthesis": "Doctoral dissertation",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    **{f"patent{code}": f"{country} patent" for code, country in _COUNTRIES.items()},
    **{
        f"patreq{code}": f"{country} patent request"
        for code, country in _COUNTRIES.items()
    },
    "patent": "Patent",
    "patreq": "Patent request",
    "reviewof": "review of",
    "reprintas": "reprinted as",
    "reprintfrom": "reprinted from",
    "reprintof": "reprint of",
    "translationas": "translated as",
    "translationfrom": "translated from",
    "translationof": "translation of",
    "origpubas": "originally published as",
    "origpubin": "originally published in",
    "byauthor": "by",
    "byeditor": "edited by",
    "bytranslator": "translated by",
    "newseries": "New series",
    "oldseries": "Old series",
    "manunpub": "Unpublished manuscript",
    "maninprep": "Manuscript in preparation",
    "mansub": "Manuscript submitted for publication",
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "prepublished",
}
