"""Take off what is around the text of a field: punctuation, quotation marks, brackets."""

from __future__ import annotations

from loccit._startup.regex import regex

_SPACES = regex(r"\s+")
#: A word that a line break divides: "e-\nlearning" keeps its hyphen.
_DIVIDED = regex(r"(?<=\w[-–/])\n\s*(?=\w)")
#: Nobody puts more marks round a text.
_DEEPEST = 8
_AROUND = " \t\n.,;:/|_*•"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“", "'": "'", "»": "«"}
#: An abbreviation or an ellipsis keeps the stop at its end.
_KEEPS_STOP = regex(r"(?:\.\.\.|\b(?:[A-Z]\.){2,}|\b(?:Inc|Ltd|Co|Jr|Sr|etc)\.)$")


def one_line(text: str) -> str:
    """Return a text that was wrapped as one line.

    >>> one_line("A study of e-\\nlearning  in schools")
    'A study of e-learning in schools'
    """
    return _SPACES.sub(" ", _DIVIDED.sub("", text)).strip()


def bare(text: str) -> str:
    """Return a text without the punctuation, quotation marks and brackets around it.

    >>> bare("(“What is it?”)."), bare("Acme Inc."), bare("The “New” Threats, 1936,")
    ('What is it?', 'Acme Inc.', 'The “New” Threats, 1936')
    """
    for _ in range(_DEEPEST):
        shorter = _without_pair(_without_punctuation(text))
        if shorter == text:
            break
        text = shorter
    return text


def _without_punctuation(text: str) -> str:
    text = text.lstrip(f"{_AROUND})]")
    stripped = text.rstrip(f"{_AROUND}([–—-")
    if _KEEPS_STOP.search(text[: len(stripped) + 1]):
        return text[: len(stripped) + 1]
    return _without_lone_bracket(stripped)


def _without_lone_bracket(text: str) -> str:
    """Text without a bracket or quotation mark at one end whose partner is missing."""
    for opening, closing in [*_BRACKETS.items(), ("“", "”")]:
        if text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1].rstrip(_AROUND)
        if text.startswith(opening) and text.count(opening) > text.count(closing):
            text = text[1:].lstrip(_AROUND)
    if text.count('"') == 1:
        text = text.strip('"')
    return text


def _without_pair(text: str) -> str:
    """Text without the marks or brackets that enclose all of it."""
    for opening, closing in [*_QUOTES.items(), *_BRACKETS.items()]:
        is_enclosed = text[:1] == opening and text[-1:] == closing and len(text) > 1
        if is_enclosed and _is_balanced(text[1:-1], opening, closing):
            return text[1:-1].strip()
    return text


def _is_balanced(text: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return opening not in text
    depth = 0
    for character in text:
        if character == closing:
            depth -= 1
        elif character == opening:
            depth += 1
        if depth < 0:
            return False
    return depth == 0
