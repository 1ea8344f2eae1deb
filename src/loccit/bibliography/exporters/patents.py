"""Patents: their country is in their number, and their office in several fields.

Zotero has "US9367592B2", with the office as CSL's authority; RIS has the owner as the
publisher.
"""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Source


class _Office(NamedTuple):
    """The adjective for a patent by the code of its number, and who granted it."""

    adjective: str
    name: str


#: By the codes of WIPO's standard ST.3.
_OFFICES = {
    "AU": _Office("Australian", "IP Australia"),
    "CA": _Office("Canadian", "Canadian Intellectual Property Office"),
    "CN": _Office("Chinese", "China National Intellectual Property Administration"),
    "DE": _Office("German", "German Patent and Trade Mark Office"),
    "EP": _Office("European", "European Patent Office"),
    "FR": _Office("French", "National Institute of Industrial Property"),
    "GB": _Office("U.K.", "U.K. Intellectual Property Office"),
    "JP": _Office("Japanese", "Japan Patent Office"),
    "KR": _Office("Korean", "Korean Intellectual Property Office"),
    "US": _Office("U.S.", "U.S. Patent and Trademark Office"),
    "WO": _Office("International", "World Intellectual Property Organization"),
}
#: The words of BibLaTeX's localization keys, such as `patentus`.
_CODES = {"u.s. patent": "US", "european patent": "EP", "british patent": "GB"}
_CODES |= {"german patent": "DE", "french patent": "FR"}
#: The countries of CSL's jurisdiction and of Zotero's field, by their names.
_COUNTRIES = {
    "australia": "AU",
    "canada": "CA",
    "china": "CN",
    "european union": "EP",
    "france": "FR",
    "germany": "DE",
    "great britain": "GB",
    "japan": "JP",
    "south korea": "KR",
    "u.k.": "GB",
    "u.s.": "US",
    "uk": "GB",
    "united kingdom": "GB",
    "united states": "US",
    "united states of america": "US",
    "us": "US",
    "usa": "US",
}
#: A code, digits, and the kind of document ("B2").
_NUMBER = regex(r"([A-Z]{2})? ?(\d[\d,/ ]*)([A-Z]\d?)?")
_LONGEST_GRANTED = 8
#: Only the numbers of U.S. patents are written with commas.
_WITH_COMMAS = regex(r"\d{1,2},\d{3},\d{3}")
#: An application that was published: the year, and a number.
_APPLICATION = regex(r"20\d\d/?\d{7}")


def with_patent_office(source: Source) -> Source:
    """Give a patent its number as people write it, and its office as the publisher.

    >>> patent = with_patent_office(Source("x", "patent", {"number": "US9367592B2"}))
    >>> patent.text("genre"), patent.text("number"), patent.text("publisher")
    ('U.S. Patent', '9,367,592', 'U.S. Patent and Trademark Office')
    """
    if source.type != "patent":
        return source
    found = _NUMBER.fullmatch(source.text("number"))
    if found is None:
        return source
    code, number, _ = found.groups()
    code = code or _code_of(source, number)
    office = _OFFICES.get(code)
    if office is None:
        return source
    return source.with_variables(
        {
            "genre": f"{office.adjective} {_kind(number)}",
            "number": _grouped(number) if office.adjective == "U.S." else number,
            "authority": None,
            "publisher": office.name,
        }
    )


def _kind(number: str) -> str:
    return "Patent Application" if _APPLICATION.fullmatch(number.strip()) else "Patent"


def _code_of(source: Source, number: str) -> str:
    """Return the code of the office that granted a patent, if something shows it."""
    country = source.text("jurisdiction").lower()
    genre = source.text("genre").lower()
    code = _CODES.get(genre) or _COUNTRIES.get(country)
    if code is not None:
        return code
    for code, office in _OFFICES.items():
        if source.text("authority").replace("United States", "U.S.") == office.name:
            return code
    return "US" if _WITH_COMMAS.fullmatch(number) else ""


def _grouped(number: str) -> str:
    """Write the number of a granted patent with commas.

    >>> _grouped("9367592"), _grouped("20160012345")
    ('9,367,592', '20160012345')
    """
    digits = number.replace(",", "")
    if not digits.isdecimal() or len(digits) > _LONGEST_GRANTED:
        return number
    return f"{int(digits):,}"
