"""Read the text of a web page that was saved."""

from __future__ import annotations

from pathlib import Path

from loccit.lint.quoted.source_pages import SourcePages
from loccit.text_files.reading import read_text

#: Elements whose text is not part of a page's.
_UNSEEN = ("script", "style", "noscript", "template")
#: Elements in the text of a line; any other begins a line.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ]
)


def read(path: Path) -> SourcePages:
    """Read a page.

    Raises:
        UnreadableFile: it can't be read.
    """
    return SourcePages([text_of(read_text(path).text)])


def text_of(markup: str) -> str:
    """Return the text that readers of a page see; blocks are on lines of their own."""
    from lxml import etree, html  # needed where a source is a web page only

    # Bytes may declare their encoding; a text that does is refused.
    parser = html.HTMLParser(encoding="utf-8")
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError:  # it has no element
        return ""
    etree.strip_elements(root, *_UNSEEN, etree.Comment, with_tail=False)
    for element in root.iter():
        if element.tag not in _INLINE:
            element.text = f"\n{element.text or ''}"
            element.tail = f"\n{element.tail or ''}"
    return "".join(map(str, root.itertext()))
