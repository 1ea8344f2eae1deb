"""Locales: terms, dates and options, with CSL's fallback (CSL 1.0.2, "Locale
Fallback").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit.csl.locales.date_format import DateFormat, read_date_format
from loccit.csl.locales.installed import locales_folder, primary_dialects
from loccit.csl.locales.xml import LANG, NAMESPACE, child, elements, parse_xml, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

#: CSL 1.0.2, "Terms": a form that is missing is stood in for by the next.
_FALLBACK_FORMS = {
    "long": ("long",),
    "short": ("short", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term in one form; `gender` is that of the noun."""

    single: str = ""
    multiple: str = ""
    gender: str = ""


#: Locator terms of CSL 1.0.2 that the installed locales lack.
_MISSING_TERMS = {("surah", "long"): Term("surah", "surahs")}


@dataclass(frozen=True, slots=True)
class OrdinalTerm:
    """An ordinal suffix, and which numbers take it (CSL 1.0.2, "Ordinal Suffixes")."""

    text: str
    match: str = ""


@dataclass(frozen=True, slots=True)
class LocaleLayer:
    """What one cs:locale element, in a style or in a file of its own, says."""

    lang: str = ""
    terms: Mapping[tuple[str, str], Term] = field(default_factory=dict)
    ordinals: Mapping[tuple[str, str], OrdinalTerm] = field(default_factory=dict)
    dates: Mapping[str, DateFormat] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Locale:
    """A language's terms, dates and options, after fallback.

    >>> load_locale("en-US").term("page", "short", plural=True)
    'pp.'
    """

    lang: str
    terms: Mapping[tuple[str, str], Term]
    ordinals: Mapping[tuple[str, str], OrdinalTerm]
    dates: Mapping[str, DateFormat]
    punctuation_in_quote: bool
    limit_day_ordinals_to_day_1: bool

    def find_term(self, name: str, form: str = "long") -> Term | None:
        """The term in the form, or in the form that stands in for it."""
        if name == "sub verbo":  # its name before CSL 1.0.2
            name = "sub-verbo"
        for fallback in _FALLBACK_FORMS.get(form, ("long",)):
            if found := self.terms.get((name, fallback)):
                return found
        return None

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """The term's text, `""` where there is none."""
        found = self.find_term(name, form)
        if not found:
            return ""
        return found.multiple if plural else found.single

    @property
    def language(self) -> str:
        """The language without its region."""
        return self.lang.partition("-")[0].lower()


def read_layer(element: _Element) -> LocaleLayer:
    """A cs:locale element."""
    terms: dict[tuple[str, str], Term] = {}
    ordinals: dict[tuple[str, str], OrdinalTerm] = {}
    # CSL 1.0.1 has the terms in cs:terms; some old styles have them loose.
    parents = [element, *element.findall(NAMESPACE + "terms")]
    for term in (
        term for parent in parents for term in parent.findall(NAMESPACE + "term")
    ):
        name, form = term.get("name") or "", term.get("form") or "long"
        name = name.replace("sub verbo", "sub-verbo")
        if name.startswith(("ordinal", "long-ordinal")):
            ordinals[name, term.get("gender-form") or ""] = OrdinalTerm(
                _inner(term), term.get("match") or ""
            )
        else:
            one, more = child(term, "single"), child(term, "multiple")
            single = _inner(term if one is None else one)
            terms[name, form] = Term(
                single,
                single if more is None else _inner(more),
                term.get("gender") or "",
            )
    dates = {
        date.get("form") or "": read_date_format(date)
        for date in elements(element)
        if tag(date) == "date"
    }
    options = child(element, "style-options")
    return LocaleLayer(
        lang=element.get(LANG) or "",
        terms=terms,
        ordinals=ordinals,
        dates=dates,
        options={str(name): str(value) for name, value in options.attrib.items()}
        if options is not None
        else {},
    )


def _inner(element: _Element) -> str:
    """The text as it stands: spaces at either end are meant."""
    text = element.text or ""
    return "" if not text.strip() else text.replace("\n", " ")


@lru_cache(maxsize=128)
def _file_layer(lang: str) -> LocaleLayer:
    path = locales_folder() / f"locales-{lang}.xml"
    return read_layer(parse_xml(path.read_bytes(), path.name))


def _installed(lang: str) -> bool:
    return (
        bool(lang)
        and "/" not in lang
        and "\\" not in lang
        and (locales_folder() / f"locales-{lang}.xml").is_file()
    )


def canonical(lang: str) -> str:
    """A BCP 47 tag in its usual letter case: `DE_at` is `de-AT`.

    >>> canonical("sr_latn_RS")
    'sr-Latn-RS'
    """
    first, *rest = lang.strip().replace("_", "-").split("-")
    return "-".join(
        [
            first.lower(),
            *(part.title() if len(part) == 4 else part.upper() for part in rest),
        ]
    )


def _file_langs(lang: str) -> list[str]:
    """The locale files for a language, the nearest first."""
    parts = lang.split("-")
    base = parts[0]
    narrower = ["-".join(parts[:size]) for size in range(len(parts), 0, -1)]
    wanted = [*narrower, primary_dialects().get(base, ""), "en-US"]
    return [name for name in dict.fromkeys(wanted) if _installed(name)]


def build_locale(lang: str, style_layers: Iterable[LocaleLayer] = ()) -> Locale:
    """The locale for a language, in which a style's own cs:locale elements go before
    the files.
    """
    lang = canonical(lang) or "en-US"
    language = lang.partition("-")[0]
    if lang == language:
        lang = primary_dialects().get(language, lang)
    own = list(style_layers)
    from_style = [
        layer
        for scope in (lang, language, "")
        for layer in own
        if canonical(layer.lang) == scope
    ]
    nearest_first = [*from_style, *map(_file_layer, _file_langs(lang))]
    terms = dict(_MISSING_TERMS)
    ordinals: Mapping[tuple[str, str], OrdinalTerm] = {}
    dates: dict[str, DateFormat] = {}
    options: dict[str, str] = {}
    for layer in reversed(nearest_first):
        terms.update(layer.terms)
        dates.update(layer.dates)
        options.update(layer.options)
        ordinals = _with_ordinals(ordinals, layer.ordinals)
    return Locale(
        lang,
        terms,
        ordinals,
        dates,
        punctuation_in_quote=options.get("punctuation-in-quote") == "true",
        limit_day_ordinals_to_day_1=options.get("limit-day-ordinals-to-day-1")
        == "true",
    )


_Ordinals = Mapping[tuple[str, str], OrdinalTerm]


def _with_ordinals(old: _Ordinals, new: _Ordinals) -> _Ordinals:
    """Suffixes hold together: a new set of them replaces the old one (CSL 1.0.2,
    "Ordinal Suffixes").
    """
    if any(name.startswith("ordinal") for name, _ in new):
        old = {key: term for key, term in old.items() if key[0].startswith("long-")}
    return {**old, **new}


@lru_cache(maxsize=128)
def load_locale(lang: str) -> Locale:
    """The installed locale of a language, with CSL's fallback: `de-AT` goes back to
    `de-DE`, and all to `en-US`.

    >>> load_locale("de").term("and")
    'und'
    """
    return build_locale(lang)
