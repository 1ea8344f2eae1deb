"""The text of one citation: its cites rendered in full, grouped and joined; steps 6 to
9.
"""

from __future__ import annotations

from collections.abc import Collection

from loccit._startup.dataclass import replace
from loccit.csl.citations.cite import PlacedCite
from loccit.csl.citations.collapse import is_printed, join_cites, linked
from loccit.csl.citations.narrative import (
    author_part,
    locator_part,
    rest_part,
    says_nothing,
    with_author,
    without_author,
)
from loccit.csl.citations.renderer import Renderer
from loccit.csl.citations.repeated_years import without_year
from loccit.csl.output_tree import Formatting, Node, Output, find, is_empty
from loccit.csl.text.sentence_start import capitalize_term, starts_sentence
from loccit.csl.text.typeset import typeset
from loccit.model import Citation, RichText

#: What CSL processors print for a citation that comes out empty.
NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


class CitationTexts:
    """Renders the citations of one document.

    `unlisted` are the keys of works that are known through others alone.
    """

    def __init__(self, renderer: Renderer, unlisted: Collection[str]) -> None:
        self._renderer = renderer
        self._style = renderer.style
        self._locale = renderer.locale
        self._unlisted = unlisted

    def texts(
        self,
        citation: Citation,
        cites: list[PlacedCite],
        link: bool,
        *,
        yearless: bool = False,
    ) -> tuple[RichText, RichText]:
        """A citation's text, and its author's where they stand apart from it."""
        text = typeset(self._citation(citation, cites, link, yearless), self._locale)
        is_apart = citation.context.own_note and citation.mode == "narrative"
        return text, typeset(
            self._author(cites, link), self._locale
        ) if is_apart else RichText()

    def _citation(
        self, citation: Citation, cites: list[PlacedCite], link: bool, yearless: bool
    ) -> Output:
        # 6 render in full
        for index, placed in enumerate(cites):
            placed.output = self._renderer.cite(placed.key, placed.state).output
            if placed.key in self._unlisted:
                placed.output = with_author(self._renderer, placed)
            first = index == 0 and citation.context.begins
            if self._style.citation_class == "note" and starts_sentence(
                placed.cite.prefix, first
            ):
                placed.output = capitalize_term(placed.output)
        if not any(map(is_printed, cites)):
            return Node((NO_PRINTED_FORM,))
        layout = self._layout(citation)
        # 8 author-only and suppress-author
        if (
            citation.mode == "locator-only"
            and (page := locator_part(cites[0].output)) is not None
        ):
            cites[0].output = page
        if citation.mode == "author-only":
            return author_part(self._renderer, cites[0])
        if citation.mode == "narrative" and not self._names_itself(citation, cites):
            return self._narrative(citation, cites, layout, link, yearless)
        for index, placed in enumerate(cites):
            if placed.cite.mode == "author-only":
                placed.output = author_part(self._renderer, placed)
            elif placed.cite.mode == "suppress-author" or (
                citation.mode == "suppress-author" and index == 0
            ):
                rest = without_author(placed.output)
                placed.output = (
                    placed.output
                    if citation.context.own_note and says_nothing(rest)
                    else rest
                )
        # 7 group and collapse, 9 join
        return self._in_brackets(join_cites(self._renderer, cites, link), layout)

    def _layout(self, citation: Citation) -> Formatting:
        """The layout's formatting; within a sentence of a footnote, the full stop that
        closes a note is left out.
        """
        layout = self._style.citation.formatting
        if citation.context.ends or not self._is_note(citation):
            return layout
        return replace(layout, suffix=layout.suffix.removesuffix("."))

    def _names_itself(self, citation: Citation, cites: list[PlacedCite]) -> bool:
        """Whether the names stand in a citation already, as in a footnote: in a
        sentence there, no more are needed.
        """
        return (
            self._is_note(citation)
            and not citation.context.own_note
            and find(cites[0].output, "names") is not None
        )

    def _is_note(self, citation: Citation) -> bool:
        return self._style.citation_class == "note" and bool(citation.note)

    def _narrative(
        self,
        citation: Citation,
        cites: list[PlacedCite],
        layout: Formatting,
        link: bool,
        yearless: bool,
    ) -> Output:
        if citation.context.own_note and says_nothing(without_author(cites[0].output)):
            joined = join_cites(
                self._renderer, cites, link
            )  # an empty footnote would be worse than the author again
        else:
            joined = rest_part(self._renderer, cites, link)
        if yearless:
            joined = without_year(joined)
        rest = self._in_brackets(joined, layout) if not is_empty(joined) else Node(())
        if citation.context.own_note:
            return rest
        author = self._author(cites, link)
        if is_empty(author):
            return Node((rest, citation.possessive)) if citation.possessive else rest
        if citation.possessive:
            author = Node((author, citation.possessive))
        is_raised = any(mark.name == "vertical-align" for mark in layout.marks)
        delimiter = ", " if self._is_note(citation) else "" if is_raised else " "
        return Node((author, rest), Formatting(delimiter=delimiter))

    def _author(self, cites: list[PlacedCite], link: bool) -> Output:
        """The author in the sentence."""
        author = author_part(self._renderer, cites[0])
        return linked(author, cites[0].key) if link and not is_empty(author) else author

    @staticmethod
    def _in_brackets(output: Output, layout: Formatting) -> Output:
        """The layout's affixes stand within its formatting (CSL 1.0.2, "Affixes")."""
        inner = Node((output,), Formatting(prefix=layout.prefix, suffix=layout.suffix))
        return Node((inner,), Formatting(marks=layout.marks))
