"""Collapse the cites of a citation (CSL 1.0.2, "Cite Collapsing")."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.csl.citations.pieces import (
    Delimiters,
    Piece,
    as_range,
    cite_output,
    has_locator,
    is_printed,
    runs,
    with_last_delimiter,
)
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.output_tree import (
    Node,
    Output,
    edit,
    find,
    is_empty,
    without,
    without_first,
)
from loccit.csl.text.typeset import plain_text


class CollapseNumbers:
    """Makes ranges of consecutive citation numbers."""

    def __init__(
        self,
        renderer: Renderer,
        delimiters: Delimiters,
        link: bool,
    ) -> None:
        self.numbers = renderer.numbers
        self.delimiters = delimiters
        self.link = link

    def pieces(self, cites: list[PlacedCite]) -> list[Piece]:
        """The cites of a citation."""
        pieces: list[Piece] = []
        for run in runs(cites, self._follows):
            outputs = [cite_output(placed, self.link) for placed in run]
            ranged = as_range(outputs, self.delimiters.cite)
            if len(ranged) < len(outputs):
                ranged = with_last_delimiter(ranged, self.delimiters.after_collapse)
            pieces += ranged
        return pieces

    def _follows(self, before: PlacedCite, placed: PlacedCite) -> bool:
        if not (_is_number_alone(before) and _is_number_alone(placed)):
            return False
        return self.numbers[before.key] + 1 == self.numbers[placed.key]


def _is_number_alone(placed: PlacedCite) -> bool:
    if placed.cite.prefix or placed.cite.suffix:
        return False
    return is_empty(without(placed.printed, "citation-number"))


class CollapseYears:
    """Prints the authors of a group once, and the year of several letters once."""

    def __init__(
        self,
        renderer: Renderer,
        delimiters: Delimiters,
        link: bool,
    ) -> None:
        self.renderer = renderer
        self.locale = renderer.locale
        self.rule = renderer.style.citation_options.collapse
        self.in_text = renderer.style.citation_class == "in-text"
        self.delimiters = delimiters
        self.link = link

    def pieces(self, group: list[PlacedCite]) -> list[Piece]:
        """The cites of a group of the same authors."""
        if not self.rule or len(group) == 1:
            return self._in_full(group)
        between = self.delimiters.group
        if any(map(has_locator, group)):
            # "2010, 2012, 30" would make a third year of the page (Chicago 15.30)
            between = self.delimiters.after_collapse
        pieces: list[Piece] = []
        for run in self._runs_of_one_year(group):
            is_named = bool(pieces) or run[0].rest is not None
            pieces += self._year(run, between, is_named)
        return with_last_delimiter(pieces, self.delimiters.after_collapse)

    def _in_full(self, group: list[PlacedCite]) -> list[Piece]:
        pieces = [self._piece(placed, self.delimiters.group) for placed in group]
        # in the text, even an author's only year counts as a collapsed group
        if self.rule and self.in_text:
            return with_last_delimiter(pieces, self.delimiters.after_collapse)
        return with_last_delimiter(pieces, self.delimiters.cite)

    def _piece(self, placed: PlacedCite, delimiter: str) -> Piece:
        return Piece(cite_output(placed, self.link), delimiter)

    def _runs_of_one_year(self, group: list[PlacedCite]) -> list[list[PlacedCite]]:
        if not self.rule.startswith("year-suffix"):
            return [[placed] for placed in group]
        return runs(group, self._is_same_year)

    def _is_same_year(self, before: PlacedCite, placed: PlacedCite) -> bool:
        """Return whether only letters, and perhaps a locator, distinguish two cites."""
        if has_locator(before) or not (_has_letter(before) and _has_letter(placed)):
            return False
        return self._besides_letter(before) == self._besides_letter(placed)

    def _besides_letter(self, placed: PlacedCite) -> str:
        """A cite without its names, its letter and its locator."""
        state = replace(placed.state, locator=None)
        output = self.renderer.cite(placed.key, state).output
        return plain_text(without(output, "names", "year-suffix"), self.locale)

    def _year(
        self,
        run: list[PlacedCite],
        after: str,
        is_named: bool,
    ) -> list[Piece]:
        """One year, with the letters of all its cites.

        Args:
            after: the delimiter after it.
            is_named: its authors are printed before it.  Then nothing is printed for a
                source without a date.
        """
        head, *others = run
        if is_named and head.rest is None:
            rest = without_first(head.output, "names")
            head = replace(head, rest=rest)
        if not is_printed(head):
            return []
        outputs = [cite_output(head, self.link)]
        outputs += [self._letter(placed) for placed in others]
        delimiter = self.delimiters.year_suffix
        if self.rule == "year-suffix-ranged" and others:
            pieces = _letter_ranges(run, outputs, delimiter)
        else:
            pieces = [Piece(output, delimiter) for output in outputs]
        return with_last_delimiter(pieces, after)

    def _letter(self, placed: PlacedCite) -> Output:
        """The rest of a cite after its names and year: the letter and the locator."""
        suffix = find(placed.output, "year-suffix")
        assert suffix is not None
        rest: Output = suffix
        if has_locator(placed):
            rest = edit(without(placed.output, "names"), _letter_alone)
        return cite_output(replace(placed, rest=rest), self.link)


def _letter_ranges(
    run: list[PlacedCite],
    outputs: list[Output],
    delimiter: str,
) -> list[Piece]:
    """Letters with ranges of consecutive ones: a–c."""
    pieces: list[Piece] = []
    consecutive: list[Output] = []
    previous = run[0].state.year_suffix - 1
    for placed, output in zip(run, outputs, strict=True):
        letter = placed.state.year_suffix
        if letter != previous + 1:
            pieces += as_range(consecutive, delimiter)
            consecutive = []
        consecutive.append(output)
        previous = letter
    return pieces + as_range(consecutive, delimiter)


def _has_letter(placed: PlacedCite) -> bool:
    if not placed.state.year_suffix:
        return False
    return find(placed.output, "year-suffix") is not None


def _letter_alone(node: Node) -> Output | None:
    """A date as the letter after its year."""
    if node.tag != "date":
        return None
    return find(node, "year-suffix") or ""
