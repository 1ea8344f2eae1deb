"""cs:label for number variables and locators, and for lists of names (CSL 1.0.2,
"Label").
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.csl.elements.context import Context, Element
from loccit.csl.elements.formatting import formatted
from loccit.csl.output_tree import Formatting, Output
from loccit.csl.text.numbers import is_numeric, is_plural

#: A list of identifiers.  Report and patent numbers have hyphens and commas inside; what
#: separates them has spaces.
_LIST_OF_IDENTIFIERS = regex(r"\w\s*&\s*\w|\w,\s+\w")
_IDENTIFIERS = ("number", "version")
_COUNTS = ("number-of-pages", "number-of-volumes")


@dataclass(frozen=True, slots=True)
class Label(Element):
    """cs:label outside of cs:names: the term for a number, singular or plural."""

    variable: str
    form: str
    plural: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        value = context.labelled_value(self.variable)
        if not value:
            return None
        term = self._term(context)
        text = context.locale.term(term, self.form, self._is_plural(value))
        if not text:
            return None
        return formatted(
            (text,),
            self.formatting,
            "label",
            self.variable,
            context.locale.language,
        )

    def _term(self, context: Context) -> str:
        if self.variable != "locator":
            return self.variable
        locator = context.state.locator
        return locator.label if locator else ""

    def _is_plural(self, value: str) -> bool:
        if self.plural == "always":
            return True
        if self.plural == "never":
            return False
        if self.variable in _COUNTS:
            return is_numeric(value) and value.strip() not in ("0", "1")
        if self.variable in _IDENTIFIERS:
            return bool(_LIST_OF_IDENTIFIERS.search(value))
        return is_plural(value)


@dataclass(frozen=True, slots=True)
class NamesLabel:
    """cs:label in cs:names."""

    form: str
    plural: str
    formatting: Formatting
    before: bool

    def render(
        self,
        context: Context,
        variable: str,
        count: int,
    ) -> Output | None:
        """The label of a list of `count` names."""
        text = context.locale.term(variable, self.form, self._is_plural(count))
        if not text:
            return None
        return formatted(
            (text,),
            self.formatting,
            "label",
            variable,
            context.locale.language,
        )

    def _is_plural(self, count: int) -> bool:
        if self.plural == "always":
            return True
        return self.plural != "never" and count > 1
