"""Places: parts of the world, rivers and mountains, what is of a place."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import Pattern, Word, is_text, lines
from loccit.values.letter_case.proper_nouns import proper_nouns

#: Regions (APA 7, section 6.14).  As directions they are rarely in titles.
_COMPASS = lines("""
    East Eastern North Northeast Northeastern Northern Northwest Northwestern South
    Southeast Southeastern Southern Southwest Southwestern West Western
""")
_AFTER_COMPASS = lines("Bank Coast End Hemisphere Point Pole Shore Side")
_OF = lines("of")
#: Words before the name of a place.
_BEFORE_PLACE = lines("""
    Baja Camp Cape County Fort Gran Isle Lake Las Loch Los Mount Nueva Port Porto Rio
    River Saint San Santa Santo Sierra St Villa
""")
_SPANISH_ARTICLES = lines("El La")
#: The same, which are before other names by chance: "The Great Gatsby".
_PART_OF_PLACE = lines("Central Greater Inner Lower Outer Upper")
#: Words after the name of a place.
_AFTER_PLACE = lines("""
    Archipelago Avenue Basin Bay Beach Boulevard Canal Canyon City Coast County Creek
    Delta Desert Falls Gulf Harbor Harbour Heights Highlands Hills Island Islands Lake
    Lakes Mountain Mountains Ocean Peninsula Plateau Prefecture Province Reef River
    Rivers Sea Square Strait Straits Street Territory Valley
""")
#: What has the name of a place or a person after "of".
_OF_NAME = lines("""
    Archbishop Bank Battle Bay Bishop Book Cape Church City Commonwealth Council Duchess
    Duke Emirate Gospel Gulf Isle Kingdom Peace Port Province Republic Siege Strait
    Tower Treaty
""")
_ARTICLE = lines("the")
_AT = lines("at from in near to")
_OF_PEOPLES = ("an", "ese", "ish")
_SEAS = lines("Gulf Ocean Peninsula Sea")


def part_of_world(word: Word) -> list[Word]:
    """Return a region: "the Deep South", "South Africa", "West Coast"."""
    if is_text(word.next, _OF):
        return []
    if word.next is not None and word.next.text in _AFTER_COMPASS:
        return [word, word.next]
    return [word]


def before_place(word: Word) -> list[Word]:
    """Return a word that begins the name of a place: "Lake Victoria", "Upper Egypt"."""
    place = word.next
    if place is None:
        return []
    if word.text in _BEFORE_PLACE and place.is_name:
        return [word]
    is_part = word.text in _PART_OF_PLACE and place.text in proper_nouns().words
    return [word] if is_part else []


def before_country(country: Word) -> list[Word]:
    """Return a town before its country, after a preposition: "in Bath, England"."""
    if country.between != ", " or not country.number:
        return []
    town = country.title[country.number - 1]
    return [town] if town.has_capital and is_text(town.previous, _AT) else []


def with_article(word: Word) -> list[Word]:
    """Return a Spanish name with its article: "El Barrio"."""
    name = word.next
    return [word, name] if name is not None and name.has_capital else []


def after_place(word: Word) -> list[Word]:
    """Return a word that ends the name of a place: "the Hudson River"."""
    name = word.previous
    if name is None or not name.is_name:
        return []
    is_people = name.text.endswith(_OF_PEOPLES)
    return [] if is_people and word.text not in _SEAS else [word]


def of_name(word: Word) -> list[Word]:
    """Return what has a name after "of": "the Battle of Stalingrad"."""
    if not is_text(word.next, _OF):
        return []
    name = word.next.next if word.next else None
    if is_text(name, _ARTICLE):
        name = name.next if name else None
    return [word] if name is not None and name.is_name else []


PATTERNS: list[Pattern] = [
    Pattern(part_of_world, _COMPASS),
    Pattern(before_country, proper_nouns().words),
    Pattern(with_article, _SPANISH_ARTICLES),
    Pattern(before_place, _BEFORE_PLACE | _PART_OF_PLACE),
    Pattern(after_place, _AFTER_PLACE),
    Pattern(of_name, _OF_NAME),
]
