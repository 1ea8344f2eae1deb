"""The words of a quotation, and where the writer left out, added or changed some.

American Psychological Association (2020), sections 8.30 and 8.31: an ellipsis marks words
left out, square brackets words that were added, and a first letter may change its case.
"""

from __future__ import annotations

from unicodedata import normalize

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.lint.quoted.words import NOTE_NUMBER, WORD, word_letters

#: Remarks of the writer, of whose words none is quoted; often in round brackets.
_REMARK = regex(
    r"(?i)[\[(][\s*_]*(?:sic|(?:(?:the|my|our)\s+)?(?:emphasis|italics)(?:\s+(?:is|are))?"
    r"(?:\s+(?:added|mine|ours|in\s+(?:the\s+)?original))?)[\s*_!.]*[\])]"
)
#: A letter whose case was changed, "[t]he".
_CHANGED_LETTER = regex(r"\[(\w)\](?=\w)")
#: Words or letters in square brackets, with the rest of a word that they belong to.
_BRACKETS = regex(r"[\w’']*\[[^\[\]]*\][\w’']*")
#: Points with or without spaces between them; brackets are found as such.
_ELLIPSIS = regex(r"(?:\.[ \t\xa0]*){3,}|…")
_TOKEN = regex(rf"{NOTE_NUMBER}|(?P<token>\0|{WORD})")
_GAP = " \0 "


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a quotation.

    Attributes:
        words: as they are typed.
        letters: of each word.
        gaps: the indexes of words before which the source may have others.
    """

    words: tuple[str, ...]
    letters: tuple[str, ...]
    gaps: frozenset[int]

    def joined(self, start: int, end: int) -> str:
        """Return the letters of the words from `start` up to `end`."""
        return "".join(self.letters[start:end])

    @property
    def pieces(self) -> list[str]:
        """The letters between the gaps."""
        ends = [*sorted(self.gaps), len(self.letters)]
        starts = [0, *ends[:-1]]
        return [*map(self.joined, starts, ends)]


def read_quotation(typed: str) -> Quotation:
    """Read the words between quotation marks, or those of a block quotation.

    >>> read_quotation("[T]he ... law [of 1994] ask[ed] much (sic)").words
    ('The', 'law', 'much')
    >>> read_quotation("one . . . two, [...] three").pieces
    ['one', 'two', 'three']
    """
    text = _REMARK.sub(" ", typed.replace("\0", " "))
    text = _CHANGED_LETTER.sub(r"\1", text)
    text = _ELLIPSIS.sub(_GAP, _BRACKETS.sub(_GAP, text))
    words: list[str] = []
    gaps: set[int] = set()
    for token in filter(None, _TOKEN.findall(normalize("NFC", text))):
        if token == "\0":
            gaps.add(len(words))
        elif word_letters(token):
            words.append(token)
    letters = tuple(map(word_letters, words))
    return Quotation(tuple(words), letters, frozenset(gaps - {0, len(words)}))
