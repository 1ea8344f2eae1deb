"""cs:number (CSL 1.0.2, "Number")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loccit.csl.context import Context
from loccit.csl.elements.formatting import formatted
from loccit.csl.numbers import is_numeric, to_roman
from loccit.csl.ordinals import long_ordinal, ordinal
from loccit.csl.output_tree import Formatting, Output
from loccit.csl.page_range import format_pages


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
    """A number variable as text: ranges with their dash, lists with their spaces, numerals in the form."""
    if variable in ("page", "page-first", "locator"):
        return page_text(context, text)
    if not is_numeric(text):
        return text.strip()
    gender = ""
    if form in ("ordinal", "long-ordinal"):
        term = context.locale.find_term(variable)
        gender = term.gender if term else ""

    def one(match: re.Match[str]) -> str:
        number = int(match[0])
        if form == "ordinal":
            return ordinal(context.locale, number, gender)
        if form == "long-ordinal":
            return long_ordinal(context.locale, number, gender)
        return to_roman(number) if form == "roman" else match[0]

    text = re.sub(r"(?<![^\W_])\d+(?![^\W_])", one, text.strip())
    text = re.sub(r"\s*,\s*", ", ", re.sub(r"\s*&\s*", " & ", text))
    return re.sub(r"\s*(?<!\\)[-–—]+\s*", "–", text).replace("\\-", "-")


def page_text(context: Context, text: str) -> str:
    """Pages or a locator, with the style's page ranges and the locale's dash."""
    delimiter = context.locale.term("page-range-delimiter") or "–"
    symbol = context.locale.term("and", "symbol") or "&"
    text = format_pages(text.strip(), context.page_range_format, delimiter)
    text = re.sub(r"\s*&\s*", f" {symbol} ", text)
    return text.replace("\\-", "-")
