"""cs:names with its cs:substitute (CSL 1.0.2, "Names"); name.py has cs:name,
name_list.py cs:et-al.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.choose import Choose
from loccit.csl.elements.context import Context, Element, GivenLevel, NamesList
from loccit.csl.elements.formatting import formatted
from loccit.csl.elements.label import NamesLabel
from loccit.csl.elements.name import NamePrinter
from loccit.csl.elements.name_list import EtAl, joined, shortened, shown_names
from loccit.csl.elements.name_options import NameOptions, name_options
from loccit.csl.elements.name_parts import abbreviation_of, split_name
from loccit.csl.output_tree import PLAIN, Formatting, Node, Output, is_empty
from loccit.model import Name

#: What BibTeX calls authors who are not named.
OTHERS = "others"
#: Languages whose typography keeps a particle and its surname on one line, as
#: citeproc-js does.
_BOUND_PARTICLES = ("fr", "ru", "cs")


@dataclass(frozen=True, slots=True)
class Names:
    """cs:names."""

    variables: tuple[str, ...]
    formatting: Formatting
    name_attributes: Mapping[str, str] = field(default_factory=dict)
    name_formatting: Formatting = PLAIN
    parts: Mapping[str, Formatting] = field(default_factory=dict)
    et_al: EtAl = EtAl()
    label: NamesLabel | None = None
    substitute: tuple[Element, ...] = ()
    shorthand: bool = False  # without children of its own: within cs:substitute it takes those of the outer cs:names

    def render(self, context: Context) -> Output | None:
        if self.shorthand and context.outer_names:
            return context.outer_names[-1](self.variables, self.formatting).render(
                context
            )
        output = self.render_lists(context)
        if output is None and self.substitute:
            return self._substituted(context)
        return output

    def taking(self, variables: tuple[str, ...], formatting: Formatting) -> Names:
        """These options, for the variables of a cs:names within our cs:substitute."""
        look = formatting if formatting != PLAIN else self.formatting
        return replace(self, variables=variables, formatting=look, substitute=())

    def render_lists(self, context: Context) -> Output | None:
        """The lists of the variables that have names."""
        lists = self._lists(context)
        context.note(self.variables[0] if self.variables else "", bool(lists))
        if not lists:
            return None
        context.used += self.variables
        attributes = {
            **context.name_attributes,
            **self.name_attributes,
            **context.sort_attributes,
        }
        options = name_options(attributes)
        if options.form == "count":
            return self._counted(context, lists, options)
        printer = NamePrinter(
            options,
            self.parts,
            context.demote_particles,
            context.initialize_with_hyphen,
            context.in_sort,
            particle_space="\u00a0"
            if context.locale.language in _BOUND_PARTICLES
            else " ",
        )
        outputs = tuple(
            self._one_list(context, term, names, printer) for term, names in lists
        )
        delimiter = self.formatting.delimiter or context.name_attributes.get(
            "names-delimiter", ""
        )
        formatting = replace(self.formatting, delimiter=delimiter)
        return formatted(outputs, formatting, "names", " ".join(self.variables))

    def _lists(self, context: Context) -> list[tuple[str, tuple[Name, ...]]]:
        """Term and names of each variable; editors who are also the translators are
        named once.

        The people of a work that was reprinted have the terms of their kind
        (bibliography/related.py).
        """
        lists = [
            (variable.removeprefix("reprinted-"), names)
            for variable in self.variables
            if (names := context.names(variable))
        ]
        if (
            len(lists) == 2
            and {lists[0][0], lists[1][0]} == {"editor", "translator"}
            and lists[0][1] == lists[1][1]
        ):
            has_term = self.label and context.locale.term(
                "editortranslator", self.label.form
            )
            if has_term:
                return [("editortranslator", lists[0][1])]
        return lists

    def _counted(
        self,
        context: Context,
        lists: list[tuple[str, tuple[Name, ...]]],
        options: NameOptions,
    ) -> Output | None:
        count = sum(shown_names(context, len(names), options) for _, names in lists)
        return (
            Node((str(count),), self.formatting, "names", " ".join(self.variables))
            if count
            else None
        )

    def _one_list(
        self, context: Context, term: str, names: tuple[Name, ...], printer: NamePrinter
    ) -> Node:
        number, options = len(context.lists), printer.options
        others = len(names) > 1 and names[-1].literal == OTHERS
        names = names[:-1] if others else names
        shown = shown_names(context, len(names), options)
        extra = context.state.names_shown
        if number < len(extra):
            shown = min(max(shown, extra[number]), len(names))
        context.lists.append(NamesList(names, shown, options))
        levels = (
            context.state.given_levels[number]
            if number < len(context.state.given_levels)
            else ()
        )
        nodes = [
            self._one_name(context, printer, name, index, levels)
            for index, name in enumerate(names)
        ]
        if shown == len(names) and not others and not context.in_sort:
            # cs:name formats each name, not what stands between them
            nodes = [
                replace(node, children=(Node(node.children, self.name_formatting),))
                for node in nodes
            ]
        if (
            context.state.abbreviation
            and term == "author"
            and not context.in_bibliography
            and not context.in_sort
        ):
            nodes = [_abbreviated(context, nodes[0])]
        join = shortened if others else joined
        list_node = Node(
            tuple(join(context, nodes, shown, options, self.et_al)),
            # what stands for the other names looks as they do
            self.name_formatting if others or shown < len(nodes) else PLAIN,
        )
        children: list[Output] = [list_node]
        # a sentence names people as one does, without their parts in the work
        label = None if context.in_sort or context.state.narrative else self.label
        if label and (text := label.render(context, term, len(names))) is not None:
            children.insert(0 if label.before else 1, text)
        return Node(tuple(children))

    def _one_name(
        self,
        context: Context,
        printer: NamePrinter,
        name: Name,
        index: int,
        levels: tuple[GivenLevel, ...],
    ) -> Node:
        order = printer.options.name_as_sort_order
        in_order = order == "all" or (order == "first" and index == 0)
        inverted = context.in_sort or (in_order and not context.state.narrative)
        own: GivenLevel = levels[index] if index < len(levels) else 0
        hint = _hint(context, name, index)
        if hint > own and printer.options.form == "short":
            name = replace(
                split_name(name), suffix=""
            )  # the given names tell people apart, not a "Jr."
        return printer.render(name, inverted=inverted, level=max(own, hint))

    def _substituted(self, context: Context) -> Output | None:
        context.outer_names.append(self.taking)
        try:
            for element in _alternatives(self.substitute, context):
                used, called, found = len(context.used), context.called, context.found
                lists = len(context.lists)
                output = element.render(context)
                if output is not None and (
                    not is_empty(output) or _is_empty_term(output)
                ):
                    if isinstance(output, Node) and output.tag == "names":
                        node = output
                    else:
                        node = Node((output,), tag="names", value="substitute")
                    if not context.in_sort:
                        context.suppressed.update(context.used[used:])
                    context.called, context.found = called + 1, found + 1
                    return node
                del context.used[used:], context.lists[lists:]
                context.called, context.found = called + 1, found
            return None
        finally:
            context.outer_names.pop()


def _alternatives(elements: tuple[Element, ...], context: Context) -> Iterator[Element]:
    """The elements of cs:substitute; those of a cs:choose's branch are alternatives,
    too.
    """
    for element in elements:
        if isinstance(element, Choose):
            yield from _alternatives(element.chosen(context), context)
        else:
            yield element


def _is_empty_term(output: Output) -> bool:
    """A term that the locale has, though with nothing in it, ends the search for a
    substitute.
    """
    return isinstance(output, Node) and output.tag == "term"


def _hint(context: Context, name: Name, index: int) -> GivenLevel:
    """What is shown of the given names throughout the document, to tell namesakes
    apart.
    """
    if context.primary_names_only and (index or len(context.lists) > 1):
        return 0
    return context.given_hints.get(name, 0)


def _abbreviated(context: Context, group: Node) -> Node:
    """A group with its abbreviation, or by that alone; in a sentence, it is introduced
    in the brackets that follow.
    """
    _, short = abbreviation_of(context.source)
    if context.state.abbreviation == "known":
        return Node((short,), tag="name")
    return (
        group if context.state.narrative else Node((group, f" [{short}]"), tag="name")
    )
