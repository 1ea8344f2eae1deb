"""Distinguish the names of groups from those of people."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.values.acronyms import acronyms

#: Words of groups' names that nobody has as a surname, in English, German, French,
#: Spanish, Italian, Portuguese and Dutch.
_CERTAIN = """
administration against agence agencia agency agenzia alliance amnesty archives
asociación assembly assemblée association associazione associação authority behörde
board bundesamt campaign center centers centre centres children clinic coalition
collaboration collaborative collective comisión comitato comité commission committee
community company comunidad communauté comunità confederation conference congress conseil consejo conselho consiglio
consortium contributors cooperation corp corporation council department dept development
directorate division editors education embassy faculty federation fondation fondazione
forum foundation fundación fundação gallery gesellschaft gmbh gobierno gouvernement
government group health hochschule hospital inc industries initiative international
investigators istituto kommission labs landesamt library llc ltd maintainers media ministry movement
museum national nations network news observatory office ombudsman panel parliament
partnership pictures plc police productions program programme project publishing research
secretariat secretaría senate services sociedad sociedade society società société
software solutions staff statistics stichting stiftung studies studios study survey
systems taskforce team technologies treasury union verband verein vereniging without
workshop zentrum
"""
_GROUP_WORDS = frozenset(_CERTAIN.split())
#: Words of groups' names that a few people have as a surname: Gabrielle Union, Janette
#: Turner Hospital.
_RARE_SURNAMES = frozenset(
    [
        "board",
        "center",
        "centers",
        "children",
        "company",
        "group",
        "health",
        "hospital",
        "library",
        "media",
        "news",
        "staff",
        "study",
        "team",
        "union",
    ]
)
#: Beginnings of such words: academy, institute, laboratories, ministère, université.
_GROUP_STEMS = (
    "academ",
    "académ",
    "akadem",
    "institut",
    "laborator",
    "minist",
    "organisa",
    "organiza",
    "universi",
)
#: Ends of such words in German: Koch-Institut, Bundesministerium, Umweltbundesamt.
_GROUP_ENDS = (
    "bundesamt",
    "landesamt",
    "-gesellschaft",
    "-institut",
    "ministerium",
    "verband",
)
#: Words of groups' names that some people have as a surname: John Fund, Robert Service.
_UNCERTAIN = """
bank bureau church club college court cross fund league matter matters party press
school service times trial trust watch
"""
_ALSO_SURNAMES = frozenset(_UNCERTAIN.split())
#: What some groups do; the last words of what an "and" joins in their names.
_TASKS = frozenset(
    [
        "affairs",
        "culture",
        "development",
        "education",
        "health",
        "medicine",
        "prevention",
        "science",
        "sciences",
        "services",
        "statistics",
        "training",
        "welfare",
    ]
)
#: Words of groups' names that say what a group is about, not what it is.
_TOPICS = _TASKS | {
    "children",
    "health",
    "research",
    "software",
    "studies",
    "technologies",
}
_LINKS = frozenset(["of", "for", "on", "the", "und", "für", "&"])
_OF = frozenset(["of", "for", "on"])

_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*|&")
#: A word without the punctuation that one writer has and another has not.
_PART = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: An acronym after the name: "World Health Organization (WHO)".
_IN_BRACKETS = regex(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
#: What follows the name of a company: a pattern for those who look for it.  "SA", "AG"
#: and "BV" are not among them, since they are initials as well.
LEGAL_FORM = r"(?:Inc|Ltd|Limited|LLC|L\.L\.C|Corp|GmbH|PLC|Plc|plc|Pty)\.?(?: Ltd\.?)?"
#: Words and legal forms that one writer leaves out and another does not.
_IDLE_WORDS = frozenset(
    ["and", "the", "und", "et", "y", "inc", "llc", "llp", "ltd", "corp", "plc", "gmbh"]
)
#: Two letters are as likely a person's initials.
_SHORTEST_ACRONYM = 3


@lru_cache(maxsize=4096)
def is_group(name: str, *, certain: bool = False) -> bool:
    """Return whether a name has a word that only groups have.

    Args:
        name: the whole name, as text.
        certain: ignore words that can also be a part of a person's name.

    >>> is_group("World Health Organization"), is_group("Michelle Alexander")
    (True, False)
    >>> is_group("World Bank"), is_group("World Bank", certain=True)
    (True, False)
    >>> is_group("Bank of Spain", certain=True)
    True
    """
    words = _WORD.findall(name.lower() if name.isupper() else name)
    lowered = [word.lower() for word in words]
    if any(map(_is_group_word, lowered)):
        return True
    if certain:
        return any(
            word in _ALSO_SURNAMES and following in _OF
            for word, following in pairwise(lowered)
        )
    if words[:1] == ["The"] or not _LINKS.isdisjoint(words):
        return True
    return not _ALSO_SURNAMES.isdisjoint(lowered)


def _is_group_word(word: str) -> bool:
    if word in _GROUP_WORDS or word.startswith(_GROUP_STEMS):
        return True
    return word.endswith(_GROUP_ENDS)


def may_be_surname(word: str) -> bool:
    """Return whether a word of groups' names is also a surname.

    >>> may_be_surname("Union"), may_be_surname("Organization")
    (True, False)
    """
    return word.lower() in _RARE_SURNAMES or word.lower() in _ALSO_SURNAMES


def may_be_task(text: str) -> bool:
    """Return whether a text is one of the tasks in a group's name, not a group by itself.

    In "Department of Health and Human Services" it follows the "and"; a second group
    would rather be a "Ministry" or a "University".

    >>> may_be_task("Human Services"), may_be_task("Quality in Health Care")
    (True, True)
    >>> may_be_task("Ministry of Education"), may_be_task("Pew Research Center")
    (False, False)
    """
    *words, last = text.lower().split() or [""]
    if last in _TASKS and "of" not in words:
        return True
    heads = [word for word in (*words, last) if _is_group_word(word)]
    return bool(heads) and all(word in _TOPICS for word in heads)


def is_same_group(one: str, other: str) -> bool:
    """Return whether two texts name one group: up to case, "The", "and", an acronym in
    brackets and a legal form; or one is the acronym of the other.

    >>> is_same_group("The World Bank", "World Bank"), is_same_group("Apple", "Apple Inc.")
    (True, True)
    >>> is_same_group("WHO", "World Health Organization (WHO)")
    True
    >>> is_same_group("Oxford University", "Oxford University Press")
    False
    """
    if one == other or not one or not other:
        return one == other != ""
    first, second = group_words(one), group_words(other)
    if not first or not second:
        return False
    if first == second or one in _in_brackets(other) or other in _in_brackets(one):
        return True
    return _is_acronym(one, other) or _is_acronym(other, one)


def _in_brackets(name: str) -> tuple[str, ...]:
    """Return the acronym after a name."""
    if "(" not in name and "[" not in name:
        return ()
    found = _IN_BRACKETS.search(name)
    return (found[0].strip(" ()[]"),) if found else ()


@lru_cache(maxsize=4096)
def group_words(name: str) -> tuple[str, ...]:
    """Return the words that tell a group's name from others, in small letters.

    >>> group_words("The Bill & Melinda Gates Foundation (BMGF)")
    ('bill', 'melinda', 'gates', 'foundation')
    """
    if "(" in name or "[" in name:
        name = _IN_BRACKETS.sub("", name)
    words = _PART.findall(name.casefold().replace(".", ""))
    return tuple(word for word in words if word not in _IDLE_WORDS)


def acronym(words: Iterable[str]) -> str:
    """Return the first letters of the words that count in an acronym.

    >>> acronym(group_words("Organisation for Economic Co-operation and Development"))
    'oecd'
    """
    return "".join(word[0] for word in words if word not in _LINKS)


def _is_acronym(text: str, name: str) -> bool:
    """Return whether a text abbreviates a name: CDC the Centers for Disease Control and
    Prevention, FDA the U.S. Food and Drug Administration.
    """
    if not text.isupper() or not text.isalpha() or len(text) < _SHORTEST_ACRONYM:
        return False
    short = text.casefold()
    return any(
        letters.startswith(short) or letters.endswith(short)
        for letters in acronyms(name)
    )
