"""Wars, revolutions, empires, ages and feasts."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import Pattern, Word, is_text, lines
from loccit.values.letter_case.proper_nouns import proper_nouns

#: What has a name before it, also that of a people: "the Ottoman Empire".
_AFTER_NAME = lines("""
    Army Commune Dynasty Empire Enlightenment Intifada Navy Parliament Raj Reformation
    Renaissance Republic Revolution Rising Spring Uprising War Wars
""")
_WAR = lines("War Wars")
_BEFORE_WAR = lines("Civil Revolutionary")
_WORLD = "World"
_THE = lines("the The")
_ORDINALS = lines("First Second Third Fourth Fifth Sixth")
_NUMBERED = lines("Empire Reich Republic International")
_DAY = lines("Day Eve Night Week")
_HOLIDAYS = lines("""
    Bastille Boxing Christmas Columbus Earth Easter Father's Father Holy Independence
    Labor Labour Memorial Mother's Mother New Patrick Presidents' Remembrance
    Thanksgiving Valentine Veterans Year
""")
#: Sure only after "the": other renaissances are common words.
_AFTER_ARTICLE = lines("Crusades Enlightenment Inquisition Restoration Anthropocene")


def named_time(word: Word) -> list[Word]:
    """Return a war or an age after its name: "the Vietnam War", "Harlem Renaissance"."""
    name = word.previous
    if name is None:
        return []
    if name.is_name and name.text[0].isupper():
        return [word]
    if word.text not in _WAR:
        return []
    if name.text == _WORLD:
        return _world_war(name, word)
    return _civil_war(name, word) if name.text in _BEFORE_WAR else []


def _world_war(world: Word, war: Word) -> list[Word]:
    before = world.previous
    if before is not None and before.text in _ORDINALS:
        return [before, world, war]
    return [world, war]


def _civil_war(name: Word, war: Word) -> list[Word]:
    """Return a certain civil war: "the Civil War", "the Spanish Civil War"."""
    before = name.previous
    is_certain = before is not None and (before.text in _THE or before.is_name)
    return [name, war] if is_certain else []


def numbered(word: Word) -> list[Word]:
    """Return "the Third Republic"."""
    name = word.previous
    return [name, word] if name is not None and name.text in _ORDINALS else []


def holiday(word: Word) -> list[Word]:
    """Return "Memorial Day", "Christmas Eve"."""
    name = word.previous
    if name is not None and name.text in _HOLIDAYS:
        is_common = name.text not in proper_nouns().words and word.text != "Day"
        return [] if is_common else [name, word]
    return []


def the_age(word: Word) -> list[Word]:
    """Return "the Enlightenment"."""
    return [word] if is_text(word.previous, _THE) else []


PATTERNS: list[Pattern] = [
    Pattern(named_time, _AFTER_NAME),
    Pattern(numbered, _NUMBERED),
    Pattern(holiday, _DAY),
    Pattern(the_age, _AFTER_ARTICLE),
]
