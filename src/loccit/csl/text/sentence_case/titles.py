"""The titles of a source, in sentence case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.capitals import as_headline
from loccit.csl.text.sentence_case.convert import sentence_case
from loccit.csl.text.sentence_case.protect_names import with_names_protected
from loccit.csl.text.sentence_case.title_language import is_english, is_foreign
from loccit.model import Source
from loccit.values.csl_types import LEGAL_TYPES
from loccit.values.languages import primary_language
from loccit.values.letter_case.evidence import lower_words, names_in
from loccit.values.letter_case.how_typed import TypedAs, typed_as
from loccit.values.letter_case.idle_protection import without_idle_protection

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
#: Variables that are titles in some types of sources.
_MAY_BE_TITLES = _TITLES | {"container-title", "genre"}
#: Proceedings are named after a conference, as a journal is.
_EVENT = regex(
    r"\b(?:Proceedings|(?:Conference|Congress|Convention|Meeting|Symposium|Workshop)s? (?:on|of|for)"
    r" (?:the )?[A-Z])"
)
#: Variables with sentences, which show what is a name.
_WITH_SENTENCES = ("abstract", "annote")


def in_sentence_case(
    source: Source,
    proper_nouns: Sequence[str] = (),
    language: str = "en",
) -> Source:
    """Return the source with its titles in sentence case, if they are English.

    Args:
        source: any source; only one that may have headlines is changed.
        proper_nouns: names that the user lists; they are printed as listed.
        language: of the essay; a title is in it unless it says or shows otherwise.

    >>> book = Source("x", "book", {"title": 'The New <span class="nocase">Jim Crow</span>: An Essay'}, headline=True)
    >>> in_sentence_case(book).plain("title")
    'The new Jim Crow: An essay'
    """
    if not source.headline or not is_cased(source, language):
        return source
    shown = _Shown(source)
    variables = dict(source.variables)
    for name in titles_of(source):
        title = as_headline(_without_idle_braces(source, name))
        typed = _typed_as(source, title)
        title = with_names_protected(source, title, proper_nouns, shown.names(title))
        variables[name] = sentence_case(
            title,
            typed,
            shown,
            names_are_protected=source.habits.names_in_braces,
        )
    return replace(source, variables=variables)


def is_cased(source: Source, language: str = "en") -> bool:
    """Return whether a source's titles take sentence case: English ones, except laws.

    Args:
        source: any source.
        language: of the essay.
    """
    if source.type in LEGAL_TYPES:  # their names keep their capitals (APA 7, 11.4)
        return False
    if own := source.text("language"):
        return primary_language(own) == "en" or _is_translated(source)
    titles = " ".join([source.plain(name) for name in titles_of(source)])
    if primary_language(language) == "en":
        return not is_foreign(titles)
    return is_english(titles)


def titles_of(source: Source) -> tuple[str, ...]:
    """Return the variables of the source that take sentence case."""
    names = [name for name in source.variables if name in _MAY_BE_TITLES]
    names = [name for name in names if _is_title(source, name)]
    original = source.plain("original-title")
    if original and (is_foreign(original) or _is_translated(source)):
        names.remove("original-title")
    return tuple(names)


def _is_translated(source: Source) -> bool:
    """Return whether the title of a work in another language is in English.

    `language` is that of the work, or of the original title.
    """
    language = source.text("language")
    if not language or not source.text("original-title"):
        return False
    return primary_language(language) != "en" and is_english(source.plain("title"))


def _is_title(source: Source, variable: str) -> bool:
    """Return whether one of `_MAY_BE_TITLES` is a title with a text."""
    if variable == "container-title":
        is_title = source.type in _IN_BOOKS and not _is_named_after_event(source)
    elif variable == "genre":
        is_title = source.type == "report"
    else:
        is_title = True
    return is_title and bool(source.text(variable))


def _is_named_after_event(source: Source) -> bool:
    container = source.plain("container-title")
    return source.type == "paper-conference" and bool(_EVENT.search(container))


def _without_idle_braces(source: Source, variable: str) -> str:
    """Return a title without protection that shows nothing in its file."""
    title = source.text(variable)
    if not source.habits.idle_braces:
        return title
    return without_idle_protection(title, certain=True)


def _typed_as(source: Source, title: str) -> TypedAs:
    """Return how a title is typed; where it doesn't show that, its file may."""
    typed = typed_as(title)
    if typed == "unclear" and source.habits.sentences:
        return "sentence"
    if typed == "sentence" and source.habits.braces:
        return "headline"
    return typed


class _Shown:
    """What sentences show: those of the source, and titles of its file.

    Few titles have a word that asks for the words of an abstract.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._texts = [source.plain(name) for name in _WITH_SENTENCES]
        self._names = names_in(self._texts) | source.habits.names

    def __contains__(self, word: object) -> bool:
        """Return whether a word is no name, since sentences have it in lower case."""
        return word in self._words

    def names(self, title: str) -> list[str]:
        """Return the names that are in a title."""
        names = [name for name in self._names if name in title]
        return [name for name in names if name.lower() not in self]

    @cached_property
    def _words(self) -> frozenset[str]:
        keywords = _lower_words(self._source.plain("keyword"))
        return lower_words(self._texts) | self._source.habits.words | keywords


def _lower_words(keywords: str) -> frozenset[str]:
    words = [word.strip(",;") for word in keywords.split()]
    return frozenset([word for word in words if word.islower()])
