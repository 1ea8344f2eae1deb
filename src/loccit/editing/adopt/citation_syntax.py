"""Write a typed citation by key, in the syntax of the essay's format."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.editing.adopt.plan import CitationPlan, CitePlan
from loccit.editing.typed_locator import typed_locator
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.formatting.typed.words import words_after, words_before
from loccit.model import CiteMode, Source

_WORD = regex(r"[^\W_]+")
#: "as cited in" and the like, which the syntax has between two cites.
_CITED_IN = "as cited in"

#: Finds a source by its key.
GetSource: TypeAlias = "Callable[[str], Source | None]"
#: Writes a citation by key in several ways, the best first.
Write: TypeAlias = Callable[[KeyCitation], Sequence[str]]


def citations_by_key(
    plan: CitationPlan, get: GetSource, lang: str, is_named: bool, write: Write
) -> list[str]:
    """Return the ways to write a citation by key, the best first.

    Args:
        plan: a citation all of whose works have keys.
        get: finds a source by its key.
        lang: the language of the essay, for the words of locators.
        is_named: whether the sentence names the author of a page alone.
        write: writes a citation in the syntax of the essay's format.
    """
    citation = plan.citation
    cites = _Cites(plan.cites, lang, citation.text)
    if citation.mode == "page-only":
        with_key = cites.suppressed() if is_named else cites.in_brackets()
        return [*write(cites.page_alone()), *write(with_key)]
    if citation.mode == "year-only":
        return [*write(cites.suppressed())]
    if citation.mode == "bare" or citation.mode == "narrative":
        return _narrative(plan, cites, get, write)
    return [*write(cites.in_brackets())]


def _narrative(
    plan: CitationPlan, cites: _Cites, get: GetSource, write: Write
) -> list[str]:
    """Return the ways to write a narrative citation.

    A name that is not the author's (a title, a given name, an acronym) stays in the
    sentence, and only the year is a citation.
    """
    text, bracket = plan.citation.text, _bracket(plan.citation.text)
    source = get(plan.cites[0].key)
    if bracket and (source is None or not _names_author(text, source)):
        in_brackets = cites.suppressed() if source else cites.without_names()
        return [bracket[0] + form + bracket[1] for form in write(in_brackets)]
    given = _given_names(text, source) if source else ""
    forms = write(cites.in_sentence(plan.citation.possessive))
    return [given + form for form in forms]


def _given_names(text: str, source: Source) -> str:
    """Return what precedes the surname of the first author: given names, which are right
    in a sentence.
    """
    for name in source.names("author")[:1]:
        before, family, _ = text.partition(name.family or name.literal)
        given = _WORD.findall(name.given.casefold())
        if family and all(_is_given(word, given) for word in _WORD.findall(before)):
            return before
    return ""


def _is_given(word: str, given: Sequence[str]) -> bool:
    """Return whether a word is a given name, or one is an initial of the other."""
    word = word.casefold()
    return any(
        word == name or (1 in (len(word), len(name)) and word[0] == name[0])
        for name in given
    )


def _bracket(text: str) -> tuple[str, str] | None:
    """Return the text before the brackets of a narrative citation, and after them."""
    start, end = text.find("("), text.rfind(")")
    if start < 0 or end < start:
        return None
    return text[:start], text[end + 1 :]


def _names_author(text: str, source: Source) -> bool:
    """Return whether a text has the surname of an author, or the name of a group."""
    folded = _folded(text)
    names = source.names("author") or source.names("editor")
    return any(_folded(name.family or name.literal) in folded for name in names)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


class _Cites:
    """The works of a citation, as cites in several ways."""

    def __init__(self, plans: Sequence[CitePlan], lang: str, text: str) -> None:
        self._plans = plans
        self._lang = lang
        self._text = text

    def in_brackets(self) -> KeyCitation:
        """Return what is written `[see @a, p. 3; @b]`."""
        return self._all("parenthetical")

    def suppressed(self) -> KeyCitation:
        """Return what is written `[-@a, p. 3]`, without the author."""
        return self._all("suppress-author")

    def without_names(self) -> KeyCitation:
        """Return what is written `[1999, as cited in @a]`: the names of a work that was
        read in another stay in the sentence.
        """
        first, *others = self._plans
        year = KeyCite("", f"{first.cite.year}{first.cite.suffix}")
        return KeyCitation((year, *map(self._cite, others)))

    def page_alone(self) -> KeyCitation:
        """Return what is written `[p. 3]`."""
        has_page = self._plans[0].cite.locator is not None
        return self._all("locator-only") if has_page else self.in_brackets()

    def in_sentence(self, possessive: str) -> KeyCitation:
        """Return what is written `@a [p. 3; @b]`."""
        return replace(self._all("narrative"), possessive=possessive)

    def _all(self, mode: CiteMode) -> KeyCitation:
        return KeyCitation(tuple(map(self._cite, self._plans)), mode)

    def _cite(self, plan: CitePlan) -> KeyCite:
        cite = plan.cite
        prefix = words_before(cite.prefix.strip(), self._text)
        if cite.secondary and not prefix:
            prefix = f"{_CITED_IN} "
        if not plan.key:
            return KeyCite("", f"{prefix}{_as_typed(plan)}", secondary=cite.secondary)
        locator = typed_locator(cite.locator, self._lang) if cite.locator else ""
        suffix = words_after(cite.after.strip(" ,"), self._text)
        return KeyCite(plan.key, prefix, locator, suffix, cite.secondary)


def _as_typed(plan: CitePlan) -> str:
    cite = plan.cite
    names = " & ".join(cite.names) + (" et al." if cite.et_al else "")
    year = f"{cite.year}{cite.suffix}"
    return ", ".join(filter(None, [names, year]))
