"""Names that people type for styles: `mla`, `Chicago`, `apa7`."""

from __future__ import annotations

from loccit._startup.regex import regex

#: The names of manuals, and the ids of their newest editions.  Where a manual has several
#: systems, its bare name is the author-date system, as in Word and pandoc.
_MANUALS = {
    "abnt": "associacao-brasileira-de-normas-tecnicas",
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "ama": "american-medical-association",
    "apa": "apa",
    "apsa": "american-political-science-association",
    "asa": "american-sociological-association",
    "bluebook": "bluebook-law-review",
    "chicago": "chicago-author-date",
    "chicago author date": "chicago-author-date",
    "chicago notes": "chicago-notes-bibliography",
    "chicago notes and bibliography": "chicago-notes-bibliography",
    "cmos": "chicago-author-date",
    "cse": "cse-name-year",
    "din 1505": "din-1505-2",
    "gost": "gost-r-7-0-5-2008",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
    "iso 690": "iso690-author-date-en",
    "mhra": "mhra-notes",
    "mla": "modern-language-association",
    "nlm": "nlm-citation-sequence",
    "turabian": "turabian-author-date",
    "turabian notes": "turabian-notes-bibliography",
    "vancouver": "nlm-citation-sequence",
}
#: The editions that those ids are of; "mla9" is "mla".
_EDITIONS = {
    "acs": "3",
    "ama": "11",
    "apa": "7",
    "asa": "7",
    "chicago": "18",
    "cmos": "18",
    "harvard": "12",
    "mla": "9",
    "turabian": "9",
}
#: Ids of earlier editions that are installed, and what styles were called before they got
#: other ids, as documents still name them.
_EARLIER = {
    "ama 10": "american-medical-association-10th-edition",
    "apa 6": "apa-6th-edition",
    "chicago 16": "chicago-author-date-16th-edition",
    "chicago 17": "chicago-author-date-17th-edition",
    "chicago fullnote bibliography": "chicago-notes-bibliography-17th-edition",
    "chicago note bibliography": "chicago-shortened-notes-bibliography-17th-edition",
    "cmos 16": "chicago-author-date-16th-edition",
    "cmos 17": "chicago-author-date-17th-edition",
    "harvard 10": "harvard-cite-them-right-10th-edition",
    "harvard 11": "harvard-cite-them-right-11th-edition",
    "modern humanities research association": "mhra-notes",
}
#: Words and numbers: "apa7" is "apa 7".
_PARTS = regex(r"[^\W\d_]+|\d+")
_LEFT_OUT = frozenset(
    ["ed", "edition", "format", "manual", "of", "style", "the", "st", "nd", "rd", "th"]
)


def style_of_name(name: str) -> str:
    """Return the id of the style that people call so, or `""`.

    >>> style_of_name("MLA"), style_of_name("APA 6th ed."), style_of_name("Emma")
    ('modern-language-association', 'apa-6th-edition', '')
    """
    if "/" in name or "\\" in name:
        return ""  # a path is no name
    parts = [part for part in _PARTS.findall(name.lower()) if part not in _LEFT_OUT]
    words = " ".join(parts)
    if words in _EARLIER:
        return _EARLIER[words]
    manual = " ".join(part for part in parts if not part.isdigit())
    if words not in _MANUALS and words != f"{manual} {_EDITIONS.get(manual)}":
        return ""
    return _MANUALS[words if words in _MANUALS else manual]
