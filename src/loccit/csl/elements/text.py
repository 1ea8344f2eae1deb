"""cs:text (CSL 1.0.2, "Text")."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context, Element
from loccit.csl.elements.formatting import formatted, formatted_text
from loccit.csl.elements.group import render_unless_empty, together
from loccit.csl.elements.number import number_text
from loccit.csl.output_tree import PLAIN, Formatting, Node, Output, Tag
from loccit.values.identifiers import plain_doi

_NUMBERS = frozenset(
    [
        "chapter-number",
        "collection-number",
        "edition",
        "issue",
        "locator",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
    ]
)
_TAGS: dict[str, Tag] = {
    "title": "title",
    "citation-number": "citation-number",
    "citation-label": "citation-label",
    "locator": "locator",
    "year-suffix": "year-suffix",
}
#: Variables that are addresses, and the beginning of those that may be typed without.
_ADDRESSES = {
    "DOI": "https://doi.org/",
    "URL": "",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
_SHORT_FORMS = {"title": "title-short", "container-title": "container-title-short"}


@dataclass(frozen=True, slots=True)
class TextVariable(Element):
    """cs:text variable."""

    variable: str
    form: str
    formatting: Formatting

    def variables(self) -> tuple[str, ...]:
        """The variables that its text may come from."""
        if not self._is_short():
            return (self.variable,)
        long_name = self.variable.removesuffix("-short")
        return self.variable, long_name, _SHORT_FORMS.get(self.variable, long_name)

    def _is_short(self) -> bool:
        return self.form == "short" or self.variable == "container-title-short"

    def render(self, context: Context) -> Output | None:
        variable = self.variable
        text = context.value(variable)
        if self._is_short():
            text = _short(context, variable, text)
        if variable != "year-suffix":
            # a term such as "n.d." is printed with a suffix or without
            context.count(variable, found=bool(text))
        if not text:
            return None
        if variable in _ADDRESSES:
            return self._address(text)
        if variable == "citation-label":
            return self._label(text)
        if variable in _NUMBERS:
            text = number_text(context, variable, text)
        tag = _TAGS.get(variable, "")
        return formatted_text(text, self.formatting, tag, variable, context.language)

    def _address(self, text: str) -> Output:
        """DOI, URL and the like are not prose: they have neither markup nor quotes."""
        address = text.strip()
        base = _ADDRESSES[self.variable]
        if base and not address.startswith("http"):
            address = base + address
        elif self.variable == "DOI":
            text = plain_doi(address)
        return formatted((text,), self.formatting, "address", address)

    def _label(self, text: str) -> Output:
        place_of_suffix = Node((), tag="year-suffix-place")
        return Node((text, place_of_suffix), self.formatting, "citation-label")


@dataclass(frozen=True, slots=True)
class TextMacro(Element):
    """cs:text macro."""

    macro: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        macro = context.document.macros[self.macro]
        return _macro_output(macro, self.formatting, context)


@dataclass(frozen=True, slots=True)
class InlinedMacro(Element):
    """cs:text macro with the elements of the macro."""

    children: tuple[Element, ...]
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        return _macro_output(self.children, self.formatting, context)


def _macro_output(
    children: tuple[Element, ...],
    formatting: Formatting,
    context: Context,
) -> Output | None:
    outputs = render_unless_empty(children, context)
    if not outputs:
        return None
    if formatting is PLAIN:
        return together(outputs)
    return formatted(outputs, formatting, language=context.language)


@dataclass(frozen=True, slots=True)
class TextTerm(Element):
    """cs:text term."""

    term: str
    form: str
    plural: bool
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        locale = context.locale
        term = locale.find_term(self.term, self.form)
        if term is None:
            return None
        text = term.multiple if self.plural else term.single
        return formatted_text(
            text,
            self.formatting,
            "term",
            self.term,
            locale.language,
        )


@dataclass(frozen=True, slots=True)
class TextValue(Element):
    """cs:text value."""

    value: str
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        if not self.value:
            return None
        language = context.locale.language
        return formatted_text(self.value, self.formatting, language=language)


def _short(
    context: Context,
    variable: str,
    text: str,
) -> str:
    """The short form: from the abbreviations, else from the source, else the long form."""
    if variable in context.tally.suppressed:
        return ""
    long_name = variable.removesuffix("-short")
    abbreviations = context.document.abbreviations.get(long_name)
    if abbreviations:
        listed = abbreviations.get(context.value(long_name))
        if listed:
            return listed
    short_name = _SHORT_FORMS.get(variable)
    short = context.value(short_name) if short_name else ""
    return short or text
