"""Locales: terms, dates and options, with CSL's fallback (CSL 1.0.2, "Locale
Fallback").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from loccit._startup.dataclass import dataclass, field, replace
from loccit._startup.plain_records import Table
from loccit.csl.locales.date_format import DateFormat, DatePart, read_date_format
from loccit.csl.locales.installed import locales_folder, primary_dialects
from loccit.csl.locales.kept_trees import kept_tree
from loccit.csl.locales.xml import LANG, NAMESPACE, child, elements, parse_xml, tag
from loccit.csl.output_tree import PLAIN, Formatting
from loccit.model import Mark
from loccit.values.languages import read_language

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEFAULT_LANG = "en-US"
#: CSL 1.0.2, "Terms": the forms to try, in order, where a term lacks the first.
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


@dataclass(frozen=True, slots=True)
class OrdinalTerm:
    """An ordinal suffix, and which numbers take it (CSL 1.0.2, "Ordinal Suffixes")."""

    text: str
    match: str = ""


#: The name and the form of a term.
TermKey: TypeAlias = tuple[str, str]
#: The name and the gender of an ordinal term.
OrdinalKey: TypeAlias = tuple[str, str]
Terms: TypeAlias = Mapping[TermKey, Term]
Ordinals: TypeAlias = Mapping[OrdinalKey, OrdinalTerm]

#: Locator terms of CSL 1.0.2 that the installed locales lack.
_MISSING_TERMS = {("surah", "long"): Term("surah", "surahs")}


@dataclass(frozen=True, slots=True)
class LocaleLayer:
    """The content of one cs:locale element, of a style or of a locale file."""

    lang: str = ""
    terms: Terms = field(default_factory=dict)
    ordinals: Ordinals = field(default_factory=dict)
    dates: Mapping[str, DateFormat] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Locale:
    """A language's terms, dates and options, after fallback.

    Attributes:
        lang: the tag of the language.
        language: the language without its region.

    >>> load_locale("en-US").term("page", "short", plural=True)
    'pp.'
    """

    lang: str
    language: str
    terms: Terms
    ordinals: Ordinals
    dates: Mapping[str, DateFormat]
    punctuation_in_quote: bool
    limit_day_ordinals_to_day_1: bool

    def find_term(self, name: str, form: str = "long") -> Term | None:
        """The term in the form, else in the form that replaces it; None if unknown."""
        if name == "sub verbo":  # its name before CSL 1.0.2
            name = "sub-verbo"
        for fallback in _FALLBACK_FORMS.get(form, ("long",)):
            if found := self.terms.get((name, fallback)):
                return found
        return None

    def term(
        self,
        name: str,
        form: str = "long",
        plural: bool = False,
    ) -> str:
        """The term's text, `""` if the locale has no such term."""
        found = self.find_term(name, form)
        if found is None:
            return ""
        return found.multiple if plural else found.single


#: What a layer is made of.
LAYER_RECORDS = (LocaleLayer, Term, OrdinalTerm, DateFormat, DatePart, Formatting, Mark)
_RECORDS = Table(LAYER_RECORDS, [PLAIN])


def read_layer(element: _Element) -> LocaleLayer:
    """Read a cs:locale element."""
    terms: dict[TermKey, Term] = {}
    ordinals: dict[OrdinalKey, OrdinalTerm] = {}
    for term in _term_elements(element):
        name = (term.get("name") or "").replace("sub verbo", "sub-verbo")
        if name.startswith(("ordinal", "long-ordinal")):
            gender = term.get("gender-form") or ""
            ordinals[name, gender] = OrdinalTerm(_inner(term), term.get("match") or "")
        else:
            terms[name, term.get("form") or "long"] = _term(term)
    return LocaleLayer(
        lang=element.get(LANG) or "",
        terms=terms,
        ordinals=ordinals,
        dates=_dates(element),
        options=_options(element),
    )


def _term_elements(locale: _Element) -> Iterator[_Element]:
    """CSL 1.0.1 has the terms in cs:terms; some old styles have them outside of it."""
    yield from locale.findall(NAMESPACE + "term")
    for terms in locale.findall(NAMESPACE + "terms"):
        yield from terms.findall(NAMESPACE + "term")


def _term(element: _Element) -> Term:
    one, more = child(element, "single"), child(element, "multiple")
    single = _inner(element if one is None else one)
    multiple = single if more is None else _inner(more)
    return Term(single, multiple, element.get("gender") or "")


def _dates(locale: _Element) -> dict[str, DateFormat]:
    dates: dict[str, DateFormat] = {}
    for element in elements(locale):
        if tag(element) == "date":
            dates[element.get("form") or ""] = read_date_format(element)
    return dates


def _options(locale: _Element) -> dict[str, str]:
    options = child(locale, "style-options")
    if options is None:
        return {}
    return {str(name): str(value) for name, value in options.attrib.items()}


def _inner(element: _Element) -> str:
    """The text of an element; spaces at its ends are part of the term."""
    text = element.text or ""
    return "" if not text.strip() else text.replace("\n", " ")


@lru_cache(maxsize=128)
def _file_layer(lang: str) -> LocaleLayer:
    path = _file(lang)
    return read_layer(parse_xml(path.read_bytes(), path.name))


def _is_installed(lang: str) -> bool:
    if not lang or "/" in lang or "\\" in lang:
        return False
    return _file(lang).is_file()


def _file(lang: str) -> Path:
    return locales_folder() / f"locales-{lang}.xml"


def _file_langs(lang: str) -> list[str]:
    """The languages of the locale files to use for a language, the nearest first."""
    parts = lang.split("-")
    wanted = ["-".join(parts[:size]) for size in range(len(parts), 0, -1)]
    wanted.append(primary_dialects().get(parts[0], ""))
    wanted.append(_DEFAULT_LANG)
    return [name for name in dict.fromkeys(wanted) if _is_installed(name)]


def build_locale(lang: str, style_layers: Iterable[LocaleLayer] = ()) -> Locale:
    """Build the locale of a language.

    The cs:locale elements of a style go before the locale files.
    """
    lang = read_language(lang) or _DEFAULT_LANG
    language = lang.partition("-")[0]
    if lang == language:
        lang = primary_dialects().get(language, lang)
    layers = _layers_of_style(lang, list(style_layers))
    return _merged(lang, [*layers, *_file_layers(lang)])


@lru_cache(maxsize=128)
def _file_layers(lang: str) -> tuple[LocaleLayer, ...]:
    """The locale files of a language and of English, the nearest first, from the cache
    if they are in it.
    """
    if not _is_installed(lang):
        return _read_file_layers(lang)
    files = [locales_folder(), _file(lang), _file(_DEFAULT_LANG)]
    return kept_tree(f"locale-{lang}", files, _RECORDS, lambda: _read_file_layers(lang))


def _read_file_layers(lang: str) -> tuple[LocaleLayer, ...]:
    """The locale files of a language and of English, the nearest first.

    English doesn't fill in for a form that the language has in another form: "carta",
    not "let.".  CSL's text would have English here ("Locale fallback takes precedence
    over fallback of term forms"); citeproc-js and pandoc don't.
    """
    *own, last = [_file_layer(name) for name in _file_langs(lang)]
    known = {key for layer in own for key in layer.terms}
    if not known:
        return (last,)
    terms = {key: term for key, term in last.terms.items() if not _is_met(key, known)}
    return (*own, replace(last, terms=terms))


def _is_met(key: TermKey, known: Set[TermKey]) -> bool:
    """Return whether a term that is asked for is known in a form that replaces it."""
    name, form = key
    if form == "symbol":  # "&" and "§" belong to no language
        return False
    others = _FALLBACK_FORMS.get(form, ())[1:]
    return key not in known and any((name, other) in known for other in others)


def _layers_of_style(lang: str, layers: list[LocaleLayer]) -> list[LocaleLayer]:
    """The layers for a dialect, then for its language, then for all languages."""
    found: list[LocaleLayer] = []
    for scope in (lang, lang.partition("-")[0], ""):
        found += [layer for layer in layers if read_language(layer.lang) == scope]
    return found


def _merged(lang: str, nearest_first: list[LocaleLayer]) -> Locale:
    terms: dict[TermKey, Term] = dict(_MISSING_TERMS)
    ordinals: Ordinals = {}
    dates: dict[str, DateFormat] = {}
    options: dict[str, str] = {}
    for layer in reversed(nearest_first):
        terms.update(layer.terms)
        dates.update(layer.dates)
        options.update(layer.options)
        ordinals = _with_ordinals(ordinals, layer.ordinals)
    return Locale(
        lang,
        lang.partition("-")[0].lower(),
        terms,
        ordinals,
        dates,
        options.get("punctuation-in-quote") == "true",
        options.get("limit-day-ordinals-to-day-1") == "true",
    )


def _with_ordinals(old: Ordinals, new: Ordinals) -> Ordinals:
    """Merge two sets of ordinal terms.

    Suffixes belong together: a new set of them replaces the old one (CSL 1.0.2,
    "Ordinal Suffixes").
    """
    if any(name.startswith("ordinal") for name, _ in new):
        old = {key: term for key, term in old.items() if key[0].startswith("long-")}
    return {**old, **new}


@lru_cache(maxsize=128)
def load_locale(lang: str) -> Locale:
    """The installed locale of a language.

    CSL's fallback applies: `de-AT` falls back on `de-DE`, and every language on `en-US`.

    >>> load_locale("de").term("and")
    'und'
    """
    return build_locale(lang)
