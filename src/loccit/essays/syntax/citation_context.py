"""What surrounds a citation: where a footnote's mark goes, and whether a sentence begins
or ends there.

A mark follows the punctuation after the citation, without a space: "text [@doe]."
becomes "text.[^1]" (Chicago Manual of Style 17, 14.26).  Pandoc's citeproc does the
same; straight quotation marks count as closing ones here, where pandoc puts the mark
before them.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.model import CitationContext, Possessive

_WHITE_SPACE = " \t\n\u00a0\u202f"
#: Closing quotation marks of all languages, and the end of emphasis.
_CLOSING = "\"'”’“‘»«›‹*_"
_OPENING = "([{\"'“‘„‚«‹»›¿¡"
#: A possessive belongs to the author it follows.
_POSSESSIVE = regex(r"['’]s?(?!\w)")
#: In reStructuredText, an escaped space separates it from a role.
_POSSESSIVE_S = regex(r"(?:(?<=`)\\[ ])?(['’]s)(?!\w)")
#: A dash, and an apostrophe within a word, come after the mark.
_PUNCTUATION = regex(r"(?:[.,;:!?…)）。、，；：！？」』]|[\"'“”‘’«»‹›](?!\w))*")
#: One full stop, which an ellipsis is not; emphasis may close before it.
_FULL_STOP = regex(r"[*_]*(\.)(?!\.)")
#: One of these ends a quotation.
_QUOTES = ("'", '"', "’", "”")
#: The end of a quotation.  A single quote may be an apostrophe, unless one opened before.
_QUOTATION_END = regex(
    r"[\w)](,?[\"”])\Z|(?<!\w)['‘](?=\S)[^'‘’\"“”]*[\w)](['’][\"”]?)\Z"
)
#: The stop of a sentence or an abbreviation, not that of an ellipsis.
_STOP = regex(rf"(?<!\.)[.!?。！？](?:[{_CLOSING}]|\s»)*\Z")
#: Raised text in Markdown.
_SUPERSCRIPT = regex(r"\^(?:\\.|[^\s^\\])+\^\Z")
#: Abbreviations that are read with the name or work after them.
_ABBREVIATIONS = (
    "al|bes|bspw|bzw|capt|cf|col|comp|confer|dir|dr|ed|eds|esp|fr|gen|gov|hg|hr|hrsg|insb|"
    "lt|mlle|mme|mr|mrs|ms|prof|resp|rev|sc|sen|sgt|sr|sra|st|trans|übers|vgl|viz|vs|zit"
)
#: The end of a sentence; "cf." and "e.g." are not one.
_SENTENCE_END = regex(
    rf"(?:(?:\b(?!(?:{_ABBREVIATIONS})\.)[^\W_]{{2,}}|[\d)\]{_CLOSING}])\.|[!?…。！？])"
    rf"[){_CLOSING}]*\s*\Z",
    re.IGNORECASE,
)
#: What opens before the first word of a sentence.
_OPENS = _OPENING + "*_"
_NEXT = regex(r"\s*(\S)")
_GOES_ON = ",;:)–—-'’"
_LONGEST_END = 40
_LONGEST_QUOTATION = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A citation in a run of text.

    Attributes:
        mapped: the text.
        first, last: the run in it.
        start, end: the citation in it.
        narrative: whether the citation is part of the sentence.
        previous_end: where the citation before it ends.
    """

    mapped: MappedText
    first: int
    last: int
    start: int
    end: int
    narrative: bool
    previous_end: int | None

    def context(self, paragraph: int) -> CitationContext:
        """Return what surrounds the citation, for one in a paragraph of that number."""
        mark_start, mark_end = self._mark_start(), self._mark_end()
        begins = self._begins()
        stop = _FULL_STOP.match(self.mapped.text, self.end, self.last)
        return CitationContext(
            begins=begins,
            author_begins=begins and self.narrative,
            ends=self._ends(),
            paragraph=paragraph,
            note_span=self.mapped.span(mark_start, mark_end),
            punctuation=self.mapped.text[self.end : mark_end],
            adjoins=mark_start == self.previous_end,
            quotation_end=self._quotation_end(mark_start),
            follows_stop=self._follows(_STOP, mark_start),
            follows_superscript=self._follows(_SUPERSCRIPT, mark_start),
            full_stop=self.mapped.span(*stop.span(1)) if stop else None,
            possessive=self._possessive(),
        )

    def _mark_start(self) -> int:
        """Find where the white space before a mark begins; at the beginning of the run
        it stays.
        """
        text, position = self.mapped.text, self.start
        while position > self.first and text[position - 1] in _WHITE_SPACE:
            position -= 1
        if self.narrative or position == self.first:
            return self.start
        if text[position - 1] == "^" and not self._follows(_SUPERSCRIPT, position):
            return self.start  # `^[` begins an inline note
        if self._mark_end() == self.end and self._closes_inline_note(position):
            return self.start  # a bracket after `^[...]` would make a link of it
        backslashes = position
        while backslashes > self.first and text[backslashes - 1] == "\\":
            backslashes -= 1
        has_space = position < self.start
        # A space after a backslash is one that does not break.
        is_escaped = has_space and (position - backslashes) % 2 == 1
        return position - 1 if is_escaped else position

    def _mark_end(self) -> int:
        """Find where the punctuation ends that precedes a mark."""
        text, position = self.mapped.text, self.end
        if self.narrative:
            possessive = _POSSESSIVE.match(text, position, self.last)
            position = possessive.end() if possessive else position
        elif self.start == self.first or text[self.start - 1] in _OPENING:
            # There is nothing before the mark that punctuation could belong to; but a
            # colon would make it a definition.
            has_colon = text.startswith(":", position, self.last)
            return position + 1 if has_colon else position
        found = _PUNCTUATION.match(text, position, self.last)
        return found.end() if found else position

    def _closes_inline_note(self, position: int) -> bool:
        """Return whether the brackets that close before `position` are those of
        `^[...]`.
        """
        text, depth = self.mapped.text, 0
        if text[position - 1] != "]":
            return False
        while position > self.first:
            position -= 1
            if text[position] == "]":
                depth += 1
            elif text[position] == "[":
                depth -= 1
            if depth == 0:
                return text[position] == "[" and text.startswith("^", position - 1)
        return False

    def _quotation_end(self, position: int) -> str:
        """Return the closing marks of the quotation that ends at a position."""
        if not self.mapped.text.endswith(_QUOTES, 0, position):
            return ""
        first = max(self.first, position - _LONGEST_QUOTATION)
        found = _QUOTATION_END.search(self.mapped.text, first, position)
        return found[found.lastindex or 0] if found else ""

    def _follows(self, end: re.Pattern[str], position: int) -> bool:
        """Return whether the text before a position has that end."""
        first = max(self.first, position - _LONGEST_END)
        return bool(end.search(self.mapped.text, first, position))

    def _possessive(self) -> Possessive | None:
        """Read the possessive that directly follows an author's key."""
        text = self.mapped.text
        cited = text[self.start : self.end]
        has_own_brackets = cited.endswith("]") and not cited.startswith("[")
        if not self.narrative or has_own_brackets:
            return None
        found = _POSSESSIVE_S.match(text, self.end, self.last)
        if not found:
            return None
        return Possessive(found[1], self.mapped.span(*found.span()).end)

    def _begins(self) -> bool:
        """Return whether it is the first of its run, or follows the end of a sentence."""
        start = max(self.first, self.start - _LONGEST_END)
        before = self.mapped.text[start : self.start].rstrip(_OPENS)
        return not before.strip() or bool(_SENTENCE_END.search(before))

    def _ends(self) -> bool:
        """Return whether its sentence ends with it, as far as punctuation and the first
        letter of the next word say.
        """
        found = _NEXT.match(self.mapped.text, self.end, self.last)
        return found is None or not (found[1] in _GOES_ON or found[1].islower())
