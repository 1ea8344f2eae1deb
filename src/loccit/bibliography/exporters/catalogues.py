"""What library catalogues leave in the fields of titles, publishers and places.

They write the punctuation of ISBD (International Standard Bibliographic Description)
between the parts of a record: "Doors : a history / by Ann Doe", "London :", "Verso,".
PubMed adds a journal's place, EBSCO and Crossref a full stop.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Source, Value
from loccit.values.csl_types import LEGAL_TYPES
from loccit.values.names import MAKERS, surname

#: The marks of ISBD that are left at the end of a part.
_LAST_MARK = regex(r"(?:\s*[:;,]|\s+[/=.])+$")
_MARKS = (":", ";", ",", "/", "=", ".", " ")
_SPACE_BEFORE_COLON = regex(r"(?<=[^\s:]) +: +(?=\S)")
#: "Doors / by Ann Doe ; translated by Bob Roe"
_STATEMENT = regex(r" / (?P<makers>[^/]+)$")
_BY = regex(
    r"(?:by|edited|ed\.|translated|hrsg|von|herausgegeben|par|sous la|a cura|por)\b",
    re.IGNORECASE,
)
#: "Der lange Weg = The long way"; a formula has no words.
_PARALLEL_TITLE = regex(r"(?<=[^\W\d_]{3}) = (?=[A-ZÀ-Ý][^\W\d_]+ [^\W\d_]+).*$")
#: "Science (New York, N.Y.)", "BMJ (Clinical research ed.)"
_PLACE_OF_JOURNAL = regex(
    r" \((?:[A-Z][^(),]+, [^()\d]+(?: : \d{4})?|[^()]+ ed\.|online|print|internet"
    r"|electronic)\)$",
    re.IGNORECASE,
)
#: A full stop after a word in full, or after another mark.
_IDLE_STOP = regex(r"(?:[^\W\d_]{4}|\d{4}|[)\]?!])\.$")
#: "Univ.", "the U.S.", or the last of several abbreviations: "Proc. Conf. Commun."
_ABBREVIATED = regex(
    r"(?:\b(?:assoc|dept|univ|proc|conf|corp|inst|publ|suppl|intl|natl|symp|trans)"
    r"|\.\S*|\b[^\W\d_]{1,6}\. .*)\.$",
    re.IGNORECASE,
)
#: "s.n." and "s.l.": sine nomine, sine loco.
_UNKNOWN = regex(
    r"\[?s\. ?[nl]\.?\]?|\[(?:publisher|place)[^\[\]]* not identified\]", re.IGNORECASE
)
_IN_BRACKETS = regex(r"\[([^\[\]]+)\]")
_PLACE_AND_PUBLISHER = regex(r"(?P<place>[^:;]*\w)\]? : (?P<publisher>[^:]+)")
#: "OECD Publishing, Paris", "Harvard University Press, Cambridge, MA"; no company's form
#: and no further publisher follows.
_PUBLISHER_AND_PLACE = regex(
    r"(?P<publisher>.*\b(?:Press|Publish(?:ing|ers?)|Publications|Verlag|Books))"
    r", (?P<place>(?!Inc|Ltd|LLC|Limited)[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?(?:, [A-Z][\w.]*)?)"
)
#: Google Scholar: "American Psychiatric Association Washington, DC".
_PUBLISHER_AND_CITY = regex(
    r"(?P<publisher>.+?),? (?P<place>(?:(?:New|San|Los|Las|Santa|Fort|Saint|St\.?|Ann|El"
    r"|Palo|Baton|Des|Thousand|Upper|North|South|East|West) )?[A-Z][a-z]+"
    r", (?:[A-Z]{2}|D\.C\.))"
)
_SERIES_AND_NUMBER = regex(
    r"(?P<series>.+\S) ; (?:(?:no|vol|v|bd)\.? ?)?(?P<number>\d+)", re.IGNORECASE
)

_WHOLE_TITLES = ("title", "volume-title", "original-title")
_PUBLISHERS = ("publisher", "publisher-place", "authority")
#: Types whose container is a journal, which may be abbreviated.
_IN_JOURNALS = ("article-", "review", "periodical")


def without_catalogue_marks(source: Source) -> Source:
    """Leave out the punctuation and the remarks of catalogues.

    >>> record = {"title": "Doors : a history / by Ann Doe.", "publisher": "Verso,"}
    >>> without_catalogue_marks(Source("x", "book", record)).variables
    {'title': 'Doors: a history', 'publisher': 'Verso'}
    """
    if source.type in LEGAL_TYPES:  # "131 Cal. Rptr.", "114th Cong."
        return source
    changed: dict[str, Value] = {}
    for name in _WHOLE_TITLES:
        if name in source.variables:
            changed[name] = _title(source.text(name), source)
    if "container-title" in source.variables:
        changed["container-title"] = _container(source)
    for name in _PUBLISHERS:
        if name in source.variables:
            changed[name] = _publisher(source.text(name))
    changed |= _place_and_publisher(source)
    changed |= _series(source)
    variables = {**source.variables, **changed}
    kept = {name: value for name, value in variables.items() if value}
    if kept == source.variables:
        return source
    return replace(source, variables=kept)


def _title(title: str, source: Source) -> str:
    """Return a title without its statement of responsibility and its last mark."""
    if " / " in title:
        title = _without_statement(title, source)
    title = _without_last_mark(title)
    if " = " in title:
        title = _PARALLEL_TITLE.sub("", title)
    if " :" in title:
        title = _SPACE_BEFORE_COLON.sub(": ", title)
    if source.type.startswith(_IN_JOURNALS):
        return title  # the processor merges its stop with the style's
    return _without_stop(title)


def _without_statement(title: str, source: Source) -> str:
    statement = _STATEMENT.search(title)
    if statement is not None and _names_makers(statement["makers"], source):
        return title[: statement.start()]
    return title


def _without_last_mark(text: str) -> str:
    # Few texts end so, and the expression is slow on those that don't.
    return _LAST_MARK.sub("", text) if text.endswith(_MARKS) else text


def _names_makers(text: str, source: Source) -> bool:
    if _BY.match(text.lstrip("[")):
        return True
    names = [name for role in MAKERS for name in source.names(role)]
    return any(surname(name) in text for name in names if surname(name))


def _without_stop(text: str) -> str:
    if text.endswith(".") and _IDLE_STOP.search(text) and not _ABBREVIATED.search(text):
        return text[:-1]
    return text


def _container(source: Source) -> str:
    container = source.text("container-title")
    if source.type.startswith(_IN_JOURNALS):
        container = _without_last_mark(container)
        return _PLACE_OF_JOURNAL.sub("", container) if "(" in container else container
    return _title(container, source)


def _publisher(text: str) -> str:
    text = _without_last_mark(text)
    if not text.startswith(("s", "S", "[")):
        return text
    if _UNKNOWN.fullmatch(text):
        return ""
    in_brackets = _IN_BRACKETS.fullmatch(text)
    return in_brackets[1] if in_brackets else text


def _place_and_publisher(source: Source) -> dict[str, Value]:
    """Separate "London : Verso" and "OECD Publishing, Paris"."""
    text = source.text("publisher")
    if " : " not in text and ", " not in text:
        return {}
    for form in (_PLACE_AND_PUBLISHER, _PUBLISHER_AND_PLACE, _PUBLISHER_AND_CITY):
        found = form.fullmatch(text)
        if found is not None:
            break
    if found is None:
        return {}
    place = source.text("publisher-place") or found["place"].lstrip("[")
    return {
        "publisher-place": _publisher(place),
        "publisher": _publisher(found["publisher"]),
    }


def _series(source: Source) -> dict[str, Value]:
    """Read a series that is named twice, or with its number."""
    series = source.text("collection-title")
    if not series:
        return {}
    names = [_title(name.strip(), source) for name in series.split(";")]
    if len(names) > 1 and len({name.lower() for name in names}) == 1:
        return {"collection-title": names[0]}
    numbered = _SERIES_AND_NUMBER.fullmatch(_without_last_mark(series))
    if numbered is not None and not source.text("collection-number"):
        return {
            "collection-title": numbered["series"],
            "collection-number": numbered["number"],
        }
    return {"collection-title": _title(series, source)}
