"""CSL-JSON's tags in texts, `<i>see</i>`, as rich text and back.

Programs have them in prefixes and suffixes, and in the texts that they print.
"""

from __future__ import annotations

import html

from loccit._startup.regex import regex
from loccit.model import Mark, Marked, RichText

_TAGS = {
    Mark("font-style", "italic"): "i",
    Mark("font-weight", "bold"): "b",
    Mark("font-variant", "small-caps"): "sc",
    Mark("vertical-align", "sup"): "sup",
    Mark("vertical-align", "sub"): "sub",
}
_MARKS = {tag: mark for mark, tag in _TAGS.items()}
#: An element without others in it.
_ELEMENT = regex(r"<(i|b|sc|sup|sub)>([^<]*)</\1>")
#: Any tag of HTML.
_ANY_TAG = regex(r"</?[a-zA-Z][^<>]*>")


def with_tags(text: RichText) -> str:
    """Write text with tags; signs are not escaped, as CSL-JSON has it.

    >>> with_tags(RichText(("see ", Marked(Mark("font-style", "italic"), RichText.of("A")))))
    'see <i>A</i>'
    """
    return "".join(
        node if isinstance(node, str) else _tagged(node) for node in text.nodes
    )


def _tagged(node: Marked) -> str:
    inner = with_tags(node.content)
    tag = _TAGS.get(node.mark)
    return f"<{tag}>{inner}</{tag}>" if tag else inner


def from_tags(text: str) -> RichText:
    """Read text with tags; a tag that is never closed, and one in another, stay as typed.

    >>> from_tags("see <i>A</i> <").plain
    'see A <'
    """
    nodes: list[str | Marked] = []
    end = 0
    for found in _ELEMENT.finditer(text):
        nodes += [
            text[end : found.start()],
            Marked(_MARKS[found[1]], RichText.of(found[2])),
        ]
        end = found.end()
    nodes.append(text[end:])
    return RichText(tuple(node for node in nodes if node))


def without_tags(text: str) -> str:
    """Return what a reader sees of HTML.

    >>> without_tags("(Bell &#38; Roe, <i>Emma</i>)")
    '(Bell & Roe, Emma)'
    """
    return html.unescape(_ANY_TAG.sub("", text))
