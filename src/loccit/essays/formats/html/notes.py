"""The footnotes of an HTML text.

Every program links a note's mark and the note with each other: pandoc, GitHub and
kramdown an `<a href="#fn1">` and the item of a list, Word an anchor
`<a href="#_ftn1" name="_ftnref1">`, Google Docs `<a href="#ftnt1" id="ftnt_ref1">`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.html.tree import BLOCKS, Element, Tree

#: What a mark says: a number, a letter, or signs; perhaps in brackets.
_MARK = regex(
    r"\s*[\[(]?\s*(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s*[\])]?\.?\s*\Z"
)
_TAG = regex(r"<[^<>]*>")
_LONGEST_MARK = 400
_OTHER_ROLES = frozenset(["doc-biblioref", "doc-backlink"])


class Note(NamedTuple):
    """A footnote.

    Attributes:
        mark: the link to it.
        body: the element that has its text.
    """

    mark: Element
    body: Element


class FoundNotes(NamedTuple):
    """The footnotes of a document, in the order in which they are first referred to.

    Attributes:
        numbers: the number of each note by the element that has its text.
        signs: the marks, and the links back to them, which are no text.
        bodies: the note that each of these belongs to.
        ids: the anchors that the document has.
    """

    notes: Sequence[Note]
    numbers: Mapping[Element, int]
    signs: frozenset[Element]
    bodies: Mapping[Element, Element]
    ids: Mapping[str, Element]


def find_notes(tree: Tree, text: str) -> FoundNotes:
    """Find the footnotes of a document.

    Args:
        tree: its elements.
        text: its characters.
    """
    ids = _anchors(tree)
    links = [each for each in tree.elements if each.name == "a" and each.get("href")]
    by_target: dict[Element, list[Element]] = {}
    for link in links:
        target = ids.get(_fragment(link))
        if target:
            by_target.setdefault(target, []).append(link)
    marks = [link for link in links if _may_be_mark(link, ids, text)]
    targets = sorted({ids[_fragment(link)].start for link in marks})
    notes: dict[Element, Note] = {}
    bodies: dict[Element, Element] = {}
    for link in marks:
        target = ids[_fragment(link)]
        body = _body(target, targets)
        back = [*_links_back(link, body, by_target)]
        if back or body in notes or "doc-noteref" in link.roles:
            notes.setdefault(body, Note(link, body))
            bodies.update(dict.fromkeys([link, *back], body))
    numbers = {body: number for number, body in enumerate(notes, 1)}
    signs = {each for each in tree.elements if "doc-backlink" in each.roles}
    return FoundNotes(
        [*notes.values()], numbers, frozenset(signs.union(bodies)), bodies, ids
    )


def _anchors(tree: Tree) -> dict[str, Element]:
    """Return the elements that links can lead to."""
    found: dict[str, Element] = {}
    for element in tree.elements:
        if element.inner_start - element.start == len(element.name) + 2:
            continue
        if anchor := element.get("id"):
            found.setdefault(anchor, element)
        if element.name == "a" and (anchor := element.get("name")):
            found.setdefault(anchor, element)
    return found


def _fragment(link: Element) -> str:
    """Return the anchor in the same document that a link leads to."""
    href = link.get("href")
    return unquote(href[1:]) if href.startswith("#") else ""


def _may_be_mark(link: Element, ids: Mapping[str, Element], text: str) -> bool:
    """Return whether a link may be the mark of a note that comes after it."""
    target = ids.get(_fragment(link))
    if target is None or target.start <= link.start or "csl-entry" in target.classes:
        return False
    return _OTHER_ROLES.isdisjoint(link.roles) and _is_mark(link, text)


def _is_mark(link: Element, text: str) -> bool:
    content = text[
        link.inner_start : min(link.inner_end, link.inner_start + _LONGEST_MARK)
    ]
    return bool(_MARK.match(_TAG.sub("", content)))


def _body(target: Element, targets: Sequence[int]) -> Element:
    """Return the block that a note is in.  What marks lead to may be a link in it, or
    in its first paragraph.

    Args:
        target: what the mark leads to.
        targets: where all begin that marks lead to.
    """
    if target.name in BLOCKS:
        return target
    block = next((each for each in target.ancestors() if each.name in BLOCKS), target)
    around = block.parent
    if around is None or around.name not in ("div", "li", "dd", "aside"):
        return block
    inside = bisect_left(targets, around.end) - bisect_left(targets, around.start)
    before = around.text[around.inner_start : block.start]
    return block if inside > 1 or before.strip() else around


def _links_back(
    mark: Element, body: Element, by_target: Mapping[Element, Sequence[Element]]
) -> Iterator[Element]:
    """Yield the links of a note that lead to its mark, or to what raises that."""
    around = [mark, *_up(mark)]
    for element in around:
        for link in by_target.get(element, ()):
            if link.is_in(body) and link is not mark:
                yield link


def _up(mark: Element) -> Iterator[Element]:
    """Yield the elements around a mark within its line."""
    for element in mark.ancestors():
        if element.name in BLOCKS:
            return
        yield element
