"""Titles typed in headline case to sentence case, as CSL expects its data to be.

CSL cannot lower a headline's capitals: `text-case="sentence"` changes only texts in
capitals, and styles that want a headline raise the words themselves (CSL 1.0.2,
"Text-case"; Zotero's guide asks for sentence case in its fields).  BibTeX's habit is
the opposite, with braces around what must keep its capitals: its titles pass through
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.text.proper_nouns import is_proper_noun
from loccit.csl.text.protect_names import with_names_protected
from loccit.csl.text.title_language import is_foreign
from loccit.model import Source
from loccit.values.languages import primary_language

_TITLES = frozenset(
    [
        "title",
        "title-short",
        "volume-title",
        "part-title",
        "reviewed-title",
        "reprinted-title",
        "original-title",
        "commented-title",
    ]
)
#: Types of sources whose container is a book.  The container of an article or a page has
#: a name, which keeps its capitals.
_IN_BOOKS = frozenset(
    [
        "chapter",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "software",
        "speech",
    ]
)
#: Cases, laws and treaties have names, which keep their capitals (APA 7, section 11.4).
_LEGAL = frozenset(
    ["bill", "hearing", "legal_case", "legislation", "regulation", "treaty"]
)

#: A tag; punctuation after which a subtitle begins; or a word, and the point or space
#: after it.
_TOKEN = regex(
    r"(?P<tag></?\w+[^<>]*>)"
    r"|(?P<start>[:?!][\"'”’]?\s|—\s?|\s[–-]+\s)"
    r"|(?P<word>\w+(?:['’.]+\w+)*)(?=(?P<after>\.?\s)?)"
)
#: Capitals inside a word, or numbers: an acronym, an initialism, a name such as McAdam.
_INNER_CAPITAL = regex(r".+[A-Z0-9]|[A-Z]\.|I['’]")
_ROMAN = regex(r"[IVX]+")
_TAG = regex(r"<[^<>]*>")
_HONORIFICS = frozenset(["Dr", "Mr", "Mrs", "Ms", "Prof", "St"])
#: Shorter words are in lower case in headlines too, and show nothing of how a title was
#: typed.
_SHORTEST_TELLING = 4
#: Two words in capitals may be acronyms; this many are a title typed in capitals.
_FEWEST_IN_CAPITALS = 3
_AROUND_WORD = ',.;:?!()[]"“”'


def in_sentence_case(source: Source, proper_nouns: Sequence[str] = ()) -> Source:
    """The source with its titles in sentence case, if they are English headlines.

    `proper_nouns` are names that the user lists; they are printed as listed.

    >>> book = Source("x", "book", {"title": 'The New <span class="nocase">Jim Crow</span>: An Essay'}, headline=True)
    >>> in_sentence_case(book).plain("title")
    'The new Jim Crow: An essay'
    """
    if not source.headline or not is_cased(source):
        return source
    variables = dict(source.variables)
    for name in titles_of(source):
        title = _as_headline(source.text(name))
        title = with_names_protected(source, title, proper_nouns)
        variables[name] = sentence_case(title)
    return replace(source, variables=variables)


def is_cased(source: Source) -> bool:
    """Return whether a source's titles take sentence case: English ones, except laws."""
    if source.type in _LEGAL:
        return False
    if language := source.text("language"):
        return primary_language(language) == "en"
    return not is_foreign(" ".join([source.plain(name) for name in titles_of(source)]))


def titles_of(source: Source) -> tuple[str, ...]:
    """The variables of the source that take sentence case."""
    names = [name for name in source.variables if _is_title(source, name)]
    if "original-title" in names and is_foreign(source.plain("original-title")):
        names.remove("original-title")  # `language` is that of the title
    return tuple(names)


def _is_title(source: Source, variable: str) -> bool:
    """Return whether a variable is a title with a text."""
    if variable == "container-title":
        is_title = source.type in _IN_BOOKS
    elif variable == "genre":
        is_title = source.type == "report"
    else:
        is_title = variable in _TITLES
    return is_title and bool(source.text(variable))


def lowered_words(
    source: Source,
    changed: Source,
    printed: str,
) -> tuple[str, ...]:
    """The words of the titles that lost their capital in print, each once.

    >>> book = Source("x", "book", {"title": "The New Jim Crow"}, headline=True)
    >>> lowered_words(book, in_sentence_case(book), printed="The new Jim Crow.")
    ('New',)
    """
    lowered: dict[str, None] = {}
    for name in titles_of(source):
        title = changed.plain(name)
        if title in printed:
            for word in _lowered_in(source.plain(name), title):
                lowered[word.strip(_AROUND_WORD)] = None
    return tuple(lowered)


def _lowered_in(typed: str, changed: str) -> Iterator[str]:
    for word, now in zip(typed.split(), changed.split(), strict=False):
        if word != now and now[:1].islower():
            yield word


def sentence_case(title: str) -> str:
    """Lower the capitals of `title`, except those of first words and of names.

    First words are those of the title and of its subtitles.  Names are words in a
    `nocase` span or in italics, words with capitals inside, and words after initials.  A
    title that is in sentence case already keeps its other capitals, which are names too,
    and its first word.
    """
    title = _as_headline(title)
    return _SentenceCase(title).run()


class _SentenceCase:
    """Goes through a title from left to right."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.pieces: list[str] = []
        #: The words that were changed, by the index of their piece.
        self.typed: dict[int, str] = {}
        self.kept = _KeptCase(italics=not _is_all_in_italics(title))
        self.lowercase_words = 0
        self.capitalized_words = 0
        self.begins = True  # a title or a subtitle
        self.follows_initial = False

    def run(self) -> str:
        """The title in sentence case."""
        end = 0
        for token in _TOKEN.finditer(self.title):
            self.pieces.append(self.title[end : token.start()])
            self._add(token)
            end = token.end()
        self.pieces.append(self.title[end:])
        if self.lowercase_words > self.capitalized_words:
            for index, word in self.typed.items():
                self.pieces[index] = word
        return "".join(self.pieces)

    def _add(self, token: re.Match[str]) -> None:
        text = token[0]
        if token["word"] is not None:
            text = self._word(token)
            self.begins = False
            self.follows_initial = _is_initial(token)
        elif token["tag"] is not None:
            self.kept.read(text)
        else:
            self.begins = True
            self.follows_initial = False
        self.pieces.append(text)

    def _word(self, token: re.Match[str]) -> str:
        word = token[0]
        if self.kept.depth:
            return word
        if self.begins:
            if not self.title[: token.start()].strip():
                self.typed[len(self.pieces)] = word
            return _raised(word)
        if self.follows_initial or _is_initial(token) or _is_name(word, token["after"]):
            return word
        return self._lowered(word)

    def _lowered(self, word: str) -> str:
        is_telling = len(word) >= _SHORTEST_TELLING
        if is_telling and word[0].islower():
            self.lowercase_words += 1
        elif is_telling and word[0].isupper():
            self.capitalized_words += 1
        lowered = word[0].lower() + word[1:]
        if lowered != word:
            self.typed[len(self.pieces)] = word
        return lowered


class _KeptCase:
    """Whether a word is inside a `nocase` span or italics, which keep its case.

    Italics are a title in the title, a ship, a species; not if all is in italics.
    """

    def __init__(self, *, italics: bool) -> None:
        self.italics = italics
        self.depth = 0

    def read(self, tag: str) -> None:
        """Take a tag into account."""
        if not tag.startswith("</"):
            if self._opens(tag):
                self.depth += 1
        elif self.depth and (tag == "</i>" or tag.startswith("</span")):
            self.depth -= 1

    def _opens(self, tag: str) -> bool:
        """Other spans count inside of one that keeps case, as their end tag does."""
        if tag == "<i>":
            return self.italics
        return "nocase" in tag or (self.depth > 0 and tag.startswith("<span"))


def _is_all_in_italics(title: str) -> bool:
    return title.startswith("<i>") and title.find("</i>") == len(title) - len("</i>")


def _raised(word: str) -> str:
    if _INNER_CAPITAL.match(word):
        return word
    return word[0].upper() + word[1:]


def _is_initial(token: re.Match[str]) -> bool:
    """Return whether a name follows: "J. K. Rowling", "Dr. King"."""
    word, after = token["word"], token["after"]
    if after is None or after[0] != ".":
        return False
    return word in _HONORIFICS or (len(word) == 1 and word.isupper())


@lru_cache(maxsize=4096)
def _is_name(word: str, after: str | None) -> bool:
    if len(word) == 1:
        # "A" before another word is the article, else a letter: Hepatitis A
        return word != "A" or not (after or "").isspace()
    if word.isalpha() and word[1:].islower():  # most words by far
        return word[0].isupper() and is_proper_noun(word)
    return bool(_INNER_CAPITAL.match(word)) or is_proper_noun(word)


def _as_headline(title: str) -> str:
    """A title typed in capitals, which hide its names, as a headline."""
    if not _is_in_capitals(title):
        return title
    pieces: list[str] = []
    kept = _KeptCase(italics=False)
    end = 0
    for token in _TOKEN.finditer(title):
        pieces.append(title[end : token.start()])
        end = token.end()
        if token["tag"] is not None:
            kept.read(token[0])
        is_kept = kept.depth > 0 or _keeps_capitals(token)
        pieces.append(token[0] if is_kept else token[0].capitalize())
    pieces.append(title[end:])
    return "".join(pieces)


def _is_in_capitals(title: str) -> bool:
    text = _TAG.sub(" ", title) if "<" in title else title
    return text.isupper() and len(text.split()) >= _FEWEST_IN_CAPITALS


def _keeps_capitals(token: re.Match[str]) -> bool:
    """Return whether a token is a name, a roman numeral, or not a word."""
    word = token["word"]
    return word is None or bool(_ROMAN.fullmatch(word)) or is_proper_noun(word)
