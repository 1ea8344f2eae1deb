"""Read the elements of an Org document ("Org Syntax", orgmode.org/worg/org-syntax.html)."""

from __future__ import annotations

import re
from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.markup.block import Block
from loccit.essays.markup.block_builder import BlockBuilder
from loccit.essays.markup.closings import Closings

_LINE = regex(r"[^\n]*(?:\n|\Z)")
_INDENT = regex(r"[ ]*")
#: Stars, a state, a priority, words, and tags.
_HEADLINE = regex(
    r"(\*+)[ ]+(?:(?:TODO|DONE)[ ]+)?(?:\[#\w\][ ]*)?"
    r"([^\n]*?)[ ]*(?:(?<=[ ]):[\w@#%:]+:[ ]*)?(?:\n|\Z)"
)
_KEYWORD = regex(r"[ ]*#\+([\w-]+)(?:\[[^\]\n]*\])?:[ ]*([^\n]*)(?:\n|\Z)")
_BEGIN = regex(r"[ ]*#\+begin_([^\s:]+)[^\n]*(?:\n|\Z)", re.IGNORECASE)
_END = regex(r"^[ ]*#\+end_([^\s:]+)[ ]*(?:\n|\Z)", re.IGNORECASE | re.MULTILINE)
_VERBATIM = frozenset(["comment", "example", "export", "src"])
_QUOTING = frozenset(["quote", "verse"])
_COMMENT = regex(r"[ ]*#(?=[ \n]|\Z)[^\n]*(?:\n|\Z)")
_DRAWER = regex(r"[ ]*:([\w-]+):[ ]*(?:\n|\Z)")
_DRAWER_END = regex(r"^[ ]*:END:[ ]*(?:\n|\Z)", re.IGNORECASE | re.MULTILINE)
#: Drawers that are not part of what readers see.
_HIDDEN_DRAWERS = frozenset(["logbook", "properties"])
_FIXED = regex(r"[ ]*:(?=[ \n]|\Z)[^\n]*(?:\n|\Z)")
_RULE = regex(r"[ ]*-{5,}[ ]*(?:\n|\Z)")
_ENVIRONMENT = regex(r"[ ]*\\begin\{([A-Za-z0-9]+\*?)\}")
_ENVIRONMENT_END = regex(r"\\end\{([A-Za-z0-9]+\*?)\}[^\n]*(?:\n|\Z)")
_CELL = regex(r"[ ]*([^|\n]*[^|\n ])[ ]*(?=[|\n]|\Z)")
_FOOTNOTE = regex(r"\[fn:([\w-]+)\][ ]*")
#: A bullet or number, a counter, a box to tick, and the term of a description.
_ITEM = regex(
    r"[ ]*([-+]|(?<=[ ])\*|\d+[.)])(?=[ \n]|\Z)[ ]*(?:\[@\w+\][ ]*)?(?:\[[ X-]\][ ]+)?"
    r"(?:[^\n]*?[ ]::(?=[ \n]|\Z)[ ]*)?"
)
_PLANNING = regex(r"[ ]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):[ ]*[<\[][^\n]*(?:\n|\Z)")
_DIARY = regex(r"%%\([^\n]*(?:\n|\Z)")
#: Where org-ref prints the list.
_PRINTED = regex(
    r"[ ]*(?:\[\[)?(?:printbibliography|bibliography):[^\n]*(?:\n|\Z)", re.IGNORECASE
)
_UNSEEN = regex(r"[ ]*bibliographystyle:[^\n]*(?:\n|\Z)")
#: Keywords whose value readers see.
_SEEN_KEYWORDS = frozenset(["caption", "subtitle", "title"])


def read_blocks(text: str) -> list[Block]:
    """Read the blocks of an Org text, in order."""
    reader = _Reader(text)
    position = 0
    while position < len(text):
        position = reader.next(position)
    reader.built.end_paragraph()
    return reader.built.blocks


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.built = BlockBuilder(text)
        self._ends = Closings(text, _END)
        self._drawer_ends = Closings(text, _DRAWER_END)
        self._environment_ends = Closings(text, _ENVIRONMENT_END)
        self._blank_lines = 0

    def next(self, position: int) -> int:
        """Read the element at the beginning of a line, or the line as text."""
        indent = _INDENT.match(self.text, position)
        first = indent.end() if indent else position
        sign = self.text[first : first + 1]
        if sign in ("", "\n"):
            return self._blank(first)
        self._blank_lines = 0
        for read in _READERS.get(sign, _ANY):
            end = read(self, position)
            if end is not None:
                return end
        end = self._line_end(position)
        self.built.add_line(position, end)
        return end

    def _blank(self, position: int) -> int:
        """Read a blank line; two of them end lists and footnotes."""
        self.built.end_paragraph()
        self._blank_lines += 1
        if self._blank_lines > 1:
            self.built.indent = None
            self.built.note = ""
        return position + 1

    def _line_end(self, position: int) -> int:
        line = _LINE.match(self.text, position)
        return line.end() if line else len(self.text)

    def _unseen(self, start: int, end: int) -> int:
        self.built.add("other", start, end)
        return end

    def headline(self, position: int) -> int | None:
        """Read a headline; one that is commented out has its section with it."""
        found = _HEADLINE.match(self.text, position)
        if not found:
            return None
        self.built.indent, self.built.note = None, ""
        level = len(found[1])
        if found[2].split(" ")[0] == "COMMENT":
            section = re.compile(rf"^\*{{1,{level}}}[ ]", re.MULTILINE)
            following = section.search(self.text, found.end())
            end = following.start() if following else len(self.text)
            return self._unseen(position, end)
        self.built.add("heading", position, found.end(), found.span(2), level)
        return found.end()

    def keyword(self, position: int) -> int | None:
        """Read `#+name: value`; titles and captions are text."""
        found = _KEYWORD.match(self.text, position)
        if not found:
            return None
        name = found[1].casefold()
        if name == "print_bibliography":
            self.built.add("printed", position, found.end())
        elif name in _SEEN_KEYWORDS and found[2]:
            self.built.add("paragraph", position, found.end(), found.span(2))
        else:
            self._unseen(position, found.end())
        return found.end()

    def block(self, position: int) -> int | None:
        """Read what is between `#+begin_` and `#+end_`; of a quotation, its first line."""
        found = _BEGIN.match(self.text, position)
        end = self._ends.after(found.end(), found[1]) if found else None
        if not found or not end:
            return None
        name = found[1].casefold()
        if name in _VERBATIM:
            return self._unseen(position, end.end)
        if name in _QUOTING:
            self.built.end_paragraph()
            self.built.quotes += 1
        return self._unseen(position, found.end())

    def block_end(self, position: int) -> int | None:
        """Read the end of a block whose lines are text."""
        found = _END.match(self.text, position)
        if not found:
            return None
        end = self._unseen(position, found.end())
        if found[1].casefold() in _QUOTING and self.built.quotes:
            self.built.quotes -= 1
        return end

    def comment(self, position: int) -> int | None:
        """Read a line that is a comment."""
        return self._unseen_match(_COMMENT, position)

    def drawer(self, position: int) -> int | None:
        """Read a drawer, or the first line of one whose lines are text."""
        found = _DRAWER.match(self.text, position)
        end = self._drawer_ends.after(position) if found else None
        if not found or not end:
            return None
        is_hidden = found[1].casefold() in _HIDDEN_DRAWERS
        return self._unseen(position, end.end if is_hidden else found.end())

    def fixed(self, position: int) -> int | None:
        """Read a line of fixed width."""
        return self._unseen_match(_FIXED, position)

    def table_row(self, position: int) -> int:
        """Read the cells of a row."""
        end = self._line_end(position)
        bar = self.text.index("|", position)
        self.built.end_paragraph()
        if not self.text.startswith("|-", bar):
            for cell in _CELL.finditer(self.text, bar + 1, end):
                self.built.add("cell", *cell.span(1), cell.span(1))
        return end

    def environment(self, position: int) -> int | None:
        """Read an environment of LaTeX."""
        found = _ENVIRONMENT.match(self.text, position)
        end = self._environment_ends.after(found.end(), found[1]) if found else None
        return self._unseen(position, end.end) if end else None

    def footnote(self, position: int) -> int | None:
        """Read the beginning of a footnote's definition."""
        found = _FOOTNOTE.match(self.text, position)
        if not found:
            return None
        self.built.end_paragraph()
        self.built.indent, self.built.note = None, found[1]
        end = self._line_end(position)
        if self.text[found.end() : end].strip():
            self.built.add_line(found.end(), end)
        return end

    def item(self, position: int) -> int | None:
        """Read the first line of a list item."""
        found = _ITEM.match(self.text, position)
        if not found:
            return None
        end = self._line_end(position)
        self.built.begin_item(position, found.end(), end, found[1])
        return end

    def rule(self, position: int) -> int | None:
        """Read a horizontal rule."""
        return self._unseen_match(_RULE, position)

    def planning(self, position: int) -> int | None:
        """Read a line of dates for an agenda."""
        return self._unseen_match(_PLANNING, position)

    def diary(self, position: int) -> int | None:
        """Read an entry of the diary."""
        return self._unseen_match(_DIARY, position)

    def printed(self, position: int) -> int | None:
        """Read a line in which org-ref prints the list."""
        found = _PRINTED.match(self.text, position)
        if not found:
            return self._unseen_match(_UNSEEN, position)
        self.built.add("printed", position, found.end())
        return found.end()

    def _unseen_match(self, pattern: re.Pattern[str], position: int) -> int | None:
        found = pattern.match(self.text, position)
        return self._unseen(position, found.end()) if found else None


_Read = Callable[[_Reader, int], "int | None"]
_ANY: tuple[_Read, ...] = (_Reader.item,)
#: What a line may be, by its first sign.
_READERS: dict[str, tuple[_Read, ...]] = {
    "*": (_Reader.headline, _Reader.item),
    "#": (_Reader.block, _Reader.block_end, _Reader.keyword, _Reader.comment),
    ":": (_Reader.drawer, _Reader.fixed),
    "|": (_Reader.table_row,),
    "\\": (_Reader.environment,),
    "[": (_Reader.footnote, _Reader.printed),
    "-": (_Reader.rule, _Reader.item),
    "%": (_Reader.diary,),
    **dict.fromkeys("SDC", (_Reader.planning,)),
    **dict.fromkeys("pbPB", (_Reader.printed,)),
}
