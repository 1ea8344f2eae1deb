"""cs:label for number variables and locators, and for lists of names (CSL 1.0.2,
"Label").
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.csl.elements.context import Context
from loccit.csl.elements.formatting import formatted
from loccit.csl.output_tree import Formatting, Output
from loccit.csl.text.numbers import is_numeric, is_plural

#: Report and patent numbers have hyphens and commas in them; a list of them is written
#: with spaces.
_LIST = regex(r"\w\s*&\s*\w|\w,\s+\w")


@dataclass(frozen=True, slots=True)
class Label:
    """cs:label outside of cs:names: the term for a number, in the number's number."""

    variable: str
    form: str
    plural: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        value = context.value(self.variable)
        if not value:
            return None
        term = self._term(context)
        text = context.locale.term(term, self.form, self._is_plural(value))
        if not text:
            return None
        return formatted(
            (text,), self.formatting, "label", self.variable, context.locale.language
        )

    def _term(self, context: Context) -> str:
        if self.variable == "locator":
            locator = context.state.locator
            return locator.label if locator else ""
        return self.variable

    def _is_plural(self, value: str) -> bool:
        if self.plural == "always":
            return True
        if self.plural == "never":
            return False
        if self.variable in ("number-of-pages", "number-of-volumes"):
            return is_numeric(value) and value.strip() not in ("0", "1")
        if self.variable == "number":
            return bool(_LIST.search(value))
        return is_plural(value)


@dataclass(frozen=True, slots=True)
class NamesLabel:
    """cs:label within cs:names."""

    form: str
    plural: str
    formatting: Formatting
    before: bool

    def render(self, context: Context, variable: str, count: int) -> Output | None:
        """The label of a list of `count` names."""
        plural = self.plural == "always" or (self.plural != "never" and count > 1)
        text = context.locale.term(variable, self.form, plural)
        if not text:
            return None
        return formatted(
            (text,), self.formatting, "label", variable, context.locale.language
        )
