"""Titles typed in headline case to sentence case, as CSL expects its data to be.

CSL has no way to take a headline's capitals away: `text-case="sentence"` touches whole
uppercase alone, and styles that want a headline raise the words themselves (CSL 1.0.2,
"Text-case"; Zotero's guide asks for sentence case in its fields).  BibTeX's habit is
the opposite, with braces round what must keep its capitals: its titles pass through
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.text.proper_nouns import is_proper_noun, with_names_protected
from loccit.csl.text.title_language import is_foreign
from loccit.model import Source

#: The works whose container is a book; that of an article or a page is a name, and
#: keeps its capitals.
_IN_BOOKS = {
    "chapter",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "paper-conference",
    "software",
    "speech",
}
_TITLES = frozenset(
    [
        *(
            "title",
            "title-short",
            "volume-title",
            "part-title",
            "reviewed-title",
            "reprinted-title",
        ),
        *("original-title", "commented-title"),
    ]
)

#: Cases, laws and treaties have names, which keep their capitals (APA 7, section 11.4).
_LEGAL = {"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"}

_TOKEN = regex(
    r"(?P<tag></?\w+[^<>]*>)|(?P<start>[:?!][\"'”’]?\s|—\s?|\s[–-]+\s)|(?P<word>\w+(?:['’.]+\w+)*)(?=(?P<after>\.?\s)?)"
)
#: Capitals inside a word, or figures: an acronym, an initialism, a name such as McAdam.
_INNER_CAPITAL = regex(r".+[A-Z0-9]|[A-Z]\.|I['’]")
_ROMAN = regex(r"[IVX]+")
_TAG = regex(r"<[^<>]*>")
_HONORIFICS = {"Dr", "Mr", "Mrs", "Ms", "Prof", "St"}
#: Words that a headline may leave small, so that they tell nothing of how a title was
#: typed.
_SHORT = 4
#: Two words in capitals may be two acronyms; this many are a title that was typed so.
_SHOUTED = 3
#: What splitting a title gives for each token: the text before it, and the groups of
#: `_TOKEN`.
_PARTS_OF_A_TOKEN = 5


def in_sentence_case(source: Source, proper_nouns: Sequence[str] = ()) -> Source:
    """The source with its titles in sentence case, if it has them in headline case and
    is in English.

    `proper_nouns` are names that the user lists; they are printed as they stand there.

    >>> book = Source("x", "book", {"title": 'The New <span class="nocase">Jim Crow</span>: An Essay'}, headline=True)
    >>> in_sentence_case(book).plain("title")
    'The new Jim Crow: An essay'
    """
    if not source.headline or not is_cased(source):
        return source
    changed = {
        name: sentence_case(
            with_names_protected(source, _as_headline(source.text(name)), proper_nouns)
        )
        for name in titles_of(source)
    }
    return replace(source, variables={**source.variables, **changed})


def is_cased(source: Source) -> bool:
    """Whether a work's titles are in sentence case: in English, they are, but for those
    of laws.
    """
    if source.type in _LEGAL:
        return False
    if language := source.text("language").lower():
        return language.startswith("en")
    return not is_foreign(" ".join([source.plain(name) for name in titles_of(source)]))


def titles_of(source: Source) -> tuple[str, ...]:
    """The names of the source's variables that are in sentence case."""
    more = (
        "container-title"
        if source.type in _IN_BOOKS
        else "genre"
        if source.type == "report"
        else ""
    )
    names = [
        name
        for name in source.variables
        if (name in _TITLES or name == more) and source.text(name)
    ]
    if "original-title" in names and is_foreign(source.plain("original-title")):
        names.remove("original-title")  # the language is that of the title
    return tuple(names)


def lowered_words(source: Source, changed: Source, printed: str) -> tuple[str, ...]:
    """The words of the titles that were typed with a capital and are printed without,
    each once.

    >>> book = Source("x", "book", {"title": "The New Jim Crow"}, headline=True)
    >>> lowered_words(book, in_sentence_case(book), printed="The new Jim Crow.")
    ('New',)
    """
    pairs = (
        pair
        for name in titles_of(source)
        if changed.plain(name) in printed
        for pair in zip(
            source.plain(name).split(), changed.plain(name).split(), strict=False
        )
    )
    lowered = (
        word.strip(',.;:?!()[]"“”')
        for word, now in pairs
        if word != now and now[:1].islower()
    )
    return tuple(dict.fromkeys(lowered))


def sentence_case(title: str) -> str:
    """`title` with small letters but for its first word, the first after a colon and
    the like, and what is a name.

    Names are what stands in a `nocase` span or in italics, words with capitals inside,
    and what follows initials.  In a title that is in sentence case already, other
    capitals are names too, and its first word stays as it is.
    """
    title = _as_headline(title)
    within = not (
        title.startswith("<i>") and title.find("</i>") == len(title) - len("</i>")
    )
    pieces: list[str] = []  # text between words and words, as for a headline
    typed: dict[
        int, str
    ] = {}  # those of the pieces that are to stay as they were typed if it is none
    small = capital = depth = 0
    starts, named = True, False
    *tokens, rest = _TOKEN.split(title)
    for between, tag, start, word, after in zip(
        *[iter(tokens)] * _PARTS_OF_A_TOKEN, strict=True
    ):
        text = word or start or tag
        if tag:
            depth += _depth(tag, depth, within)
        elif start:
            starts, named = True, False
        else:
            initial = after is not None and after[0] == "." and _is_initial(word)
            if starts and not depth:
                text = (
                    text if _INNER_CAPITAL.match(text) else text[0].upper() + text[1:]
                )
                if not between.strip() and not any(map(str.strip, pieces)):
                    typed[len(pieces) + 1] = word
            elif not (depth or named or initial):
                text, tells_small, tells_capital = _in_sentence(word, after)
                small += tells_small
                capital += tells_capital
                if text != word:
                    typed[len(pieces) + 1] = word
            starts, named = False, initial
        pieces += between, text
    if small > capital:
        for place, word in typed.items():
            pieces[place] = word
    return "".join((*pieces, rest))


def _as_headline(title: str) -> str:
    """A title that is all in capitals, which tell nothing, as the headline that it
    might have been.
    """
    text = _TAG.sub(" ", title) if "<" in title else title
    if not text.isupper() or len(text.split()) < _SHOUTED:
        return title
    pieces: list[str] = []
    done = depth = 0
    for token in _TOKEN.finditer(title):
        pieces.append(title[done : token.start()])
        done = token.end()
        if token["tag"]:
            depth += _depth(token[0], depth, within=False)
        is_typed_so = (
            depth
            or not token["word"]
            or _ROMAN.fullmatch(token["word"])
            or is_proper_noun(token["word"])
        )
        pieces.append(token[0] if is_typed_so else token[0].capitalize())
    return "".join((*pieces, title[done:]))


def _depth(tag: str, depth: int, within: bool) -> int:
    """How a tag changes the depth within what keeps its case; other spans count while
    we are in one.
    """
    if tag in (
        "<i>",
        "</i>",
    ):  # a title `within` the title, a ship, a species; not if all is in italics
        return int(within) if tag == "<i>" else -min(depth, 1)
    if tag.startswith("</span"):
        return -1 if depth else 0
    return 1 if "nocase" in tag or (depth and tag.startswith("<span")) else 0


def _is_initial(word: str) -> bool:
    """Whether a name comes behind a word with a point: an initial ("J. K. Rowling") or
    an honorific ("Dr. King").
    """
    return (len(word) == 1 and word.isupper()) or word in _HONORIFICS


@lru_cache(maxsize=4096)
def _in_sentence(word: str, after: str | None) -> tuple[str, bool, bool]:
    """A word as it stands within a sentence, and whether it tells by its letters that a
    title is one, or a headline.
    """
    if _is_name(word, after):
        return word, False, False
    tells = len(word) >= _SHORT
    return (
        word[0].lower() + word[1:],
        tells and word[0].islower(),
        tells and word[0].isupper(),
    )


def _is_name(word: str, after: str | None) -> bool:
    if (
        len(word) == 1
    ):  # "A" is the article where a word follows, else a letter: Hepatitis A
        return word != "A" or not (after or "").isspace()
    if word.isalpha() and word[1:].islower():  # most words by far
        return word[0].isupper() and is_proper_noun(word)
    return bool(_INNER_CAPITAL.match(word)) or is_proper_noun(word)
