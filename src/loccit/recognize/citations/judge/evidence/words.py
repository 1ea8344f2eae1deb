"""Words that are no names: "Figure", "January", "Beijing", "Olympics"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.citations.reading.locators import label_of
from loccit.recognize.typed_citation import Reason
from loccit.values.date_words import month_number
from loccit.values.groups import is_group
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun, proper_nouns

#: Parts of a document and things that are counted, before a number.
_COUNTED = frozenset(
    """
    act algorithm appendix area article assignment book box case chapter class clause
    column commandment corollary day definition diagram dimension division edition
    episode equation event example exercise exhibit experiment fig figure figures footnote
    formula game goal grade grades graph group hypothesis image item lab law lemma lesson
    level line list listing map method model module moment month note number option page
    paragraph part period phase photo picture plate plot point problem proposition
    proof psalm question quarter reference round row rule sample scene schedule season
    section semester series session set sheet slide stage step stanza study table task
    test theorem theory tier topic track type unit verse version volume week world year
    abb abbildung tabelle kapitel anhang gleichung cuadro tabla figura capítulo tableau
    chapitre annexe
    """.split()  # noqa: SIM905
)
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 5
#: The last word of what happened, was decided or was made in a year.
_EVENT = regex(
    r"(?i)(?:wars?|battle|revolution|revolt|uprising|olympics|games|cup|championships?"
    r"|elections?|referendum|crisis|crash|pandemic|epidemic|earthquake|hurricane|tsunami"
    r"|flood|famine|massacre|genocide|holocaust|attacks?|riots?|strike|summit|treaty"
    r"|accords?|agreement|convention|declaration|amendment|act|bill|law|constitution"
    r"|protocol|directive|congress|festival|expo|exhibition|coup|crusade|reformation"
    r"|restoration|renaissance|depression|recession|era|dynasty|empire|season|film|movie"
    r"|album|song|series|edition|version|census|budget|spring|summer|autumn|fall|winter"
    r"|q[1-4]|week|semester|term|tour|prize|award|awards|oscars?|release|krieg|guerre"
    r"|guerra|i{1,3}|iv)\Z"
)


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the words where the names of an unlisted work are."""
    cite = possible.cites[0]
    if not cite.names or cite.read is None:
        return
    if not cite.year and _is_defined(cite.names[0], possible.before):
        yield Evidence(
            -5.0, Reason("definition", f"“{cite.names[0]}” abbreviates what is before")
        )
    if any(essay.lexicon.known(each) for each in cite.names):
        return
    first, *_ = cite.names
    words = first.split() or [first]
    if _is_label(words):
        yield Evidence(-6.0, Reason("label", f"“{words[0]}” is a part of a document"))
    elif _is_date(words):
        yield Evidence(-6.0, Reason("date", f"“{first}” is a part of a date"))
    elif _EVENT.search(words[-1]) and not cite.read.is_title:
        yield Evidence(-4.0, Reason("event", f"“{first}” is an event or the like"))
    elif _is_place(words[-1]) and not is_group(first):
        yield Evidence(
            -4.0, Reason("place", f"“{first}” is a place, a people or the like")
        )
    elif possible.mode == "mla" and first.isupper() and len(first) <= _LONGEST_ACRONYM:
        yield Evidence(-3.0, Reason("abbreviation", f"“{first}” is an abbreviation"))
    elif ":" in first and not cite.read.is_title:
        yield Evidence(
            -3.0, Reason("publisher", "it is a place and a publisher, or the like")
        )
    elif _is_common(words):
        weight = -1.0 if _has_comma(possible) else -1.5
        yield Evidence(weight, Reason("common-word", f"“{first}” is a common word"))


def _is_defined(short: str, before: str) -> bool:
    """Return whether letters abbreviate the words before them."""
    letters = "".join(filter(str.isupper, short))
    if len(letters) < len(short) / 2 or len(letters) < _SHORTEST_ACRONYM:
        return False
    words = before.replace("-", " ").split()[-2 * len(letters) :]
    initials = "".join(word.strip('(“"')[:1] for word in words).upper()
    return letters[0] in initials and letters[-1] in initials


def _is_label(words: list[str]) -> bool:
    word = words[0].rstrip(".").casefold()
    if word in _COUNTED or word.rstrip("s") in _COUNTED:
        return True
    return len(words) > 1 and words[1][:1].isdecimal() and label_of(word) is not None


def _is_date(words: list[str]) -> bool:
    return any(
        month_number(word.strip(".,")) is not None and not word.isdecimal()
        for word in words
        if word[:1].isupper()
    )


def _is_common(words: list[str]) -> bool:
    surnames = proper_nouns().common_surnames
    return all(is_english_word(word.lower()) and word not in surnames for word in words)


def _has_comma(possible: Possible) -> bool:
    return possible.mode == "parenthetical" and "," in possible.text


def _is_place(word: str) -> bool:
    return is_proper_noun(word) and word not in proper_nouns().people
