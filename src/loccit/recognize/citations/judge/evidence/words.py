"""Words that are no names: "Figure", "January", "Beijing", "Olympics"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import label_of
from loccit.values.date_words import month_number
from loccit.values.groups import is_group
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun

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
    if any(essay.lexicon.known(each) for each in cite.names):
        return
    first, *_ = cite.names
    words = first.split() or [first]
    if _is_label(words):
        yield Evidence(-6.0, "label", f"“{words[0]}” is a part of a document")
    elif _is_date(words):
        yield Evidence(-6.0, "date", f"“{first}” is a part of a date")
    elif _EVENT.search(words[-1]) and not cite.read.is_title:
        yield Evidence(-4.0, "event", f"“{first}” is an event or the like")
    elif is_proper_noun(words[-1]) and not is_group(first):
        yield Evidence(-4.0, "place", f"“{first}” is a place, a people or the like")
    elif possible.mode != "parenthetical" and _is_common(words):
        yield Evidence(-2.0, "common-word", f"“{first}” is a common word")
    elif _is_many_words(cite):
        yield Evidence(-1.0, "many-words", "so many words are seldom a name")


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
    return all(is_english_word(word.lower()) for word in words)


def _is_many_words(cite: PossibleCite) -> bool:
    is_literal = cite.read is not None and cite.read.is_literal
    longest = 5
    return is_literal and len(cite.names[0].split()) > longest
