"""People: first names and surnames, and titles before names."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import Pattern, Word, lines
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import proper_nouns
from loccit.values.letter_case.small_words import SMALL_WORDS

#: Titles and the like before the name of a person.
_TITLES = lines("""
    Archbishop Aunt Bishop Brother Captain Cardinal Chancellor Chief Colonel Countess
    Dame Doctor Duchess Duke Emperor Empress Father General Governor Judge Justice
    Justices Khan King Lady Lord Madame Major Master Mayor Miss Mother Pope President
    Prince Princess Professor Queen Rabbi Reverend Saint Senator Sergeant Sheikh Sir
    Sister Sultan Tsar Uncle
""")
#: Endings of peoples and of what belongs to them, which follow titles by chance:
#: "Mother African".
_OF_PEOPLES = ("an", "ans", "ese", "ish", "ism", "ist")
#: Particles between a first name and a surname.
_PARTICLES = lines("bin da de del della der di du el ibn la le van von")
#: First names that are common words in titles: "Will Power".
_MOSTLY_WORDS = lines("""
    Bill Dean Drew Eve Faith Frank Gene Grace Grant Hope Mark Pat Pearl Ray Rose Ruby
    Sue Will
""")
#: Words after a first name that go on with the sentence.
_NEVER_SURNAMES = SMALL_WORDS | lines("""
    are did does had has her his how is its less more most not she should speaks was
    were what who why will would
""")
_SAINT = lines("Saint St")
_SHORTEST_SURNAME = 3


def full_name(word: Word) -> list[Word]:
    """Return a known first name and the surname after it: "Billie Holiday"."""
    name = [word]
    following = word.next
    while following is not None and _is_inside_name(following):
        name.append(following)
        following = following.next
    if following is not None and _is_surname(following, given=word):
        return [*name, following]
    # Names that are common words too need a surname.
    return [] if is_english_word(word.text.lower()) else [word]


def surname(word: Word) -> list[Word]:
    """Return a surname after what is not English: "Zadie Smith"."""
    given = word.previous
    if given is None or not given.is_name:
        return []
    return [] if given.text in proper_nouns().words else [given, word]


def _is_inside_name(word: Word) -> bool:
    """Return whether a surname goes on after a word: a first name, or a particle."""
    if word.next is None:
        return False
    if word.text in _PARTICLES:
        return word.next.has_capital
    is_given = word.text in proper_nouns().given_names
    return is_given and _is_surname(word.next, given=word)


def _is_surname(word: Word, given: Word) -> bool:
    if not word.has_capital or len(word.text) < _SHORTEST_SURNAME:
        return False
    if word.text in proper_nouns().common_surnames:
        return given.text not in _MOSTLY_WORDS
    if not is_english_word(given.text.lower()) and not _is_saint(given):
        # Half a name is worse than none.
        return word.text.lower() not in _NEVER_SURNAMES
    return word.is_name and not word.text.endswith(_OF_PEOPLES)


def _is_saint(given: Word) -> bool:
    """Return whether a name is that of a saint, or of a place: "St. Louis"."""
    return given.number > 0 and given.title[given.number - 1].text in _SAINT


def with_title(word: Word) -> list[Word]:
    """Return a title and the name after it: "Queen Victoria", "Uncle Tom"."""
    name = word.next
    if name is None or not name.has_capital:
        return []
    if name.text in proper_nouns().given_names:
        return [word, name]
    is_person = name.is_name and not name.text.endswith(_OF_PEOPLES)
    return [word, name] if is_person else []


PATTERNS: list[Pattern] = [
    Pattern(full_name, proper_nouns().given_names),
    Pattern(surname, proper_nouns().mostly_surnames),
    Pattern(with_title, _TITLES),
]
