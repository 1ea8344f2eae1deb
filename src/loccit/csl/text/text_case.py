"""Letter case of a text with markup (CSL 1.0.2, "Text-case", appendix "Title case")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.output_tree import Node, Output
from loccit.csl.text.markup import NO_DECORATION

#: Words that title case leaves in lower case (CSL 1.0.2, "Title Case Conversion"), with
#: particles of names and the "n'" of "rock n' roll".
_SMALL_WORDS = """
    a about al an and as at but by d' de down et for from in into n' n’ nor of on onto or
    over so the till to under up v v. van via von vs vs. with y yet
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = regex(r"[^\s\u00a0\-–—/\"“”„()\[\]{}…:;!?]+")
#: A word for sentence case: with apostrophes and points inside.
_DOTTED_WORD = regex(r"[^\W_]+(?:['’.][^\W_]+)*")
_TWO_LETTERS = regex(r"[^\W\d_]{2}")
_ADDRESS = regex(r"\b[A-Za-z][A-Za-z0-9+.-]{0,20}://\S*")
#: An article or preposition without its vowel, before the word it belongs to:
#: d’Artagnan
_ELIDED = regex(r"[dl]['’]")
#: One letter after a number and a hyphen is no word: "07-x".
_AFTER_NUMBER = regex(r"\d-$")
_AROUND_WORD = "'’‘,«»"
_SENTENCE_END = frozenset(":?!.")
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
    for match in re.finditer(r"\S+", text):
        if match[0].islower() and not kept[match.start()]:
            _capitalize(characters, match.start())
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


def _title(text: str, kept: list[bool]) -> list[str]:
    """Title case: capitalize words in lower case, except small ones inside a sentence.

    Words with a capital stay as they are.
    """
    characters = list(text)
    words = list(_WORD.finditer(_ADDRESS.sub(_blank, text)))
    last = len(words) - 1
    for number, match in enumerate(words):
        word = match[0].strip(_AROUND_WORD)
        start = match.start() + match[0].find(word)
        if not word or kept[start] or not _may_change(word):
            continue
        before = text[max(start - _NEAR, 0) : start]
        after = text[match.end() : match.end() + 1]
        if len(word) == 1 and _AFTER_NUMBER.search(before):
            continue
        is_small = word in _SMALL or match[0] in _SMALL
        is_at_end = number in (0, last)
        if is_at_end or not is_small or _takes_capital_if_small(before, after):
            _capitalize(characters, start)
    return characters


def _takes_capital_if_small(before: str, after: str) -> bool:
    """Return whether a small word begins a sentence or a compound."""
    if after == "-" and not before.endswith("-"):
        return True
    return _starts_sentence(before)


def _blank(address: re.Match[str]) -> str:
    """An address has no words."""
    return " " * len(address[0])


def _may_change(word: str) -> bool:
    """Return whether a word is Latin, in lower case and without an elided article."""
    if not word[0].isalpha() or word[0] >= _FIRST_NON_LATIN:
        return False
    return not (_has_capital(word) or _ELIDED.match(word))


def _starts_sentence(before: str) -> bool:
    end = before.rstrip(_AFTER_SENTENCE_END)
    return bool(end) and end[-1] in _SENTENCE_END and end != before


_CHANGES: dict[str, Change] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
