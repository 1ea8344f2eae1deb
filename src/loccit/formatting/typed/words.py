"""The words of a typed citation: which of them would get lost if it were set again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.model import Name, Source
from loccit.recognize import TypedCitation

_WORD = regex(r"[^\W_]+")
_BEGINS_SUFFIX = (",", ";", ":", ".", ")")
#: An acronym that is typed for a group: WHO, BiBA.
_ACRONYM = regex(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&.]{2,8}")
#: What people emphasize since it is Latin.
_LATIN = regex(r"(?:et al|ibid|cf|passim|op\. cit|loc\. cit)\.?,?")
#: Signs of markup that readers see, since they are in plain text or mean nothing.
_SIGNS = regex(r"[*_`<>{}|\\@]")
_ARTICLES = frozenset(["a", "an", "the"])
#: A single word may be something else than the beginning of a title: "figures".
_FEWEST_OF_TITLE = 2
#: Words that join names, or announce what a style may print in another way.
_JOINING = frozenset(
    [
        "al",
        "and",
        "associates",
        "coauthors",
        "colleagues",
        "d",
        "e",
        "et",
        "ibid",
        "n",
        "nd",
        "others",
        "p",
        "page",
        "pages",
        "pg",
        "pgs",
        "pp",
        "s",
        "und",
        "y",
    ]
)


def words_of(text: str) -> list[str]:
    """Return the words of a text, casefolded."""
    return [word.casefold() for word in _WORD.findall(text)]


def people_of(source: Source) -> Iterator[Name]:
    """Yield all names of a source, whatever the people did."""
    for value in source.variables.values():
        if isinstance(value, tuple):
            yield from value


def lost_words(
    typed: TypedCitation, sources: Sequence[Source], locator_words: Collection[str]
) -> list[str]:
    """Return the words of a typed citation that nothing accounts for: neither its cites,
    as they were read, nor its sources.

    Args:
        typed: the citation.
        sources: what it cites.
        locator_words: what announces a place in a source: `pp.`, `chapter`.
    """
    known = {*_JOINING}
    for source in sources:
        for name in people_of(source):
            known.update(words_of(f"{name.given} {name.family} {name.literal}"))
    for cite in typed.cites:
        read = [*cite.names, cite.prefix, cite.after, cite.number]
        read += [cite.year, cite.suffix, f"{cite.year}{cite.suffix}"]
        if cite.locator:
            read.append(cite.locator.value)
        known.update(words_of(" ".join(read)))
    lost = [word for word in words_of(typed.text) if word not in known]
    if not lost:
        return []
    announcing = {*words_of(" ".join(locator_words))}
    return [word for word in lost if word not in announcing]


def unknown_acronyms(typed: TypedCitation, sources: Sequence[Source]) -> list[str]:
    """Return the acronyms that are typed for groups, if the sources do not have them: the
    style would print names that the essay may have abbreviated before.
    """
    known = [name for source in sources for name in people_of(source)]
    written = {part for name in known for part in (name.literal, name.family)}
    return [
        name
        for cite in typed.cites
        for name in cite.names
        if _ACRONYM.fullmatch(name) and name not in written
    ]


def is_title(words: str, source: Source) -> bool:
    """Return whether words are the title of a source, or what a title is shortened to:
    its first words.
    """
    said = _without_article(words_of(words))
    for name in ("title", "title-short"):
        title = _without_article(words_of(source.plain(name)))
        if said and said in (title, title[: max(_FEWEST_OF_TITLE, len(said))]):
            return True
    return False


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if words[:1] and words[0] in _ARTICLES else words


def goes_on_with_other(paragraphs: Sequence[str], source: Source) -> bool:
    """Return whether an entry of several paragraphs has the next entry in it, or an
    annotation: after the paragraph with the title come mostly words that the source
    does not have.

    Args:
        paragraphs: those of the entry.
        source: what the first of them is of.
    """
    first, *others = map(words_of, paragraphs)
    if not others or not set(words_of(source.plain("title"))) <= set(first):
        return False
    known = [source.plain(name) for name in source.variables]
    known += [
        f"{name.given} {name.family} {name.literal}" for name in people_of(source)
    ]
    words = {*words_of(" ".join(known)), *first}
    rest = [word for other in others for word in other]
    return len([word for word in rest if word not in words]) > len(rest) / 2


def has_own_markup(typed: TypedCitation, paragraph: Paragraph) -> bool:
    """Return whether words in a citation are set apart that the style would print
    without that: links, emphasis on other words than "et al." and a title, and signs of
    markup in plain text.
    """
    if _SIGNS.search(typed.text):
        return True
    named = [name for cite in typed.cites for name in cite.names]
    for mark in paragraph.marks_in(typed.start, typed.end):
        text = paragraph.text[mark.start : mark.end]
        is_raised = mark.kind == "superscript"
        is_own = not _LATIN.fullmatch(text) and not any(text in name for name in named)
        if is_own and not is_raised:
            return True
    return False


def end_of_words(text: str, place: int) -> int:
    """Return where the white space begins that ends at a place.

    >>> end_of_words("Doe  (2001)", 5)
    3
    """
    while place > 0 and text[place - 1].isspace():
        place -= 1
    return place


def words_before(words: str, text: str) -> str:
    """Return the words before a cite with what joins them to it.

    Args:
        words: the words, which may be none.
        text: the citation that they are in.

    >>> words_before("e.g.", "(e.g., Doe, 2001)"), words_before("see", "(see Doe, 2001)")
    ('e.g., ', 'see ')
    """
    if not words:
        return ""
    found = text.find(words)
    has_comma = found >= 0 and text.startswith(",", found + len(words))
    return f"{words}, " if has_comma else f"{words} "


def words_after(words: str, text: str) -> str:
    """Return the words after a cite with what joins them to it.

    >>> words_after("emphasis added", "(Doe, 2001, emphasis added)")
    ', emphasis added'
    >>> words_after("and passim", "(Doe, 2001, p. 3 and passim)")
    ' and passim'
    """
    if not words or words.startswith(_BEGINS_SUFFIX):
        return words
    found = text.rfind(words)
    if found >= 0 and text.startswith(".", found + len(words)):
        words += "."  # "n.p."
    has_comma = found < 0 or text[:found].rstrip().endswith((",", ";", ":"))
    return f", {words}" if has_comma else f" {words}"
