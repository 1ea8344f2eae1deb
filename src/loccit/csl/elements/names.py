"""cs:names with its cs:substitute (CSL 1.0.2, "Names").

name.py has cs:name, name_list.py cs:et-al.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from loccit._startup.dataclass import dataclass, field, replace
from loccit.csl.elements.choose import Choose
from loccit.csl.elements.context import Context, Element, GivenLevel, OuterNames
from loccit.csl.elements.formatting import formatted
from loccit.csl.elements.label import NamesLabel
from loccit.csl.elements.name import NamePrinter
from loccit.csl.elements.name_list import EtAl, NameJoiner, shown_names
from loccit.csl.elements.name_options import NameOptions, name_options
from loccit.csl.elements.name_parts import abbreviation_of, split_name
from loccit.csl.elements.tally import NamesList
from loccit.csl.elements.text import TextTerm
from loccit.csl.output_tree import PLAIN, Formatting, Node, Output, is_empty
from loccit.model import Name
from loccit.values.names import OTHERS

#: Languages whose typography keeps a particle and its surname on one line, as
#: citeproc-js does.
_BOUND_PARTICLES = ("fr", "ru", "cs")
_NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Names(OuterNames):
    """cs:names.

    Attributes:
        shorthand: it has no children.  In cs:substitute it takes those of the cs:names
            around it.
    """

    variables: tuple[str, ...]
    formatting: Formatting
    name_attributes: Mapping[str, str] = field(default_factory=dict)
    name_formatting: Formatting = PLAIN
    parts: Mapping[str, Formatting] = field(default_factory=dict)
    et_al: EtAl = EtAl()
    label: NamesLabel | None = None
    substitute: tuple[Element, ...] = ()
    shorthand: bool = False

    def render(self, context: Context) -> Output | None:
        outer = context.outer_names
        if self.shorthand and outer is not None:
            names = outer.with_variables(self.variables, self.formatting)
            return names.render(context)
        output = self.render_lists(context)
        if output is None and self.substitute:
            return self._substituted(context.in_substitute(self))
        return output

    def with_variables(
        self,
        variables: tuple[str, ...],
        formatting: Formatting,
    ) -> Names:
        """These options for the variables of a cs:names in this one's cs:substitute."""
        look = formatting if formatting != PLAIN else self.formatting
        return replace(self, variables=variables, formatting=look, substitute=())

    def render_lists(self, context: Context) -> Output | None:
        """The lists of the variables that have names."""
        lists = self._lists(context)
        if not lists:
            context.tally.count(found=False)
            return None
        for variable in self.variables:
            context.count(variable, found=True)
        options = self._options(context)
        if options.form == "count":
            return self._counted(context, lists, options)
        printer = self._printer(context, options)
        outputs: list[Output] = []
        for term, names in lists:
            one = _ListRendering(self, context, printer, names)
            outputs.append(one.render(term))
        return formatted(
            tuple(outputs),
            self._formatting(context),
            "names",
            " ".join(self.variables),
            context.language,
        )

    def _options(self, context: Context) -> NameOptions:
        attributes = dict(context.name_attributes)
        attributes.update(self.name_attributes)
        attributes.update(context.sort_attributes)
        return name_options(attributes)

    def _printer(self, context: Context, options: NameOptions) -> NamePrinter:
        binds = context.locale.language in _BOUND_PARTICLES
        return NamePrinter(
            options,
            self.parts,
            context.document.demote_particles,
            context.document.initialize_with_hyphen,
            context.in_sort,
            _NO_BREAK_SPACE if binds else " ",
            context.language,
        )

    def _formatting(self, context: Context) -> Formatting:
        """The formatting with the inherited delimiter, if cs:names has none."""
        inherited = context.name_attributes.get("names-delimiter")
        if self.formatting.delimiter or not inherited:
            return self.formatting
        return _with_delimiter(self.formatting, inherited)

    def _lists(self, context: Context) -> list[tuple[str, tuple[Name, ...]]]:
        """Each variable's term and names.

        The people of the work that was reprinted have the terms of their role.
        """
        lists: list[tuple[str, tuple[Name, ...]]] = []
        for variable in self.variables:
            names = context.names(variable)
            if names:
                lists.append((variable.removeprefix("reprinted-"), names))
        if len(lists) == 2 and self._are_editors_and_translators(context, lists):
            return [("editortranslator", lists[0][1])]
        return lists

    def _are_editors_and_translators(
        self,
        context: Context,
        lists: list[tuple[str, tuple[Name, ...]]],
    ) -> bool:
        """Return whether the lists name the same people, and the locale has a term."""
        if self.label is None:
            return False
        (one, editors), (other, translators) = lists
        if {one, other} != {"editor", "translator"} or editors != translators:
            return False
        return bool(context.locale.term("editortranslator", self.label.form))

    def _counted(
        self,
        context: Context,
        lists: list[tuple[str, tuple[Name, ...]]],
        options: NameOptions,
    ) -> Output | None:
        """The number of names that would be printed."""
        count = 0
        for _, names in lists:
            count += shown_names(context, len(names), options)
        if not count:
            return None
        variables = " ".join(self.variables)
        return Node((str(count),), self.formatting, "names", variables)

    def _substituted(self, context: Context) -> Output | None:
        """The first alternative of cs:substitute that prints anything."""
        tally = context.tally
        for element in _alternatives(self.substitute, context):
            before = tally.snapshot()
            output = element.render(context)
            if output is not None and _ends_search(element, output):
                tally.count_as_one(before, found=True)
                if isinstance(element, Names):
                    return output
                return Node((output,), tag="names", value="substitute")
            tally.undo(before)
            tally.count_as_one(before, found=False)
        return None


@lru_cache(maxsize=256)
def _with_delimiter(formatting: Formatting, delimiter: str) -> Formatting:
    return replace(formatting, delimiter=delimiter)


def _alternatives(elements: tuple[Element, ...], context: Context) -> Iterator[Element]:
    """The elements of cs:substitute; those of a cs:choose's branch are alternatives too."""
    for element in elements:
        if isinstance(element, Choose):
            yield from _alternatives(element.chosen(context), context)
        else:
            yield element


def _ends_search(element: Element, output: Output) -> bool:
    """Return whether anything is printed, or a term that the locale leaves empty."""
    return isinstance(element, TextTerm) or not is_empty(output)


class _ListRendering:
    """The rendering of one list of names.

    Attributes:
        names: without the last one if it stands for others.
        others: the last name stood for others who are not named.
        shown: how many names are printed.
        levels: how much of each given name the cite shows.
    """

    def __init__(
        self,
        element: Names,
        context: Context,
        printer: NamePrinter,
        names: tuple[Name, ...],
    ) -> None:
        self.element = element
        self.context = context
        self.printer = printer
        self.options = printer.options
        self.others = len(names) > 1 and names[-1].literal == OTHERS.literal
        self.names = names[:-1] if self.others else names
        lists = context.tally.lists
        index = len(lists)
        self.is_first = index == 0
        self.shown = self._shown(index)
        self.levels = self._levels(index)
        lists.append(NamesList(self.names, self.shown, self.options))

    def _shown(self, index: int) -> int:
        count = len(self.names)
        shown = shown_names(self.context, count, self.options)
        least = self.context.state.names_shown
        if index < len(least):
            return min(max(shown, least[index]), count)
        return shown

    def _levels(self, index: int) -> tuple[GivenLevel, ...]:
        levels = self.context.state.given_levels
        return levels[index] if index < len(levels) else ()

    def render(self, term: str) -> Node:
        """The names, and their label before or after them."""
        nodes = [self._name(name, index) for index, name in enumerate(self.names)]
        each, whole = self.element.name_formatting, PLAIN
        is_shortened = self.others or self.shown < len(nodes)
        if is_shortened and each is not PLAIN:
            # What replaces the other names is formatted as they are, without affixes.
            whole = replace(each, prefix="", suffix="")
            each = Formatting(prefix=each.prefix, suffix=each.suffix)
        if not self.context.in_sort:
            nodes = [_formatted(node, each) for node in nodes]
        if term == "author" and self._abbreviates():
            nodes = [_abbreviated(self.context, nodes[0])]
        return self._labelled(Node(tuple(self._joined(nodes)), whole), term)

    def _joined(self, nodes: list[Node]) -> list[Output]:
        joiner = NameJoiner(self.context, self.options, self.element.et_al)
        if self.others:
            return joiner.shortened(nodes, self.shown)
        return joiner.joined(nodes, self.shown)

    def _name(self, name: Name, index: int) -> Node:
        order = self.options.name_as_sort_order
        inverted = order == "all" or (order == "first" and index == 0)
        if self.context.state.narrative:
            inverted = False
        own = self.levels[index] if index < len(self.levels) else 0
        level = max(own, self._hint(name, index))
        if level > own and self.options.form == "short":
            # the given names distinguish people, not a "Jr."
            name = replace(split_name(name), suffix="")
        return self.printer.render(
            name,
            inverted=inverted or self.context.in_sort,
            level=level,
        )

    def _hint(self, name: Name, index: int) -> GivenLevel:
        """How much of the given names the whole document shows."""
        hints = self.context.document.given_hints
        if not hints or self.context.in_bibliography or self.context.in_sort:
            return 0
        if self.context.document.primary_names_only and (index or not self.is_first):
            return 0
        return hints.get(name, 0)

    def _abbreviates(self) -> bool:
        context = self.context
        if context.in_bibliography or context.in_sort:
            return False
        return context.state.abbreviation != ""

    def _labelled(self, names: Node, term: str) -> Node:
        label = self.element.label
        # a sentence names people without their roles
        if label is None or self.context.in_sort or self.context.state.narrative:
            return names
        if not self.shown:
            return names
        text = label.render(self.context, term, len(self.names))
        if text is None:
            return names
        return Node((text, names) if label.before else (names, text))


def _formatted(node: Node, look: Formatting) -> Node:
    """A name as cs:name formats it, apart from the text between the names."""
    if look is PLAIN:
        return node
    inner = Node(node.children, look)
    return Node((inner,), node.formatting, node.tag, node.value)


def _abbreviated(context: Context, group: Node) -> Node:
    """A group with its abbreviation, or the abbreviation alone.

    In a sentence, the group alone: the brackets that follow introduce the abbreviation.
    """
    _, short = abbreviation_of(context.source)
    if context.state.abbreviation == "known":
        return Node((short,), tag="name")
    if context.state.narrative:
        return group
    return Node((group, f" [{short}]"), tag="name")
