"""The author in the sentence and the rest in brackets, or no author at all."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.citations.suppress_author import SEPARATORS, without_author
from loccit.csl.elements.context import CiteState
from loccit.csl.elements.name_parts import abbreviation_of
from loccit.csl.elements.names import Names
from loccit.csl.output_tree import (
    NOTHING,
    PLAIN,
    Formatting,
    Node,
    Output,
    edit_first,
    find,
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

#: Tags of what can belong to a locator.
_OF_LOCATOR = frozenset(["", "label", "locator", "term", "transparent"])


def author_part(renderer: Renderer, placed: PlacedCite) -> Output:
    """The author of a cite in a sentence, after the cite's prefix.

    This is the first of these that the cite has:

    - the `narrative-title` of its source;
    - the output of cs:intext, if the style has one (citeproc-js);
    - its names, or what was substituted for them, with "and" for "&" (APA 7, section
      8.17);
    - its title, as of a law;
    - in a style that prints a number, the author or the editor, or the title as in the
      bibliography.
    """
    title = renderer.sources[placed.key].text("narrative-title")
    if title:
        return Node((title,))
    author = _author(renderer, placed)
    if author is None:
        return NOTHING
    if not placed.cite.prefix:
        return Node((author,))
    return Node((parse_rich(placed.cite.prefix), author))


def _author(renderer: Renderer, placed: PlacedCite) -> Output | None:
    state = replace(placed.state, narrative=True)
    intext = renderer.style.intext
    if intext is not None:
        author = renderer.part(placed.key, state, intext)
    else:
        author = _named(renderer, placed.key, state)
    if author is not None:
        return author
    layout = renderer.style.citation
    context = renderer.context(placed.key, CiteState(narrative=True), layout)
    return _AUTHORS.render(context) or _listed_title(renderer, placed)


def _named(
    renderer: Renderer,
    key: str,
    state: CiteState,
) -> Node | None:
    """The names or the title in a cite; for a mere "ibid.", those of a subsequent cite."""
    found = _names_or_title(renderer.cite(key, state).output)
    if found is None and state.position.startswith("ibid"):
        state = replace(state, position="subsequent")
        found = _names_or_title(renderer.cite(key, state).output)
    return found


def _names_or_title(output: Output) -> Node | None:
    return find(output, "names") or find(output, "title")


def _listed_title(renderer: Renderer, placed: PlacedCite) -> Output | None:
    """The title of a work cited by number, as in the bibliography.

    It is without the affixes that separate it from the rest there.
    """
    if find(placed.output, "citation-number", "citation-label") is None:
        return None
    if renderer.style.bibliography is None:
        return None
    title = find(renderer.entry(placed.key, CiteState()).output, "title")
    if title is None:
        return None
    formatting = replace(title.formatting, prefix="", suffix="")
    return replace(title, formatting=formatting)


def with_author(renderer: Renderer, placed: PlacedCite) -> Output:
    """A cite of a work that is not listed, with its author.

    A number would lead nowhere.
    """
    if find(placed.output, "names", "title") is not None:
        return placed.output
    parts = [author_part(renderer, placed)]
    locator = find(placed.output, "locator")
    if locator is not None:
        parts.append(locator)
    return Node(tuple(parts), Formatting(delimiter=", "))


def locator_part(output: Output) -> Output | None:
    """The locator with its label, alone.

    None if the style prints no locator, or a number that stands for the source.
    """
    path = _path_to_locator(output)
    if not path or find(output, "citation-number") is not None:
        return None
    part = path.pop()
    for parent in reversed(path):
        if not _belongs_to_locator(parent, part):
            break
        part = parent
    part = _unwrapped(part)
    prefix = part.formatting.prefix.lstrip(SEPARATORS)
    formatting = replace(part.formatting, prefix=prefix, suffix="")
    return replace(part, formatting=formatting)


def _unwrapped(part: Node) -> Node:
    """A part without the nodes that only enclose it, which have no affixes."""
    while part.formatting is PLAIN and not part.tag and len(part.children) == 1:
        inner = part.children[0]
        if isinstance(inner, str):
            break
        part = inner
    return part


def _path_to_locator(output: Output) -> list[Node]:
    """The nodes from the outermost to the locator; none if there is no locator."""
    if isinstance(output, str):
        return []
    if output.tag == "locator":
        return [output]
    for child in output.children:
        below = _path_to_locator(child)
        if below:
            return [output, *below]
    return []


def _belongs_to_locator(parent: Node, part: Node) -> bool:
    """Return whether a node has nothing else besides the locator."""
    for child in parent.children:
        if child is not part and any(n.tag not in _OF_LOCATOR for n in walk(child)):
            return False
    return True


def says_nothing(output: Output) -> bool:
    """Return whether an output is numbers alone, such as a page after an "ibid."."""
    text = "".join(leaves(output))
    return not any(map(str.isalpha, text))


def rest_of_narrative(renderer: Renderer, placed: PlacedCite) -> Output:
    """A cite after its author in the sentence.

    An abbreviation that the cite introduces takes the author's place: "World Health
    Organization (WHO, 2020)".
    """
    if placed.state.abbreviation == "introduced":
        _, abbreviation = abbreviation_of(renderer.sources[placed.key])
        return edit_first(placed.output, ("names",), lambda _: abbreviation)
    if find(placed.output, "names", "title") is None:
        return placed.output
    return without_author(placed.output)
