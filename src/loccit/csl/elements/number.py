"""cs:number (CSL 1.0.2, "Number")."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.csl.elements.context import Context, Element
from loccit.csl.elements.formatting import formatted
from loccit.csl.locales.locators import locator_terms
from loccit.csl.locales.ordinals import long_ordinal, ordinal
from loccit.csl.output_tree import Formatting, Output
from loccit.csl.text.numbers import DASHES, is_numeric, is_plural, split_list, to_roman
from loccit.csl.text.page_range import format_pages

_PAGES = frozenset(["page", "page-first", "locator"])
_ORDINALS = ("ordinal", "long-ordinal")
_DASH = "–"
#: Identify a thing, as they are typed: "18-2424" is one number, and so is "0.23-0".
_IDENTIFIERS = frozenset(["number", "version"])
#: A longer number is an identifier.
_MOST_DIGITS = 9
_RANGE_MARK = regex(rf"(\s*(?<!\\)[{DASHES}]+\s*)")
#: A label that was typed with a number: "vol. 3".
_LABEL = regex(r"([^\W\d_]+\.)\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Number(Element):
    """cs:number: a number variable, in arabic or roman numerals or as an ordinal."""

    variable: str
    form: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        text = context.value(self.variable)
        context.count(self.variable, found=bool(text))
        if not text:
            return None
        shown = number_text(context, self.variable, text, self.form)
        return formatted(
            (shown,),
            self.formatting,
            value=self.variable,
            language=context.locale.language,
        )


def number_text(
    context: Context,
    variable: str,
    text: str,
    form: str = "",
) -> str:
    """A number variable as text: ranges with a dash, numerals in the form asked for."""
    text = text.strip()
    if variable in _IDENTIFIERS and not form:
        return _unescaped(text)
    pieces = split_list(text)
    if variable in _PAGES:
        pieces[::2] = [_pages(context, variable, piece) for piece in pieces[::2]]
    elif is_numeric(pieces[0]):
        gender = _gender(context, variable) if form in _ORDINALS else ""
        pieces[::2] = [_numeral(context, piece, form, gender) for piece in pieces[::2]]
    else:
        return _unescaped(text)
    pieces[1::2] = [_separator(context, piece) for piece in pieces[1::2]]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """CSL-JSON's `\\-` is a hyphen that makes no range."""
    return text.replace("\\-", "-")


def _gender(context: Context, variable: str) -> str:
    """The gender of the noun that is counted."""
    term = context.locale.find_term(variable)
    return term.gender if term else ""


def _separator(context: Context, piece: str) -> str:
    mark = piece.strip()
    if mark == "&":
        return f" {context.locale.term('and', 'symbol') or '&'} "
    if mark[-1].isalpha():
        return piece
    return f"{mark} "


def _pages(
    context: Context,
    variable: str,
    piece: str,
) -> str:
    """One page, range or other place.

    A label that was typed with it becomes singular or plural.
    """
    delimiter = context.locale.term("page-range-delimiter") or _DASH
    style = context.document.page_range_format if _is_page(context, variable) else ""
    match = _LABEL.match(piece)
    name = _label_of(context, match[1]) if match else None
    if match is None or name is None:
        return format_pages(piece, style, delimiter)
    place = piece[match.end() :]
    label = context.locale.term(name, "short", is_plural(place))
    return f"{label} {format_pages(place, style, delimiter)}"


def _label_of(context: Context, word: str) -> str | None:
    return locator_terms(context.locale.lang).get(word.casefold())


def _is_page(context: Context, variable: str) -> bool:
    """Lines, verses and the like are not pages (CSL 1.0.2, "Page Ranges")."""
    if variable != "locator":
        return True
    locator = context.state.locator
    return locator is None or locator.label == "page"


def _numeral(
    context: Context,
    piece: str,
    form: str,
    gender: str,
) -> str:
    if _LABEL.match(piece):
        return _pages(context, "", piece)
    if not is_numeric(piece):
        return piece
    dash = context.locale.term("page-range-delimiter") or _DASH
    pieces = _RANGE_MARK.split(piece)
    pieces[::2] = [_in_form(context, number, form, gender) for number in pieces[::2]]
    for index in range(1, len(pieces), 2):
        pieces[index] = dash if pieces[index].strip() == "-" else _DASH
    return "".join(pieces)


def _in_form(
    context: Context,
    text: str,
    form: str,
    gender: str,
) -> str:
    """A number in a form of cs:number; one with letters or points stays: "3a", "1.0"."""
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        return text
    number = int(text)
    if form == "ordinal":
        return ordinal(context.locale, number, gender)
    if form == "long-ordinal":
        return long_ordinal(context.locale, number, gender)
    if form == "roman":
        return to_roman(number)
    return text
