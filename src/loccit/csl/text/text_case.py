"""Letter case over a text with markup (CSL 1.0.2, "Text-case", appendix "Title case")."""

from __future__ import annotations

import re
from collections.abc import Callable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.output_tree import Node, Output
from loccit.csl.text.markup import NO_DECORATION

#: Words that title case leaves small (CSL 1.0.2, "Title Case Conversion"), with
#: particles of names and the "n'" of "rock n' roll".
_SMALL_WORDS = """
    a about al an and as at but by d' de down et for from in into n' n’ nor of on onto or over so the till to under up v
    v. van via von vs vs. with y yet
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = regex(r"[^\s\u00a0\-–—/\"“”„()\[\]{}…:;!?]+")
_SENTENCE_END = frozenset(":?!.")

Change = Callable[[str, "list[bool]"], "list[str]"]


def change_case(
    content: tuple[Output, ...], case: str, language: str
) -> tuple[Output, ...]:
    """`content` in another letter case; what is marked `nocase` keeps its own.

    >>> change_case(("the ", "art of war"), "title", "en")
    ('The ', 'Art of War')
    """
    if case == "title" and language != "en":
        return content
    change = _CHANGES.get(case)
    if change is None:
        return content
    texts: list[tuple[str, bool]] = []
    _collect(content, texts, False)
    text = "".join(piece for piece, _ in texts)
    if not text:
        return content
    kept = [protected for piece, protected in texts for _ in piece]
    characters = change(text, kept)
    if language in _DOTTED:
        characters = [
            _dotted(old, new) for old, new in zip(text, characters, strict=True)
        ]
    at = 0

    def rebuild(output: Output) -> Output:
        nonlocal at
        if isinstance(output, str):
            at += len(output)
            return "".join(characters[at - len(output) : at])
        return replace(output, children=tuple(map(rebuild, output.children)))

    return tuple(map(rebuild, content))


#: Languages in which i and ı are two letters, each with a capital of its own: Turkish,
#: Azerbaijani.
_DOTTED = ("tr", "az")


def _dotted(old: str, new: str) -> str:
    """A character in its new case, as Turkish has it."""
    return {("i", "I"): "İ", ("I", "i"): "ı", ("İ", "i\u0307"): "i"}.get(
        (old, new), new
    )


def _collect(
    content: tuple[Output, ...], texts: list[tuple[str, bool]], protected: bool
) -> None:
    for output in content:
        if isinstance(output, str):
            texts.append((output, protected))
        else:
            _collect(output.children, texts, protected or _is_protected(output))


def _is_protected(node: Node) -> bool:
    """Marked `nocase`, or a markup that implies it: small capitals, raised and lowered
    text.
    """
    if node.tag == "nocase" or node.value == NO_DECORATION:
        return True
    return node.tag == "markup" and any(
        mark.name in ("font-variant", "vertical-align")
        for mark in node.formatting.marks
    )


def _lowercase(text: str, kept: list[bool]) -> list[str]:
    return [c if keep else c.lower() for c, keep in zip(text, kept, strict=True)]


def _uppercase(text: str, kept: list[bool]) -> list[str]:
    return [c if keep else c.upper() for c, keep in zip(text, kept, strict=True)]


def _capitalize_first(text: str, kept: list[bool]) -> list[str]:
    characters = list(text)
    for match in _WORD.finditer(text):
        start = match.start()
        if not kept[start] and match[0].islower():
            characters[start] = characters[start].upper()
        break
    return characters


def _capitalize_all(text: str, kept: list[bool]) -> list[str]:
    characters = list(text)
    for match in re.finditer(r"\S+", text):
        if not kept[match.start()] and match[0].islower():
            characters[match.start()] = characters[match.start()].upper()
    return characters


def _sentence(text: str, kept: list[bool]) -> list[str]:
    """An all-capitals text goes down to one capital; else only words with nothing but a
    first capital do.
    """
    free = "".join(c for c, keep in zip(text, kept, strict=True) if not keep)
    all_capitals = free.isupper() and bool(re.search(r"[^\W\d_]{2}", free))
    characters = list(text)
    first = True
    for match in re.finditer(r"[^\W_]+(?:['’.][^\W_]+)*", text):
        start, word = match.start(), match[0]
        if not kept[start]:
            if (
                all_capitals
                or (word[0].isupper() and word[1:].islower())
                or (len(word) == 1 and word == "A")
            ):
                for index in range(start, match.end()):
                    characters[index] = characters[index].lower()
            if first and not any(c.isupper() for c in characters[start : match.end()]):
                characters[start] = characters[start].upper()
        first = False
    return characters


def _title(text: str, kept: list[bool]) -> list[str]:
    """Words in lower case take a capital, but for small ones within a sentence; all
    else stays as it was written.
    """
    characters = list(text)
    words = list(
        _WORD.finditer(_ADDRESS.sub(lambda address: " " * len(address[0]), text))
    )
    for number, match in enumerate(words):
        word = match[0].strip("'’‘,«»")
        start = match.start() + match[0].find(word)
        if (
            not word
            or kept[start]
            or any(c.isupper() for c in word)
            or not _is_latin(word[0])
        ):
            continue
        if _ELIDED.match(word):
            continue
        before, after = (
            text[max(start - _NEAR, 0) : start],
            text[match.end() : match.end() + 1],
        )
        if len(word) == 1 and re.search(r"\d-$", before):  # as in "07-x"
            continue
        edge = number in (0, len(words) - 1) or _starts_sentence(before)
        compound = after == "-" and not before.endswith("-")
        if edge or compound or not {word, match[0]} & _SMALL:
            characters[start] = characters[start].upper()
    return characters


#: how far back a sentence's end may lie, behind quotes and brackets
_NEAR = 8
_ADDRESS = regex(r"\b[A-Za-z][A-Za-z0-9+.-]{0,20}://\S*")
#: an article or preposition that has lost its vowel, with the word it leans on:
#: d’Artagnan
_ELIDED = regex(r"[dl]['’]")


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < "\u0250"


def _starts_sentence(before: str) -> bool:
    end = before.rstrip(" \u00a0\"“'‘(")
    return bool(end) and end[-1] in _SENTENCE_END and end != before


_CHANGES: dict[str, Change] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
