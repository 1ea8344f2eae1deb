"""Letter case of a text with markup (CSL 1.0.2, "Text-case", appendix "Title case")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.csl.output_tree import Node, Output
from loccit.csl.text.markup import NO_DECORATION

#: Words that title case leaves in lower case (CSL 1.0.2, "Title Case Conversion"), and
#: "c." and "ca." before a year.
_SMALL_WORDS = """
    a about above across afore after against along alongside amid amidst among amongst an
    and anenst apropos apud around as aside astride at athwart atop barring before behind
    below beneath beside besides between beyond but by c ca circa despite down during et
    except for forenenst from given in inside into lest like modulo near next nor
    notwithstanding of off on onto or out over past per plus pro qua sans since so than the
    through throughout thru thruout till to toward towards under underneath until unto up
    upon v versus via vis-à-vis vs with within without yet
"""
_SMALL = frozenset(_SMALL_WORDS.split())
#: The first words of longer prepositions on that list, each with the word after it.
_SMALL_PHRASES = frozenset(
    [
        "according to",
        "ahead of",
        "apart from",
        "back to",
        "because of",
        "close to",
        "due to",
        "far from",
        "instead of",
        "outside of",
        "prior to",
        "pursuant to",
        "rather than",
        "regardless of",
        "such as",
        "that of",
        "where as",
    ]
)
#: Particles of names that are no English words.
_PARTICLES = frozenset(["al", "de", "el", "van", "von", "y"])
#: Particles when they are between names: "Leonardo da Vinci", "Mies van der Rohe".
_PARTICLES_OF_NAMES = """
    af av ben bin da das degli dei del della dello dem den der di dos du ibn la las le les
    lo los ter vom zu zum zur
"""
_BETWEEN_NAMES = frozenset(_PARTICLES_OF_NAMES.split())
_HYPHENS = ("-", "‐", "‑")
_WORD = regex(r"[^\s\u00a0\-‐‑–—/\"“”„()\[\]{}…:;!?]+")
#: A word for sentence case: with apostrophes and points inside.
_DOTTED_WORD = regex(r"[^\W_]+(?:['’.][^\W_]+)*")
_TWO_LETTERS = regex(r"[^\W\d_]{2}")
#: An address, or the name of a site that is one: martinfowler.com.
_ADDRESS = regex(
    r"\b[A-Za-z][A-Za-z0-9+.-]{0,20}://\S*"
    r"|(?<![\w.@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|edu|gov|info|int|net|org|[a-z]{2})\b"
)
#: An article or preposition without its vowel, before the word it belongs to:
#: d’Artagnan
_ELIDED = regex(r"[dl]['’]")
_AROUND_WORD = "'’‘,.«»"
#: A full stop may be that of an abbreviation, so it ends nothing: "the U.S. and Rome".
_SENTENCE_END = frozenset(":?!")
#: The end of a title or subtitle after a word.
_BEFORE_SUBTITLE = regex(r"[\"”'’)\]]*[:?!][\"”'’)\]]*\s")
_AFTER_SENTENCE_END = " \u00a0\"“'‘("
#: How far back the end of a sentence may be, with quotes and brackets between.
_NEAR = 8
_FIRST_NON_LATIN = "\u0250"
#: Languages in which i and ı are two letters, each with its own capital: Turkish and
#: Azerbaijani.
_DOTTED_I = ("tr", "az")
#: A letter and what Unicode makes of it, to what these languages make of it.
_DOTTED_CASES = {("i", "I"): "İ", ("I", "i"): "ı", ("İ", "i\u0307"): "i"}
#: Markup inside which text keeps its case: small capitals, raised and lowered text.
_KEEPING_MARKS = ("font-variant", "vertical-align")

#: Change the case of a text, except where a character is to be kept.
Change = Callable[[str, "list[bool]"], "list[str]"]


def change_case(
    content: tuple[Output, ...],
    case: str,
    language: str,
) -> tuple[Output, ...]:
    """`content` in another letter case; what is marked `nocase` keeps its own.

    Args:
        case: a value of CSL's `text-case`; an unknown one changes nothing.
        language: two letters.  Only English has title case.

    >>> change_case(("the ", "art of war"), "title", "en")
    ('The ', 'Art of War')
    """
    if case == "title" and language != "en":
        return content
    change = _CHANGES.get(case)
    if change is None:
        return content
    texts: list[str] = []
    kept: list[bool] = []
    _collect(content, False, texts, kept)
    text = "".join(texts)
    if not text:
        return content
    characters = change(text, kept)
    if language in _DOTTED_I:
        characters = _with_dotted_i(text, characters)
    rest = iter(characters)
    return tuple([_rebuilt(output, rest) for output in content])


def _collect(
    content: tuple[Output, ...],
    keep: bool,
    texts: list[str],
    kept: list[bool],
) -> None:
    """Collect the leaves, and of each of their characters whether it keeps its case."""
    for output in content:
        if isinstance(output, str):
            texts.append(output)
            kept += [keep] * len(output)
        else:
            _collect(output.children, keep or _keeps_case(output), texts, kept)


def _keeps_case(node: Node) -> bool:
    if node.tag == "nocase" or node.value == NO_DECORATION:
        return True
    if node.tag != "markup":
        return False
    return any(mark.name in _KEEPING_MARKS for mark in node.formatting.marks)


def _rebuilt(output: Output, characters: Iterator[str]) -> Output:
    """The output with the next characters in the place of its own."""
    if isinstance(output, str):
        return "".join(islice(characters, len(output)))
    children = [_rebuilt(child, characters) for child in output.children]
    return replace(output, children=tuple(children))


def _with_dotted_i(text: str, characters: list[str]) -> list[str]:
    pairs = zip(text, characters, strict=True)
    return [_DOTTED_CASES.get((old, new), new) for old, new in pairs]


def _lowercase(text: str, kept: list[bool]) -> list[str]:
    pairs = zip(text, kept, strict=True)
    return [old if keep else old.lower() for old, keep in pairs]


def _uppercase(text: str, kept: list[bool]) -> list[str]:
    pairs = zip(text, kept, strict=True)
    return [old if keep else old.upper() for old, keep in pairs]


def _capitalize_first(text: str, kept: list[bool]) -> list[str]:
    characters = list(text)
    match = _WORD.search(text)
    if match is not None and match[0].islower() and not kept[match.start()]:
        _capitalize(characters, match.start())
    return characters


def _capitalize_all(text: str, kept: list[bool]) -> list[str]:
    characters = list(text)
    for word in _words(text, kept):
        if word.text.islower() and not kept[word.start]:
            _capitalize(characters, word.start)
    return characters


def _capitalize(characters: list[str], index: int) -> None:
    characters[index] = characters[index].upper()


def _sentence(text: str, kept: list[bool]) -> list[str]:
    """Sentence case: one capital, at the beginning.

    A text in capitals loses all others; in any other text, a word loses its capital only
    if it has no second one.
    """
    characters = list(text)
    all_capitals = _is_all_capitals(text, kept)
    is_first = True
    for match in _DOTTED_WORD.finditer(text):
        start, end = match.span()
        if not kept[start]:
            if all_capitals or _has_only_first_capital(match[0]):
                characters[start:end] = [c.lower() for c in characters[start:end]]
            if is_first and not _has_capital(characters[start:end]):
                _capitalize(characters, start)
        is_first = False
    return characters


def _is_all_capitals(text: str, kept: list[bool]) -> bool:
    """Return whether all letters that may change are capitals; a word is two letters."""
    pairs = zip(text, kept, strict=True)
    free = "".join([character for character, keep in pairs if not keep])
    return free.isupper() and bool(_TWO_LETTERS.search(free))


def _has_only_first_capital(word: str) -> bool:
    return word == "A" or (word[0].isupper() and word[1:].islower())


def _has_capital(characters: str | list[str]) -> bool:
    return any(character.isupper() for character in characters)


class _Word(NamedTuple):
    """A word without the signs around it, and its place in the text."""

    text: str
    start: int
    end: int


def _title(text: str, kept: list[bool]) -> list[str]:
    """Title case: capitalize words in lower case, except small ones inside a sentence.

    Words with a capital stay as they are.
    """
    characters = list(text)
    words = list(_words(_ADDRESS.sub(_blank, text), kept))
    for number, word in enumerate(words):
        if kept[word.start] or not _may_change(word.text):
            continue
        if _takes_capital(text, words, number):
            _capitalize(characters, word.start)
    return characters


def _words(text: str, kept: list[bool]) -> Iterator[_Word]:
    """The words; a raised number is no part of the word before it: x²."""
    for match in _WORD.finditer(text):
        word = match[0].strip(_AROUND_WORD)
        start = match.start() + match[0].find(word)
        size = len(word)
        while size > 1 and kept[start + size - 1]:
            size -= 1
        if word:
            yield _Word(word[:size], start, match.end())


def _blank(address: re.Match[str]) -> str:
    """An address has no words."""
    return " " * len(address[0])


def _may_change(word: str) -> bool:
    """Return whether a word is Latin and in lower case."""
    if not word[0].isalpha() or word[0] >= _FIRST_NON_LATIN:
        return False
    return not _has_capital(word)


def _takes_capital(text: str, words: list[_Word], number: int) -> bool:
    """Return whether title case capitalizes a word in lower case."""
    word = words[number]
    if number == 0 or _starts_sentence(text[max(word.start - _NEAR, 0) : word.start]):
        return True
    if _ELIDED.match(word.text):
        return False
    is_symbol = len(word.text) == 1  # "p values", "07-x"
    if is_symbol or _is_small(words, number):
        is_last = number == len(words) - 1 or _BEFORE_SUBTITLE.match(text, word.end)
        return (is_last and not is_symbol) or _begins_compound(text, word)
    return True


def _starts_sentence(before: str) -> bool:
    end = before.rstrip(_AFTER_SENTENCE_END)
    return bool(end) and end[-1] in _SENTENCE_END and end != before


def _is_small(words: list[_Word], number: int) -> bool:
    """Return whether a word is small where it is: "that" is so only in "that of"."""
    word = words[number].text
    if word in _SMALL or word in _PARTICLES:
        return True
    if number == 0 or number + 1 == len(words):
        return False
    before, after = words[number - 1].text, words[number + 1].text
    if word in _BETWEEN_NAMES:
        return _is_of_name(before) and _is_of_name(after)
    return f"{word} {after}" in _SMALL_PHRASES


def _is_of_name(word: str) -> bool:
    """Return whether a word may be a part of a name."""
    return word[0].isupper() or word in _PARTICLES or word in _BETWEEN_NAMES


def _begins_compound(text: str, word: _Word) -> bool:
    """Return whether a small word is the first of a compound: "Out-of-Fashion"."""
    if word.text in _PARTICLES or not text.startswith(_HYPHENS, word.end):
        return False
    return not text.endswith(_HYPHENS, 0, word.start)


_CHANGES: dict[str, Change] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
