"""Joining the cites of a citation, grouped and collapsed (CSL 1.0.2, "Cite Grouping",
"Cite Collapsing").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from loccit._startup.dataclass import replace
from loccit.csl.citations.cite import PlacedCite
from loccit.csl.citations.renderer import Renderer
from loccit.csl.output_tree import (
    Node,
    Output,
    edit,
    edit_first,
    find,
    is_empty,
    leaves,
    without,
)
from loccit.csl.text.markup import parse_rich
from loccit.csl.text.typeset import plain_text

T = TypeVar("T")

_MARKS = (",", ";", ":", ".")


def join_cites(renderer: Renderer, cites: list[PlacedCite], link: bool) -> Output:
    """The cites with the delimiters between them."""
    return _Joining(renderer, link).run(
        [placed for placed in cites if is_printed(placed)]
    )


def linked(output: Output, key: str) -> Output:
    """An output that leads to the source's entry."""
    return Node((output,), tag="link", value=f"#ref-{key}")


def is_printed(placed: PlacedCite) -> bool:
    """Whether anything would be seen of the cite."""
    return (
        not is_empty(placed.output)
        or bool(placed.cite.prefix)
        or bool(placed.cite.suffix)
    )


class _Joining:
    """One citation's cites on their way into one output."""

    def __init__(self, renderer: Renderer, link: bool) -> None:
        style = renderer.style
        options = style.citation_options
        self.renderer, self.locale, self.link, self.collapse = (
            renderer,
            renderer.locale,
            link,
            options.collapse,
        )
        self.numbers = renderer.numbers
        layout = style.citation.formatting.delimiter
        self.delimiter = layout
        self.group_delimiter = options.cite_group_delimiter
        if self.group_delimiter is None:
            # In the text an author's years are a list of their own; in notes the
            # layout's delimiter parts them too.
            self.group_delimiter = ", " if style.citation_class == "in-text" else layout
        self.groups_cites = (
            options.cite_group_delimiter is not None or self.collapse.startswith("year")
        )
        self.sorts = bool(style.citation.sort_keys)
        self.in_text = style.citation_class == "in-text"
        self.after_collapse = (
            layout
            if options.after_collapse_delimiter is None
            else options.after_collapse_delimiter
        )
        group_or_layout = (
            layout
            if options.cite_group_delimiter is None
            else options.cite_group_delimiter
        )
        self.suffix_delimiter = (
            group_or_layout
            if options.year_suffix_delimiter is None
            else options.year_suffix_delimiter
        )

    def run(self, cites: list[PlacedCite]) -> Output:
        """All cites as one output."""
        if self.collapse == "citation-number":
            return self._joined(self._number_ranges(cites))
        if self.groups_cites and len(cites) > 1:
            return self._joined(
                [
                    piece
                    for group in self._groups(cites)
                    for piece in self._collapsed(group)
                ]
            )
        return self._joined([(self._cite(placed), self.delimiter) for placed in cites])

    def _joined(self, pieces: list[tuple[Output, str]]) -> Output:
        """Each piece comes with the delimiter that follows it."""
        children: list[Output] = []
        delimiter = ""
        for output, after in pieces:
            prefix = find(output, "prefix")
            if children and prefix and prefix.value == "secondary":
                children.append(", ")
            elif (
                children
                and delimiter
                and not (prefix and "".join(leaves(prefix)).lstrip().startswith(_MARKS))
            ):
                suffix = find(children[-1], "suffix")
                # a suffix that ends in a mark of its own needs no other
                children.append(
                    " "
                    if suffix and "".join(leaves(suffix)).endswith(_MARKS)
                    else delimiter
                )
            children.append(output)
            delimiter = after
        return Node(tuple(children))

    def _cite(self, placed: PlacedCite) -> Output:
        """A cite between its own prefix and suffix."""
        children: list[Output] = []
        if placed.cite.prefix:
            value = "secondary" if placed.cite.secondary else ""
            children.append(
                Node((parse_rich(placed.cite.prefix),), tag="prefix", value=value)
            )
        children.append(
            linked(placed.output, placed.key) if self.link else placed.output
        )
        if placed.cite.suffix:
            children.append(Node((parse_rich(placed.cite.suffix),), tag="suffix"))
        return Node(tuple(children), tag="cite")

    # -- grouping and collapsing by author

    def _authors(self, placed: PlacedCite) -> str:
        names = find(placed.output, "names")
        return plain_text(names, self.locale) if names is not None else ""

    def _groups(self, cites: list[PlacedCite]) -> list[list[PlacedCite]]:
        """Cites of the same authors that stand side by side; a prefix, or a suffix
        before, begins anew.

        Where the style sorts its cites, those of one author come together even if they
        were parted.
        """

        unread = {
            id(before) for before, placed in pairwise(cites) if placed.cite.secondary
        }

        def follows(before: PlacedCite, placed: PlacedCite) -> bool:
            if before.cite.suffix or placed.cite.prefix or id(placed) in unread:
                return False
            return self._authors(before) == self._authors(placed)

        groups = _runs(cites, follows)
        if not self.sorts:
            return groups
        gathered: dict[object, list[PlacedCite]] = {}
        for number, group in enumerate(groups):
            authors = self._authors(group[0])
            stays = (
                placed.cite.prefix or placed.cite.suffix or id(placed) in unread
                for placed in group
            )
            has_affix = any(stays)
            gathered.setdefault(
                number if has_affix or not authors else authors, []
            ).extend(group)
        return list(gathered.values())

    def _collapsed(self, group: list[PlacedCite]) -> list[tuple[Output, str]]:
        """A group's cites, the authors printed once."""
        if not self.collapse or len(group) == 1:
            delimiter = self.group_delimiter or ""
            pieces = [(self._cite(placed), delimiter) for placed in group]
            # in the text even an author's only year counts as a collapsed group
            after = (
                self.after_collapse
                if self.collapse and self.in_text
                else self.delimiter
            )
            return [*pieces[:-1], (pieces[-1][0], after)]
        pieces = []
        for run in self._runs_of_one_year(group):
            first = pieces == []
            pieces += self._years(run, first)
        last, _ = pieces[-1]
        return [*pieces[:-1], (last, self.after_collapse)]

    def _runs_of_one_year(self, group: list[PlacedCite]) -> Iterable[list[PlacedCite]]:
        if not self.collapse.startswith("year-suffix"):
            return [[placed] for placed in group]
        return _runs(group, lambda before, placed: self._same_year(before, placed))

    def _same_year(self, before: PlacedCite, placed: PlacedCite) -> bool:
        if (
            not before.state.year_suffix
            or not placed.state.year_suffix
            or before.cite.locator
        ):
            return False
        if (
            find(before.output, "year-suffix") is None
            or find(placed.output, "year-suffix") is None
        ):
            return False
        return self._besides(before) == self._besides(placed)

    def _besides(self, placed: PlacedCite) -> str:
        """A cite but for its names, its letter, and its locator."""
        output = self.renderer.cite(
            placed.key, replace(placed.state, locator=None)
        ).output
        return plain_text(without(output, "names", "year-suffix"), self.locale)

    def _years(
        self, run: list[PlacedCite], first_of_group: bool
    ) -> list[tuple[Output, str]]:
        """One year, with the letters of all its cites."""
        head, *rest = run
        if not first_of_group:
            head = PlacedCite(
                head.cite, head.state, edit_first(head.output, ("names",), lambda _: "")
            )
            if not is_printed(head):  # without a date there is nothing but the names
                return []
        after = self.after_collapse if head.cite.locator else self.group_delimiter or ""
        if not rest:
            return [(self._cite(head), after)]
        letters = [(self._letter(placed), placed) for placed in rest]
        pieces: list[tuple[Output, str]] = [(self._cite(head), self.suffix_delimiter)]
        if self.collapse == "year-suffix-ranged":
            pieces = self._ranged([(self._cite(head), head), *letters])
        else:
            pieces += [(letter, self.suffix_delimiter) for letter, _ in letters]
        return [*pieces[:-1], (pieces[-1][0], after)]

    def _letter(self, placed: PlacedCite) -> Output:
        """What is left of a cite whose names and year stand before it: its letter, and
        its locator.
        """
        suffix = find(placed.output, "year-suffix")
        assert suffix is not None
        rest: Output = suffix
        if placed.cite.locator:
            rest = edit(without(placed.output, "names"), _letter_alone)
        return self._cite(PlacedCite(placed.cite, placed.state, rest))

    def _ranged(
        self, letters: list[tuple[Output, PlacedCite]]
    ) -> list[tuple[Output, str]]:
        pieces: list[tuple[Output, str]] = []
        for run in _runs(
            letters, lambda a, b: a[1].state.year_suffix + 1 == b[1].state.year_suffix
        ):
            pieces += _range(
                [output for output, _ in run], self._dash(), self.suffix_delimiter
            )
        return pieces

    def _dash(self) -> str:
        return "–"

    # -- collapsing by number

    def _number_ranges(self, cites: list[PlacedCite]) -> list[tuple[Output, str]]:
        pieces: list[tuple[Output, str]] = []
        for run in _runs(cites, self._follows):
            outputs = [self._cite(placed) for placed in run]
            pieces += _range(outputs, self._dash(), self.delimiter)
            if len(run) > 2:
                pieces[-1] = (pieces[-1][0], self.after_collapse)
        return pieces

    def _follows(self, before: PlacedCite, placed: PlacedCite) -> bool:
        return (
            _is_number_alone(before)
            and _is_number_alone(placed)
            and self.numbers[before.key] + 1 == self.numbers[placed.key]
        )


def _letter_alone(node: Node) -> Output | None:
    """A date as the letter behind its year."""
    return (find(node, "year-suffix") or "") if node.tag == "date" else None


def _is_number_alone(placed: PlacedCite) -> bool:
    if placed.cite.prefix or placed.cite.suffix or placed.cite.locator:
        return False
    return is_empty(without(placed.output, "citation-number"))


def _range(
    outputs: list[Output], dash: str, delimiter: str
) -> list[tuple[Output, str]]:
    if len(outputs) < 3:
        return [(output, delimiter) for output in outputs]
    return [(Node((outputs[0], dash, outputs[-1])), delimiter)]


def _runs(things: Iterable[T], follows: Callable[[T, T], bool]) -> list[list[T]]:
    """Parts a list into runs in which each thing follows the one before."""
    runs: list[list[T]] = []
    for thing in things:
        if runs and follows(runs[-1][-1], thing):
            runs[-1].append(thing)
        else:
            runs.append([thing])
    return runs
