"""Whether a title of which nobody says the language is in another than English, as its
small words tell.
"""

from __future__ import annotations

_ENGLISH_WORDS = """
    and are by for from how its of that the their this through to toward what when where which who why with
    """
_OTHER_WORDS = """
    aux dans degli della delle een eine einem einen einer eines entre för für het nella não och oder para pour
    sobre sowie sur uma und voor zum zur zwischen über
    """
#: Those that are parts of names, too ("van Dijk", "de la Cruz"): it takes two of them,
#: and such as follow each other count as one.
_WORDS_IN_NAMES = """
    al als am au aus bei che da das de dei del den des die dos du ein el em en et gli il la las le les lo los nach nel
    par per por un una une van vers von y
    """
#: And those that are parts of names behind another alone ("van der Waals").
_WORDS_BEHIND_OTHERS = "auf dem der im mit vom"
_ARTICLES = ("l'", "l’", "d'", "d’", "dell'", "dell’", "qu'", "qu’")

_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHER = frozenset(_OTHER_WORDS.split())
_IN_NAMES = frozenset(_WORDS_IN_NAMES.split())
_BEHIND_OTHERS = frozenset(_WORDS_BEHIND_OTHERS.split())


def is_foreign(title: str) -> bool:
    """Whether a title is surely in another language than English.

    >>> is_foreign("Grundlagen der Soziologie"), is_foreign("La Vie quotidienne des ouvriers de Paris")
    (True, True)
    >>> is_foreign("Race, Class, and the Letters of Vincent van der Berg"), is_foreign("Ursula von der Leyen Speaks")
    (False, False)
    """
    if not _ENGLISH.isdisjoint(title.lower().split()):
        return False
    parts = 0
    part_before = counted = False
    for word in title.split():
        plain = word.strip(',.;:!?()«»“”"').lower()
        is_behind = plain in _BEHIND_OTHERS
        if word.islower() and (plain in _OTHER or (is_behind and not part_before)):
            return True
        if is_behind:
            parts -= counted  # "van der": it was a name
        is_part = is_behind or plain in _IN_NAMES or plain.startswith(_ARTICLES)
        counted = is_part and word.islower() and not part_before
        parts += counted
        part_before = is_part
    return parts > 1
