"""The text of one citation: its cites rendered, grouped and joined; steps 6 to 9."""

from __future__ import annotations

from collections.abc import Collection

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.csl.citations.join import join_cites
from loccit.csl.citations.narrative import (
    author_part,
    locator_part,
    rest_of_narrative,
    says_nothing,
    with_author,
)
from loccit.csl.citations.pieces import is_printed, linked
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.citations.repeated_years import without_year
from loccit.csl.citations.suppress_author import suppress_in_groups, without_author
from loccit.csl.output_tree import NOTHING, Formatting, Node, Output, find, is_empty
from loccit.csl.text.sentence_start import (
    capitalize_particle,
    capitalize_term,
    starts_sentence,
)
from loccit.csl.text.typeset import typeset
from loccit.model import Citation, RichText

#: CSL processors print this for a citation that comes out empty.
NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


class CitationText(NamedTuple):
    """The text of a citation.

    Attributes:
        author: the author in the sentence, for a narrative citation whose text is a note
            of its own; otherwise empty.
    """

    text: RichText
    author: RichText


def citation_text(
    renderer: Renderer,
    unlisted: Collection[str],
    citation: Citation,
    cites: list[PlacedCite],
    *,
    link: bool,
    omits_year: bool,
) -> CitationText:
    """Set the text of a citation.

    Args:
        unlisted: keys of works that are known only through others.
        cites: in the order of print.  Their outputs are set on the way.
        link: each cite leads to its entry.
        omits_year: a narrative citation does without the year.
    """
    if not cites:
        return CitationText(RichText.of(NO_PRINTED_FORM), RichText())
    setter = _Setter(renderer, unlisted, citation, cites, link)
    return setter.text(omits_year)


class _Setter:
    """Sets the text of one citation."""

    def __init__(
        self,
        renderer: Renderer,
        unlisted: Collection[str],
        citation: Citation,
        cites: list[PlacedCite],
        link: bool,
    ) -> None:
        self.renderer = renderer
        self.unlisted = unlisted
        self.citation = citation
        self.cites = cites
        self.first = cites[0]
        self.link = link
        style = renderer.style
        self.is_note_style = style.citation_class == "note"
        self.is_in_note = self.is_note_style and bool(citation.note)
        self.layout = style.citation.formatting
        if self.is_in_note and not citation.context.ends:
            # a sentence of a footnote continues: no full stop
            suffix = self.layout.suffix.removesuffix(".")
            self.layout = replace(self.layout, suffix=suffix)

    def text(self, omits_year: bool) -> CitationText:
        """The text of the citation, and its author's."""
        locale = self.renderer.locale
        text = typeset(self._citation(omits_year), locale)
        author = RichText()
        if self.citation.context.own_note and self.citation.mode == "narrative":
            author = typeset(self._author(), locale)
        return CitationText(text, author)

    def _citation(self, omits_year: bool) -> Output:
        # 6 render in full
        for index, placed in enumerate(self.cites):
            self._render(placed, is_first=index == 0)
        if not any(map(is_printed, self.cites)):
            return Node((NO_PRINTED_FORM,))
        # 8 author-only and suppress-author
        mode = self.citation.mode
        if mode == "author-only":
            return self._author_part()
        if mode == "narrative" and not self._names_author():
            return self._narrative(omits_year)
        if mode == "locator-only":
            page = locator_part(self.first.output)
            if page is not None:
                self.first.output = page
        for placed in self.cites:
            self._apply_mode(placed)
        return self._in_brackets(self._joined())

    def _joined(self) -> Output:
        """Steps 7 and 9: group and collapse, join."""
        suppress_in_groups(self.renderer, self.cites, self.citation.cites)
        return join_cites(self.renderer, self.cites, self.link)

    def _render(self, placed: PlacedCite, is_first: bool) -> None:
        placed.output = self.renderer.cite(placed.key, placed.state).output
        if placed.key in self.unlisted:
            placed.output = with_author(self.renderer, placed)
        if self.is_note_style:
            begins = is_first and self.citation.context.begins
            if starts_sentence(placed.cite.prefix, begins):
                placed.output = capitalize_term(placed.output)

    def _apply_mode(self, placed: PlacedCite) -> None:
        """Make a cite its author alone, or suppress its author."""
        mode = placed.cite.mode
        if mode == "author-only":
            placed.output = author_part(self.renderer, placed)
        elif mode == "suppress-author" or self._suppresses_author(placed):
            placed.rest = self._suppressed(placed)

    def _suppressed(self, placed: PlacedCite) -> Output | None:
        """A cite without its author; None if nothing would be left that says anything.

        Without the author, nothing is left of an "ibid." that is a name alone: that
        cite is printed as one that does not follow another.
        """
        if not self._has_author(placed):
            return None
        rest = without_author(placed.output)
        if self.citation.context.own_note:
            return None if says_nothing(rest) else rest
        if is_empty(rest) and placed.state.position.startswith("ibid"):
            state = replace(placed.state, position="subsequent")
            rest = without_author(self.renderer.cite(placed.key, state).output)
        return rest

    def _has_author(self, placed: PlacedCite) -> bool:
        """Return whether a cite has names, or a title that stands for them.

        In a note, the title is what identifies the work.
        """
        if not self.is_note_style:
            return True
        names = find(placed.output, "names")
        return names is not None and find(names, "name") is not None

    def _suppresses_author(self, placed: PlacedCite) -> bool:
        """A citation suppresses the author of its first cite."""
        return self.citation.mode == "suppress-author" and placed is self.first

    def _names_author(self) -> bool:
        """Return whether the text itself has the names, as in a footnote, or the title.

        A sentence there needs no others.
        """
        if not self.is_in_note or self.citation.context.own_note:
            return False
        return find(self.first.output, "names", "title") is not None

    def _narrative(self, omits_year: bool) -> Output:
        author = self._author()  # before the rest loses the prefix
        rest = self._rest()
        if omits_year:
            rest = without_year(rest)
        rest = NOTHING if is_empty(rest) else self._in_brackets(rest)
        if self.citation.context.own_note:
            return rest
        possessive = self.citation.possessive
        if is_empty(author):
            return Node((rest, possessive)) if possessive else rest
        if possessive:
            author = Node((author, possessive))
        return Node((author, rest), Formatting(delimiter=self._space(rest)))

    def _rest(self) -> Output:
        """A narrative citation without its author."""
        first, *others = self.cites
        own_note = self.citation.context.own_note
        # an empty footnote would be worse than the author again
        if not own_note or self._suppressed(first) is not None:
            first.cite = replace(first.cite, prefix=RichText())
            first.rest = rest_of_narrative(self.renderer, first)
        for placed in others:
            self._apply_mode(placed)
        return self._joined()

    def _space(self, rest: Output) -> str:
        """The text between the author and the rest."""
        if self.is_in_note:
            return ", "
        return "" if typeset(rest, self.renderer.locale).begins_raised else " "

    def _author(self) -> Output:
        """The author in the sentence."""
        author = self._author_part()
        if self.link and not is_empty(author):
            return linked(author, self.first.key)
        return author

    def _author_part(self) -> Output:
        author = author_part(self.renderer, self.first)
        if self.citation.context.author_begins:
            return capitalize_particle(author)
        return author

    def _in_brackets(self, output: Output) -> Output:
        """The layout's affixes are inside its formatting (CSL 1.0.2, "Affixes")."""
        layout = self.layout
        inner = Node((output,), Formatting(prefix=layout.prefix, suffix=layout.suffix))
        return Node((inner,), Formatting(marks=layout.marks))
