"""Say how likely a reading is right, as a whole and each variable of it.

Two parsers that agree are rarely wrong.  How sure the model is counts as well, and what
is missing or was not read.  How much each counts was fitted to typed references that were
labelled by hand: `python -m training.references.confidence`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Source
from loccit.recognize.segments import FILLED, Label, Segment

#: The variables that a reference is judged by, and the labels of their parts.
JUDGED: dict[str, Label] = {
    "author": "author",
    "issued": "date",
    "title": "title",
    "container-title": "container-title",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "editor": "editor",
    "publisher": "publisher",
}
_OTHERS = ("editor", "publisher")
_PLACES = frozenset(["container-title", "publisher", "URL", "DOI"])
_USUAL_TYPES = frozenset(
    [
        "article-journal",
        "article-newspaper",
        "article-magazine",
        "book",
        "chapter",
        "paper-conference",
        "post-weblog",
        "report",
        "thesis",
        "webpage",
    ]
)
#: Titles with more letters than this are long.
_LONG = 120
#: No part is less sure, or surer, than this.
_LEAST, _MOST = 0.02, 0.998
#: More words than these without a label are no worse.
_MOST_UNREAD = 6
#: A variable less sure than this is doubtful.
_DOUBTFUL = 0.9
_SURE = 0.9
_WORD = regex(r"[^\W\d_]{2,}")
#: Words that announce a part, and belong to none.
_IDLE = regex(
    r"in|eds?|editors?|hrsg|hg|vol|volume|nos?|nr|issue|pp|pages?|trans|translated|by|edited"
    r"|the|and|et|al|retrieved|from|available|at|accessed|online|https?|doi|edn?|edition|isbn"
    r"|print|web|internet|und|on|last|this|orig|original|work|published|aufl|auflage|bd",
    re.IGNORECASE,
)


class Evidence(NamedTuple):
    """What speaks for a reading and against it; each is 1 for "yes" where it is no number.

    Attributes:
        title, container: whether the parsers differ in it.
        least: how sure the model is of the part that it is least sure of, in log odds.
        all: how sure it is that all parts are right, as a logarithm.
        filled: how many parts only the rules found.
        unread: how many words are in no part.
        one_word: whether the name of an author is a single word.
        long: whether the title is long.
        anonymous: whether there is no author.
        unplaced: whether it lacks container, publisher and address.
        unusual: whether the work is of an unusual type: a law, a film, a letter.
    """

    title: float = 0.0
    container: float = 0.0
    least: float = 0.0
    all: float = 0.0
    filled: float = 0.0
    unread: float = 0.0
    one_word: float = 0.0
    long: float = 0.0
    anonymous: float = 0.0
    unplaced: float = 0.0
    unusual: float = 0.0


class VariableEvidence(NamedTuple):
    """What speaks for a variable, and against it.

    Attributes:
        differs: whether the parsers differ.
        sure: how sure the model is of its parts, in log odds.
        whole: how sure the whole reading is, in log odds.
    """

    differs: float = 0.0
    sure: float = 0.0
    whole: float = 0.0


#: The log odds of a reading without evidence, and what each piece of evidence adds.
BASE = 2.73
WEIGHTS = Evidence(
    title=-0.66,
    container=-0.39,
    least=0.15,
    all=1.46,
    filled=-1.41,
    unread=-0.39,
    one_word=-1.37,
    long=-0.47,
    anonymous=-1.33,
    unplaced=-1.27,
    unusual=-1.11,
)
VARIABLE_BASE = 0.9
VARIABLE_WEIGHTS = VariableEvidence(
    differs=-0.98,
    sure=0.47,
    whole=0.55,
)


def evidence_of(
    text: str, labelled: Sequence[Segment], source: Source, differing: Sequence[str]
) -> Evidence:
    """Return what speaks for a reading and against it.

    Args:
        text: the reference.
        labelled: its parts.
        source: what was read.
        differing: the variables in which the parsers differ.
    """
    sure = _of_whole(labelled)
    names = source.names("author")
    return Evidence(
        title="title" in differing,
        container="container-title" in differing,
        least=log_odds(min(sure, default=_LEAST)),
        all=sum([log(max(_LEAST, each)) for each in sure]),
        filled=sure.count(FILLED),
        unread=min(len(unread_words(text, labelled)), _MOST_UNREAD),
        one_word=any(not name.given and not name.literal for name in names),
        long=len(source.plain("title")) > _LONG,
        anonymous=not names,
        unplaced=not _PLACES & source.variables.keys(),
        unusual=source.type not in _USUAL_TYPES,
    )


def unread_words(text: str, labelled: Sequence[Segment]) -> list[str]:
    """Return the words that are in no part and announce none.

    >>> unread_words("Doe. Emma. In Sea, vol. 3", [Segment("author", 0, 3), Segment("title", 5, 9)])
    ['Sea']
    """
    rest, done = [], 0
    for part in sorted(labelled, key=lambda each: each.start):
        rest.append(text[done : part.start])
        done = max(done, part.end)
    words = _WORD.findall(" ".join([*rest, text[done:]]))
    return [word for word in words if not _IDLE.fullmatch(word)]


def confidence_of(evidence: Evidence) -> float:
    """Return how likely a reading is right as a whole."""
    return _probability(_weighed(evidence, WEIGHTS) + BASE)


def variable_confidence(evidence: VariableEvidence) -> float:
    """Return how likely one variable of a reading is right."""
    return _probability(_weighed(evidence, VARIABLE_WEIGHTS) + VARIABLE_BASE)


def variable_evidence(
    name: str, labelled: Sequence[Segment], differing: Sequence[str], whole: float
) -> VariableEvidence:
    """Return what speaks for a variable and against it."""
    label = JUDGED[name]
    parts = [part.probability for part in labelled if part.label == label]
    sure = min(parts, default=_MOST)
    return VariableEvidence(name in differing, log_odds(sure), log_odds(whole))


def doubtful_variables(
    labelled: Sequence[Segment], differing: Sequence[str], whole: float
) -> tuple[str, ...]:
    """Return the variables that may be wrong; at least one, if the whole is not sure."""
    sure = {
        name: variable_confidence(variable_evidence(name, labelled, differing, whole))
        for name in JUDGED
    }
    doubtful = [name for name in JUDGED if sure[name] < _DOUBTFUL]
    if not doubtful and whole < _SURE:
        present = [name for name in JUDGED if _has(labelled, name)] or ["title"]
        doubtful = [min(present, key=lambda name: sure[name])]
    return tuple(doubtful)


def log_odds(probability: float) -> float:
    """Return the logarithm of the odds of a probability.

    >>> log_odds(0.5)
    0.0
    """
    bound = min(_MOST, max(_LEAST, probability))
    return log(bound / (1 - bound))


def _has(labelled: Sequence[Segment], name: str) -> bool:
    return any(part.label == JUDGED[name] for part in labelled)


def _of_whole(labelled: Sequence[Segment]) -> list[float]:
    labels = [JUDGED[name] for name in JUDGED if name not in _OTHERS]
    return [part.probability for part in labelled if part.label in labels]


def _weighed(evidence: Sequence[float], weights: Sequence[float]) -> float:
    pairs = zip(evidence, weights, strict=True)
    return sum(value * weight for value, weight in pairs)


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-odds))
