"""What stands around a citation: where a footnote's mark goes, and whether a sentence
begins or ends there.

A mark stands behind the punctuation that follows, and no space before it: "text
[@doe]." becomes "text.[^1]" (Chicago Manual of Style 17, 14.26).  Pandoc's citeproc
does the same; straight quotation marks are taken for closing ones here, where pandoc
has the mark before them.
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

_WHITE_SPACE = " \t\n\u00a0\u202f"
_OPENING = "([{\"'“‘„‚«‹»›¿¡"
#: A possessive belongs to the author it follows.
_POSSESSIVE = regex(r"['’]s?(?!\w)")
#: A dash, and an apostrophe within a word, come after the mark.
_PUNCTUATION = regex(r"(?:[.,;:!?…)）。、，；：！？」』]|[\"'“”‘’«»‹›](?!\w))*")
#: The end of a sentence; "cf." and "e.g." are none.
_SENTENCE_END = regex(
    r"(?:(?:[^\W_]{4}|[\d)\]*_”’»\"'])\.|[!?…。！？])[\"'”’»)*_]*\s*\Z"
)
_NEXT = regex(r"\s*(\S)")
_GOES_ON = ",;:)–—-'’"
_LONGEST_END = 40


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The citation `text[start:end]` in a run of text from `first` up to `last`."""

    text: str
    first: int
    last: int
    start: int
    end: int
    narrative: bool

    def white_space(self) -> int:
        """Where the white space before a mark begins; at the beginning of the run there
        stays what there is.
        """
        position = self.start
        while position > self.first and self.text[position - 1] in _WHITE_SPACE:
            position -= 1
        if self.narrative or position == self.first or self.text[position - 1] == "^":
            return self.start
        if self.punctuation() == self.end and self._closes_inline_note(position):
            return self.start  # before a bracket, `^[...]` would be none
        backslashes = position
        while backslashes > self.first and self.text[backslashes - 1] == "\\":
            backslashes -= 1
        # a space after a backslash is one that does not break
        return position - (position < self.start and (position - backslashes) % 2)

    def punctuation(self) -> int:
        """Where the punctuation ends that goes before a mark."""
        position = self.end
        if self.narrative:
            possessive = _POSSESSIVE.match(self.text, position, self.last)
            position = possessive.end() if possessive else position
        elif self.start == self.first or self.text[self.start - 1] in _OPENING:
            # nothing stands before the mark that punctuation could belong to; but a
            # colon would make it a definition
            return position + self.text.startswith(":", position, self.last)
        found = _PUNCTUATION.match(self.text, position, self.last)
        return found.end() if found else position

    def _closes_inline_note(self, position: int) -> bool:
        """Whether the brackets that close before `position` are those of `^[...]`."""
        depth = 0
        while position > self.first:
            position -= 1
            depth += {"]": 1, "[": -1}.get(self.text[position], 0)
            if depth == 0:
                return self.text[position] == "[" and self.text.startswith(
                    "^", position - 1
                )
        return False

    def begins(self) -> bool:
        """Whether it is the first of its run, or follows the end of a sentence."""
        before = self.text[max(self.first, self.start - _LONGEST_END) : self.start]
        return not before.strip() or bool(_SENTENCE_END.search(before))

    def ends(self) -> bool:
        """Whether its sentence ends with it, as far as punctuation and the next word's
        first letter tell.
        """
        found = _NEXT.match(self.text, self.end, self.last)
        return found is None or not (found[1] in _GOES_ON or found[1].islower())
