"""The name of a journal that is abbreviated or not in title case.

## What it does

Finds names of journals that are cut short, and English ones whose words begin with small
letters.

## Why is this bad?

APA gives the name of a journal in full and in title case, as the journal writes it
(section 9.25).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Quiet streets. *Journal of urban affairs*, *12*(3), 1–9.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Quiet streets. *Journal of Urban Affairs*, *12*(3), 1–9.

## Fix safety

This fix is unsafe: the journal may write its name in another way.  An abbreviated name
has a fix only where another entry, or the source in your library, has it in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "unsafe"

#: A word that is cut short; "U.S." and single letters are not.
_CUT = regex(r"(?<![\w.])[^\W\d_]{2,}\.(?!\w)")
_TITLES = frozenset(["dr.", "mr.", "mrs.", "ms.", "st.", "vs.", "inc."])
#: Words that are cut short without a stop, by ISO 4 and as the Library of Medicine does.
_ABBREVIATIONS = """
acad adv am anat anal ann anthropol appl arch assoc astron astrophys behav biochem biol
biomed biophys biotechnol br bull bus can cardiol cereb chem clin cogn commun comp
comput contemp crit curr dev dermatol diagn disord ecol econ educ electron endocrinol
eng entomol environ epidemiol eur evol exp fam gastroenterol gen genet geogr geol
geophys geriatr gerontol gynecol health hematol hist hosp hum immunol ind infect inform
int intern j jpn lang lett linguist magn manag mater math mech med metab methods
microbiol mol nat natl neurobiol neurol neurosci neurosurg nucl nurs nutr obes obstet
occup oncol ophthalmol optom orthop pathol pediatr perspect pharmacol philos phys
physiol pol polit pract prev proc prog psychiatr psychol psychosom public q qual radiol
rehabil relat reprod res resour respir rev rheumatol sch sci soc sociol stat stud surg
technol theor ther tox toxicol trans transl transplant trop univ urol vet virol zool
"""
_SHORT = frozenset(_ABBREVIATIONS.split())
#: Of `_SHORT`, what is also a whole word.
_WHOLE = frozenset(
    ["am", "can", "comp", "health", "intern", "methods", "public", "trans"]
)
_WORD = regex(r"[^\W\d_]+")
_END = regex(r"\s*(?:[.,;:(\d]|[Vv]ol|$)")
_BOOK = regex(r"\b(?:handbook|encyclopedia|proceedings|companion)\b", re.IGNORECASE)
_IN_JOURNALS = ("article-journal", "review")
#: Words by which an English name is known.
_ENGLISH = regex(
    r"\b(?:of|the|and|for|in|research|review|studies|science|quarterly|education|letters)\b",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        containers = entry.segments("container-title")
        if len(containers) != 1 or entry.source.type not in _IN_JOURNALS:
            continue
        if not entry.is_clear(containers[0]) or not _is_whole(entry, containers[0]):
            continue
        journal = _with_stop(entry, containers[0])
        if is_short(entry.text[journal.start : journal.end]):
            yield _abbreviated(essay, entry, journal)
        else:
            yield from _in_small_letters(essay, entry, containers[0])


def _with_stop(entry: CheckedEntry, journal: Segment) -> Segment:
    """Return the name with the stop of an abbreviation at its end."""
    if entry.text[journal.end : journal.end + 2] in (".,", ".;", ".:"):
        return journal._replace(end=journal.end + 1)
    return journal


def _is_whole(entry: CheckedEntry, journal: Segment) -> bool:
    """Return whether a sign or a number ends the name."""
    return _END.match(entry.text, journal.end) is not None


def is_short(journal: str) -> bool:
    """Return whether the name of a journal is abbreviated.

    >>> is_short("J. Soc. Psychol."), is_short("Mol Cell Biol"), is_short("Cell")
    (True, True, False)
    """
    cut = [word for word in _CUT.findall(journal) if word.lower() not in _TITLES]
    words = [word.lower() for word in _WORD.findall(journal)]
    short = [word for word in words if word in _SHORT and word not in _WHOLE]
    if cut:
        return len(cut) + len(short) > 1 or journal.endswith(cut[0])
    return len(short) > 1 and len(short) * 2 >= len(words)


def _abbreviated(essay: CheckedEssay, entry: CheckedEntry, journal: Segment) -> Mistake:
    start, end = journal.start, journal.end
    name = entry.text[start:end]
    message = f"The name of the journal is abbreviated: `{' '.join(name.split())}`."
    full = _in_full(essay, name)
    if full:
        return expected(essay, entry, start, end, full, message)
    advice = "Expected: the name in full."
    return Mistake(entry.mapped, start, end, message, advice)


def _in_full(essay: CheckedEssay, short: str) -> str:
    """Return the name that another entry or a source of the library has in full."""
    words = [word for word in _WORD.findall(short) if word.lower() not in _SMALL]
    begun = _GAP.join([word + _REST for word in words])
    pattern = re.compile(f"(?:the )?{begun}", re.IGNORECASE)
    for name in _journals(essay):
        if pattern.fullmatch(name) and not is_short(name):
            return name
    return ""


_SMALL = frozenset(["of", "the", "and", "for", "in"])
#: The rest of a word that is cut short, and what is between two.
_REST = r"[^\W\d_]*"
_GAP = r"(?:[ ,:&-]+(?:of|the|and|for|in|on))*[ ,:&-]+"


def _journals(essay: CheckedEssay) -> Iterator[str]:
    for entry in essay.ordinary_entries:
        yield entry.source.plain("container-title")
        source = essay.library.get(entry.read.key) if entry.read.key else None
        if source:
            yield source.plain("container-title")


def _in_small_letters(
    essay: CheckedEssay, entry: CheckedEntry, journal: Segment
) -> Iterator[Mistake]:
    """Report an English name with small letters where the style has capitals."""
    name = entry.text[journal.start : journal.end]
    wanted = essay.expected[entry.number].between("container-title")
    words = [word for word in _WORD.findall(name) if len(word) > _SHORT_WORD]
    small = [word for word in words if word.islower()]
    if not small or not _ENGLISH.search(name) or name[0].islower():
        return
    if _BOOK.search(name) or not entry.is_sure("volume"):
        return
    if name.lower() == wanted.lower() and len(small) * 2 >= len(words) - 1:
        message = "The name of the journal is not in title case."
        yield expected(essay, entry, journal.start, journal.end, wanted, message)


#: Shorter words may be small.
_SHORT_WORD = 4
