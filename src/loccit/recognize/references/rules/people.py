"""Find the people that a word announces: editors and translators."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import CERTAIN, Draft
from loccit.recognize.references.rules.sentences import end_of_names
from loccit.recognize.segments import Label
from loccit.values.people import has_initials

_EDITORS = r"[(\[]?\b(?:eds?|editors?|hrsg|hg|coords?)\b\.?[)\]]?"
_NAME = r"(?:[A-ZÀ-Þ][^\W\d_’']*\.?[\s-]){1,3}[A-ZÀ-Þ][\w’'-]+"
#: "Doe", "J. Doe", "Doe, J."
_EDITOR = r"(?:(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ][\w’'-]+(?:,(?:\s[A-ZÀ-Þ]\.){1,3})?)"
#: What announces a book and its editors; within a sentence, "in" is a word of a title.
_IN = r"(?:(?-i:\bI[Nn])|(?<![^\W_]\s)\bin):?\s"
#: "In C. Jones & R. Shaw (Eds.), Title"; no quotation mark or colon is between.
_IN_NAMES = regex(
    rf"{_IN}(?P<editor>[^\0“”\"():]{{2,300}}?)[,\s]\s?{_EDITORS}[,.:]?(?=\s|\0|$)",
    re.IGNORECASE,
)
#: "In Doe and Roe, Title", "in J. Doe, Title"; the title must be in italics, or a name
#: must have initials.
_IN_BARE_NAMES = regex(
    rf"\b[Ii]n:?\s(?P<editor>{_EDITOR}(?:(?:, and|,| and| &)\s{_EDITOR}){{0,4}}),\s(?=[A-ZÀ-Þ*])"
)
#: "Title, Shawna Ross and James O’Sullivan (eds.)", "Title. S. Laureys (Ed.), Book".
_NAMES_BEFORE = regex(
    rf"(?<=[,.]\s)(?P<editor>{_NAME}(?:(?:,| and| &|, and)\s{_NAME}){{0,4}}),?\s"
    r"\([Ee]ds?\.?\)[,.]?"
)
_EDITED_BY = regex(
    r"[(\[,.]?\s?\b(?:edited by|eds?\. by|herausgegeben von|(?:hrsg|hg)\.? v(?:on|\.)"
    r"|édité par|editado por|a cura di|(?<=[,.]\s)eds?\.)\s(?=\S)",
    re.IGNORECASE,
)
_TRANSLATED_BY = regex(
    r"(?:[(\[]|(?<=[.,;:)\]”\"’»*_\0]\s)|(?<=\0))"
    r"(?:translated (?:and [^\W\d_]+ )?by|trans\. by|trans\.|transl\.(?: by)?"
    r"|übersetzt von|übers\.(?: v(?:on|\.))?|traduit par|trad\.(?: de| par)?"
    r"|traducción de)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_TRANSLATORS_IN_BRACKETS = regex(
    r"[(\[](?P<translator>[^()\[\]\0]{3,80}?),?\s(?:trans|transl|translators?|übers)\.?[)\]]",
    re.IGNORECASE,
)


def find_announced_people(draft: Draft) -> None:
    """Label editors and translators after or before the words that announce them."""
    for found in _TRANSLATORS_IN_BRACKETS.finditer(draft.free):
        draft.label_groups(found, CERTAIN)
    _label_after(draft, _TRANSLATED_BY, "translator")
    for pattern in (_IN_NAMES, _NAMES_BEFORE):
        named = pattern.search(draft.free)
        if named:
            draft.label_groups(named, CERTAIN)
            return
    _label_after(draft, _EDITED_BY, "editor")
    if not draft.first("editor"):
        _label_bare_names(draft)


def _label_bare_names(draft: Draft) -> None:
    """Label the names between "In" and a title that clearly are names."""
    for found in _IN_BARE_NAMES.finditer(draft.free):
        italics = [mark.start for mark in draft.marks if mark.kind == "emphasis"]
        if has_initials(found["editor"]) or found.end() in italics:
            draft.label("editor", *found.span("editor"), CERTAIN)
            draft.take(found.start(), found.start("editor"))
            return


def _label_after(draft: Draft, cue: re.Pattern[str], label: Label) -> None:
    """Label the names after the first place where a word announces them."""
    found = cue.search(draft.free)
    if found:
        end = end_of_names(draft.free, found.end())
        draft.label(label, found.end(), end, CERTAIN)
        draft.take(*found.span())
