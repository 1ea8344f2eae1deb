"""cs:text (CSL 1.0.2, "Text")."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context
from loccit.csl.elements.formatting import formatted, formatted_text
from loccit.csl.elements.group import render_unless_empty
from loccit.csl.elements.number import number_text
from loccit.csl.output_tree import Formatting, Node, Output, Tag

_NUMBERS = frozenset(
    [
        "chapter-number", "collection-number", "edition", "issue", "locator", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section", "supplement-number",
        "version", "volume",
    ]
)  # fmt: skip
_TAGS: dict[str, Tag] = {
    "title": "title",
    "citation-number": "citation-number",
    "citation-label": "citation-label",
    "locator": "locator",
    "year-suffix": "year-suffix",
}
_ADDRESSES = {
    "DOI": "https://doi.org/",
    "URL": "",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
_SHORT_FORMS = {"title": "title-short", "container-title": "container-title-short"}


@dataclass(frozen=True, slots=True)
class TextVariable:
    """cs:text variable."""

    variable: str
    form: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        variable = self.variable
        text = context.value(variable)
        if self.form == "short" or variable == "container-title-short":
            text = _short(context, variable, text)
        if (
            variable != "year-suffix"
        ):  # a term such as "n.d." is printed with or without it
            context.note(variable, bool(text))
        if not text:
            return None
        if variable in _ADDRESSES:
            return self._address(text)
        if variable == "citation-label":
            return Node(
                (text, Node((), tag="year-suffix-place")),
                self.formatting,
                "citation-label",
            )
        if variable in _NUMBERS:
            text = number_text(context, variable, text)
        language = _language(context)
        return formatted_text(
            text, self.formatting, _TAGS.get(variable, ""), variable, language
        )

    def _address(self, text: str) -> Output:
        """DOI, URL and the like are no prose: neither markup nor quotes."""
        address = text.strip()
        base = _ADDRESSES[self.variable]
        if base and not address.startswith("http"):
            address = base + address
        elif self.variable == "DOI":
            text = address.split("doi.org/", 1)[-1]
        return formatted((text,), self.formatting, "address", address)


@dataclass(frozen=True, slots=True)
class TextMacro:
    """cs:text macro."""

    macro: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        outputs = render_unless_empty(context.macros[self.macro], context)
        if not outputs:
            return None
        if not context.found:  # what a macro prints counts as a variable with a value
            context.called, context.found = context.called + 1, context.found + 1
        return formatted(outputs, self.formatting, language=_language(context))


@dataclass(frozen=True, slots=True)
class TextTerm:
    """cs:text term."""

    term: str
    form: str
    plural: bool
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        term = context.locale.find_term(self.term, self.form)
        if term is None:
            return None
        text = term.multiple if self.plural else term.single
        return formatted_text(
            text, self.formatting, "term", self.term, context.locale.language
        )


@dataclass(frozen=True, slots=True)
class TextValue:
    """cs:text value."""

    value: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        return (
            formatted_text(
                self.value, self.formatting, language=context.locale.language
            )
            if self.value
            else None
        )


def _short(context: Context, variable: str, text: str) -> str:
    """The short form, from the abbreviations first, else the long form."""
    if variable in context.suppressed:
        return ""
    long_name = variable.removesuffix("-short")
    if listed := context.abbreviations.get(long_name, {}).get(context.value(long_name)):
        return listed
    short = _SHORT_FORMS.get(variable, "")
    return (context.value(short) if short else "") or text


def _language(context: Context) -> str:
    """The language of the source, for letter case: title case is English (CSL 1.0.2,
    "Title case").
    """
    return (context.source.text("language") or context.locale.lang)[:2].lower()
