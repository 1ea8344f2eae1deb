"""The author in the sentence and the rest in brackets; or no author at all."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.csl.citations.cite import PlacedCite
from loccit.csl.citations.collapse import is_printed, join_cites
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState
from loccit.csl.elements.name_parts import abbreviation_of
from loccit.csl.elements.names import Names
from loccit.csl.output_tree import (
    PLAIN,
    Formatting,
    Node,
    Output,
    Tag,
    edit_first,
    find,
    is_empty,
    leaves,
    walk,
)
from loccit.csl.text.markup import parse_rich

#: For styles whose cites name no author, such as numeric ones: "Doe et al. [3]".
_AUTHORS = Names(
    ("author",),
    PLAIN,
    {
        "form": "short",
        "and": "text",
        "et-al-min": "3",
        "et-al-use-first": "1",
        "delimiter-precedes-last": "contextual",
        "delimiter-precedes-et-al": "contextual",
    },
    substitute=(Names(("editor",), PLAIN, shorthand=True),),
)

#: What may stand beside a locator and belong to it.
_OF_LOCATOR = frozenset(["", "label", "locator", "term", "transparent"])

#: What may part an author from what follows.
_PARTING = " \xa0,.;:"


def author_part(renderer: Renderer, placed: PlacedCite) -> Output:
    """What stands for the author of a cite in a sentence: its first names, or what was
    substituted for them.

    Where the style prints a title with no names before it, as of a law, the title is
    the author.  Names that the style joins with "&" are joined with "and" here (APA
    8.17).  A prefix comes before the author.  A style that has a cs:intext of its own,
    as styles for citeproc-js may, says itself what stands there.  Where it prints a
    number, there stand the author and the editor, or the title as it is in the list.
    """
    if spoken := renderer.sources[placed.key].text("narrative-title"):
        return Node((spoken,))
    state = replace(placed.state, narrative=True)
    if (intext := renderer.style.intext) is not None:
        names: Output | None = renderer.part(placed.key, state, intext)
    else:
        names = _named(renderer, placed.key, state)
    if names is None:
        layout = renderer.style.citation
        context = renderer.context(placed.key, CiteState(narrative=True), layout)
        names = _AUTHORS.render(context) or _listed_title(renderer, placed)
    if names is None:
        return Node(())
    prefix = (parse_rich(placed.cite.prefix),) if placed.cite.prefix else ()
    return Node((*prefix, names))


def _named(renderer: Renderer, key: str, state: CiteState) -> Node | None:
    """The names or the title in a cite; where it has none for it is but "ibid.", those
    it would have otherwise.
    """
    said_again = (
        replace(state, position="subsequent")
        if state.position.startswith("ibid")
        else state
    )
    for cited in dict.fromkeys((state, said_again)):
        output = renderer.cite(key, cited).output
        if (names := find(output, "names") or find(output, "title")) is not None:
            return names
    return None


def _listed_title(renderer: Renderer, placed: PlacedCite) -> Output | None:
    """The title of what is cited by a number, as the bibliography has it but for what
    parts it from the rest there.
    """
    if (
        renderer.style.bibliography is None
        or find(placed.output, "citation-number", "citation-label") is None
    ):
        return None
    title = find(renderer.entry(placed.key, CiteState()).output, "title")
    return (
        replace(title, formatting=replace(title.formatting, prefix="", suffix=""))
        if title
        else None
    )


def with_author(renderer: Renderer, placed: PlacedCite) -> Output:
    """A cite that says whose work it is, even where a number would that leads to the
    list, which it is not in.
    """
    if find(placed.output, "names", "title") is not None:
        return placed.output
    locator = find(placed.output, "locator")
    parts = (author_part(renderer, placed), *([locator] if locator is not None else []))
    return Node(parts, Formatting(delimiter=", "))


def without_author(output: Output) -> Output:
    """A cite without its first names, or what was substituted for them, and the
    punctuation that parted them.
    """
    tag: Tag = "names" if find(output, "names") is not None else "title"
    return _begun(edit_first(output, (tag,), lambda _: ""))


def _begun(output: Output) -> Output:
    """What does not begin with punctuation: a style may print ", 2010" behind a name,
    and have no word for "n.d.".
    """
    if isinstance(output, str):
        return output if output.strip(_PARTING) else ""
    prefix = output.formatting.prefix.lstrip(_PARTING)
    begun = replace(output, formatting=replace(output.formatting, prefix=prefix))
    if prefix:
        return begun
    children = list(begun.children)
    for number, child in enumerate(children):
        children[number] = _begun(child)
        if not is_empty(children[number]):
            break
    return replace(begun, children=tuple(children))


def locator_part(output: Output) -> Output | None:
    """The locator with its label, alone; None where the style prints none, or a number
    that stands for the source.
    """
    path = _path_to_locator(output)
    if not path or find(output, "citation-number") is not None:
        return None
    part = path.pop()
    for parent in reversed(path):
        others = (child for child in parent.children if child is not part)
        if any(node.tag not in _OF_LOCATOR for other in others for node in walk(other)):
            break
        part = parent
    formatting = part.formatting
    return replace(
        part,
        formatting=replace(
            formatting, prefix=formatting.prefix.lstrip(_PARTING), suffix=""
        ),
    )


def _path_to_locator(output: Output) -> list[Node]:
    """The nodes from the outermost down to the locator; none where there is no locator."""
    if isinstance(output, str):
        return []
    if output.tag == "locator":
        return [output]
    below = next(filter(None, map(_path_to_locator, output.children)), None)
    return [output, *below] if below else []


def says_nothing(output: Output) -> bool:
    """Whether there is nothing but figures in it, such as the page of what was cited
    just before.
    """
    return not any(character.isalpha() for text in leaves(output) for character in text)


def rest_part(renderer: Renderer, cites: list[PlacedCite], link: bool) -> Output:
    """The cites of a narrative citation as they stand in its brackets, the first
    without its author.

    They are joined before he is taken out, so that what else he wrote collapses with
    it: "Davis (1981, 1983)".
    """
    first, *others = cites
    cite = replace(first.cite, prefix=type(first.cite.prefix)())
    rest = PlacedCite(
        cite, first.state, without_first_author(renderer, first, first.output)
    )
    if not others or not is_printed(rest):
        return join_cites(renderer, [rest, *others], link)
    joined = join_cites(
        renderer, [PlacedCite(cite, first.state, first.output), *others], link
    )
    return without_first_author(renderer, first, joined)


def without_first_author(
    renderer: Renderer, placed: PlacedCite, output: Output
) -> Output:
    """The cite, or cites of which it is the first, without its author or with the
    abbreviation introduced for him.
    """
    if (
        placed.state.abbreviation == "introduced"
    ):  # "World Health Organization (WHO, 2020)"
        _, abbreviation = abbreviation_of(renderer.sources[placed.key])
        return edit_first(output, ("names",), lambda _: abbreviation)
    return (
        without_author(output)
        if find(placed.output, "names", "title") is not None
        else output
    )
