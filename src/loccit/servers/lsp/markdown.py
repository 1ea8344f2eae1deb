"""Words for a client: in Markdown if it shows that, else plain.

Clients show CommonMark, which has fewer marks than pandoc's Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from loccit.drafting.printed.source_card import Link, SourceCard
from loccit.model import Mark, Marked, RichText
from loccit.output import markdown, plain_text

#: The marks that CommonMark has.
_KNOWN = {"font-style", "font-weight", "link"}
#: The number of an entry in a list, which one alone has not.
_NUMBER = Mark("display", "left-margin")


def content(
    shown: Sequence[types.MarkupKind] | None, in_markdown: str, as_text: str
) -> types.MarkupContent:
    """Return words in the form that a client shows, the best first.

    Args:
        shown: what it can show; a client that doesn't say shows text alone.
        in_markdown: the words in CommonMark.
        as_text: the words without markup.
    """
    if types.MarkupKind.Markdown in (shown or ()):
        return types.MarkupContent(types.MarkupKind.Markdown, in_markdown)
    return types.MarkupContent(types.MarkupKind.PlainText, as_text)


def rich(text: RichText) -> str:
    r"""Write text in CommonMark.

    >>> rich(RichText.of("*Emma*"))
    '\\*Emma\\*'
    """
    return markdown.paragraph(markdown.render(_known(text)))


def plain(text: str) -> str:
    """Write characters in CommonMark, each of them as itself; paragraphs stay."""
    paragraphs = filter(None, (each.strip() for each in text.split("\n\n")))
    return "\n\n".join(rich(RichText.of(each)) for each in paragraphs)


def card(card: SourceCard, prints: RichText | None = None) -> str:
    """Write what there is to know about a source in CommonMark.

    Args:
        card: the source.
        prints: what a citation of it prints.
    """
    return "\n\n".join(filter(None, _paragraphs(card, prints)))


def card_as_text(card: SourceCard) -> str:
    """Write the entry of a source without markup."""
    return plain_text.render(card.reference).strip() or card.key


def _paragraphs(card: SourceCard, prints: RichText | None) -> Iterator[str]:
    yield rich(card.reference) or plain(card.key)
    if prints:
        yield f"Prints: {rich(prints)}"
    yield plain(card.abstract)
    if card.note:
        yield f"Note: {plain(card.note)}"
    yield _links(card.links)


def _links(links: Sequence[Link]) -> str:
    return " · ".join(f"[{plain(link.title)}](<{link.address}>)" for link in links)


def _known(text: RichText) -> RichText:
    """Return text with the marks alone that CommonMark has."""
    nodes: list[str | Marked] = []
    for node in text.nodes:
        if isinstance(node, str):
            nodes.append(node)
            continue
        if node.mark == _NUMBER:
            continue
        content = _known(node.content)
        if node.mark.name in _KNOWN:
            nodes.append(Marked(node.mark, content))
        else:
            nodes.extend(content.nodes)
    return RichText(tuple(nodes))
