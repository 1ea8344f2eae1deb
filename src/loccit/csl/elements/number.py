"""cs:number (CSL 1.0.2, "Number")."""

from __future__ import annotations

import re

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.csl.elements.context import Context
from loccit.csl.elements.formatting import formatted
from loccit.csl.locales.locators import locator_terms
from loccit.csl.locales.ordinals import long_ordinal, ordinal
from loccit.csl.output_tree import Formatting, Output
from loccit.csl.text.numbers import DASHES, is_numeric, is_plural, split_list, to_roman
from loccit.csl.text.page_range import format_pages

_PAGES = frozenset(["page", "page-first", "locator"])
_BARE = regex(r"(?<![^\W_])\d{1,9}(?![^\W_])")
_RANGE_MARK = regex(rf"\s*(?<!\\)[{DASHES}]+\s*")
_LABEL = regex(r"([^\W\d_]+\.)\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """cs:number: a number variable, in arabic or roman numerals or as an ordinal."""

    variable: str
    form: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        text = context.value(self.variable)
        context.note(self.variable, bool(text))
        if not text:
            return None
        shown = number_text(context, self.variable, text, self.form)
        return formatted((shown,), self.formatting, language=context.locale.language)


def number_text(context: Context, variable: str, text: str, form: str = "") -> str:
    """A number variable as text: ranges with their dash, lists with their spaces,
    numerals in the form.
    """
    if (
        variable == "number" and not form
    ):  # an identifier: "18-2424" is one number, and so is "9,367,592"
        return text.strip().replace("\\-", "-")
    pieces = split_list(text.strip())
    if variable not in _PAGES and not is_numeric(pieces[0]):
        return text.strip()
    if variable in _PAGES:
        pieces[::2] = (_pages(context, variable, piece) for piece in pieces[::2])
    else:
        gender = ""
        if form in ("ordinal", "long-ordinal"):
            term = context.locale.find_term(variable)
            gender = term.gender if term else ""
        pieces[::2] = (_numeral(context, piece, form, gender) for piece in pieces[::2])
    pieces[1::2] = (_separator(context, piece) for piece in pieces[1::2])
    return "".join(pieces).replace("\\-", "-")


def _separator(context: Context, piece: str) -> str:
    mark = piece.strip()
    if mark == "&":
        return f" {context.locale.term('and', 'symbol') or '&'} "
    return f"{mark} "


def _pages(context: Context, variable: str, piece: str) -> str:
    """One page, range or other place; a label that was typed with it takes the number
    of what it labels.
    """
    delimiter = context.locale.term("page-range-delimiter") or "–"
    locator = context.state.locator
    # lines, verses and the like are no pages (CSL 1.0.2, "Page Ranges")
    is_page = variable != "locator" or locator is None or locator.label == "page"
    page_range_format = context.page_range_format if is_page else ""
    match = _LABEL.match(piece)
    label = ""
    if match and (name := locator_terms(context.locale.lang).get(match[1].casefold())):
        label = (
            f"{context.locale.term(name, 'short', is_plural(piece[match.end() :]))} "
        )
        piece = piece[match.end() :]
    return label + format_pages(piece, page_range_format, delimiter)


def _numeral(context: Context, piece: str, form: str, gender: str) -> str:
    if _LABEL.match(piece):
        return _pages(context, "", piece)

    def one(match: re.Match[str]) -> str:
        number = int(match[0])
        if form == "ordinal":
            return ordinal(context.locale, number, gender)
        if form == "long-ordinal":
            return long_ordinal(context.locale, number, gender)
        return to_roman(number) if form == "roman" else match[0]

    if form:
        piece = _BARE.sub(one, piece)
    if not is_numeric(piece):
        return piece
    dash = context.locale.term("page-range-delimiter") or "–"
    return _RANGE_MARK.sub(lambda mark: dash if mark[0].strip() == "-" else "–", piece)
