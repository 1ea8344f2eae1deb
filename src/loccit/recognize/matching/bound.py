"""Citations that don't name their work: "(p. 12)", "(2001)", "ibid."

They are of the work that is named before them: in a citation, or by its author's name
in the sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import NOTHING, REPAIRED, Choice, limited
from loccit.recognize.matching.mentions import Mention, Mentions
from loccit.recognize.matching.spelling import folded
from loccit.recognize.matching.surroundings import quotation_before, sentence_start
from loccit.recognize.matching.works import Works
from loccit.recognize.typed_citation import Candidate, Reason, TypedCitation, TypedCite

#: The highest confidence in a work that is named in the same paragraph, and further
#: away.
_IN_PARAGRAPH = 0.95
_BY_NAME = 0.9
_FURTHER_AWAY = 0.8
#: The number of a note that is typed by hand.
_NOTE = regex(r"\[?\^?\d{1,3}[\].):]?\s")
#: What joins two works that are named together: "Doe (2001) and Roe (2002) say".
_JOINED = regex(r"\s*[,;]?\s*(?:and|&|or|as well as)\s+(?:by\s)?")
#: A work is often cited from so many cites of its pages on.
_OFTEN = 2
#: No sentence names so many works together, and each look back costs time.
_MOST_TOGETHER = 50


class Seen(NamedTuple):
    """A cite of an earlier citation."""

    citation: TypedCitation
    cite: TypedCite
    choice: Choice

    @property
    def works(self) -> frozenset[tuple[int | None, str | None]]:
        """The works that it may be of."""
        candidates = self.choice.candidates[: 1 if self.choice.work else None]
        return frozenset((each.entry, each.key) for each in candidates)


class Bound:
    """The cites so far, to which later ones without a name are bound."""

    def __init__(self, works: Works, paragraphs: Sequence[Paragraph]) -> None:
        self._works = works
        self._paragraphs = paragraphs
        self._seen: list[Seen] = []
        self._mentions: dict[int, Mentions] = {}
        self._last: dict[tuple[str, ...], Choice] = {}
        self._pages: Counter[tuple[int, str]] = Counter()
        self._choices: dict[tuple[int, str], Choice] = {}

    def add(self, citation: TypedCitation, cite: TypedCite, choice: Choice) -> None:
        """Remember a cite."""
        self._seen.append(Seen(citation, cite, choice))
        if choice.work and cite.names:
            self._last[folded(cite.names[0])] = choice
        if choice.work and cite.locator:
            self._pages[choice.work.identity] += 1
            self._choices[choice.work.identity] = choice

    def ibid(self, asked: Asked, citation: TypedCitation) -> Choice:
        """Choose the work of the cite before, or with names the last one of that name:
        op. cit.
        """
        reason = Reason("cite-before", "the work of the citation before")
        if asked.names:
            return self._again(asked) or self._works.choose(asked)
        before = self._last_of_kind(citation)
        if not before or self._is_note_left_out(before[-1].citation, citation):
            return NOTHING
        works = {work for each in before for work in each.works}
        if len(works) > 1:
            return _ambiguous(before)
        return limited(before[-1].choice, _BY_NAME, [reason])

    def choose(self, asked: Asked, citation: TypedCitation) -> Choice:
        """Choose the work that is named before a citation."""
        if asked.cite.year:
            return self._dated(asked, citation)
        return self._in_paragraph(asked, citation) or self._further_away()

    def _again(self, asked: Asked) -> Choice | None:
        """Choose the work of an author that was cited last."""
        last = self._last.get(asked.first.words)
        if last is None:
            return None
        reason = Reason("cited-before", "the work of that author that was cited last")
        return limited(last, REPAIRED, [reason])

    def _last_of_kind(self, citation: TypedCitation) -> list[Seen]:
        """Return the cites of the last citation; those of the last note, for a note."""
        is_note = self._is_note(citation)
        found: list[Seen] = []
        for seen in reversed(self._seen):
            if found and not _are_together(seen.citation, found[-1].citation, is_note):
                break
            if self._is_note(seen.citation) == is_note:
                found.append(seen)
        return found[::-1]

    def _is_note_left_out(self, one: TypedCitation, other: TypedCitation) -> bool:
        """Return whether there is a note between two, in which nothing was recognized."""
        return self._is_note(other) and other.paragraph - one.paragraph > 1

    def _is_note(self, citation: TypedCitation) -> bool:
        paragraph = self._paragraph(citation)
        if paragraph is None:
            return False
        return paragraph.kind == "note" or bool(_NOTE.match(paragraph.text))

    def _paragraph(self, citation: TypedCitation) -> Paragraph | None:
        if citation.paragraph >= len(self._paragraphs):
            return None
        return self._paragraphs[citation.paragraph]

    def _dated(self, asked: Asked, citation: TypedCitation) -> Choice:
        """Choose the work of an author who is named before a year."""
        best = NOTHING
        paragraph = self._paragraph(citation)
        since = sentence_start(paragraph.text, citation.start) if paragraph else 0
        for mention in self._names_before(citation, since):
            choice = self._named(mention, asked)
            if choice.work and set(asked.years) & set(choice.work.years):
                return _by_name(choice, mention)
            if not best.candidates:
                best = replace(choice, work=None)
        return best

    def _in_paragraph(self, asked: Asked, citation: TypedCitation) -> Choice | None:
        """Choose the work that was named last in the paragraph; None if there is none."""
        seen = next(self._cited_before(citation), None)
        since = seen.citation.end if seen else 0
        for mention in self._names_before(citation, since):
            choice = self._named(mention, asked)
            if not choice.candidates:
                continue
            if seen and _shares(seen, choice) and not _is_other(seen, choice):
                break
            return _by_name(choice, mention)
        if seen is None:
            return None
        reason = Reason("named-before", "the work that is named before")
        others = [*self._together_with(seen)]
        if others:
            return _ambiguous([seen, *others])
        return limited(seen.choice, _IN_PARAGRAPH, [reason])

    def _together_with(self, seen: Seen) -> Iterator[Seen]:
        """Yield cites of other works that are named with one: in the same brackets, or
        joined by "and".
        """
        first = seen.citation
        for other in reversed(self._seen[-_MOST_TOGETHER:]):
            citation = other.citation
            if citation.paragraph != first.paragraph:
                return
            if citation is not first and not self._are_joined(citation, first):
                return
            first = citation
            if other.works != seen.works:
                yield other

    def _are_joined(self, one: TypedCitation, other: TypedCitation) -> bool:
        text = self._paragraphs[one.paragraph].text
        return _JOINED.fullmatch(text, one.end, other.start) is not None

    def _further_away(self) -> Choice:
        """Choose the work whose pages were cited most often, as of a novel in an essay
        on it.
        """
        ranked = self._pages.most_common(2)
        counts = [count for _, count in ranked]
        if not ranked or counts[0] < _OFTEN or _is_tie(counts):
            return NOTHING
        reason = Reason("cited-most", "the work whose pages were cited most so far")
        return limited(self._choices[ranked[0][0]], _FURTHER_AWAY, [reason])

    def _cited_before(self, citation: TypedCitation) -> Iterator[Seen]:
        """Yield the cites before one in its paragraph, the last one first; those in the
        quotation before it are the quoted author's.
        """
        quoted = self._quotation(citation)
        for seen in reversed(self._seen):
            if seen.citation.paragraph != citation.paragraph:
                return
            if seen.citation.start not in quoted:
                yield seen

    def _names_before(
        self, citation: TypedCitation, since: int = 0
    ) -> Iterator[Mention]:
        quoted = self._quotation(citation)
        index = citation.paragraph
        if index >= len(self._paragraphs):
            return
        if index not in self._mentions:
            self._mentions[index] = Mentions(self._paragraphs[index].text, self._works)
        for mention in self._mentions[index].before(citation.start, since):
            if mention.start not in quoted:
                yield mention

    def _quotation(self, citation: TypedCitation) -> range:
        paragraph = self._paragraph(citation)
        if paragraph is None:
            return range(0)
        return quotation_before(paragraph.text, citation.start)

    def _named(self, mention: Mention, asked: Asked) -> Choice:
        """Choose a work as if the cite had a name."""
        cite = replace(asked.cite, names=mention.names, et_al=False)
        named = Asked(cite, "", asked.sentence, asked.acronyms, in_text=True)
        choice = self._works.choose(named)
        if choice.work or not choice.candidates:
            return choice
        return self._again(named) or choice


def _are_together(one: TypedCitation, other: TypedCitation, is_note: bool) -> bool:
    if is_note:
        return one.paragraph == other.paragraph
    return one is other


def _by_name(choice: Choice, mention: Mention) -> Choice:
    names = " and ".join(mention.names)
    reason = Reason("named-in-text", f"{names} is named before")
    return limited(choice, _BY_NAME, [reason])


def _shares(seen: Seen, choice: Choice) -> bool:
    """Return whether a name in the text is that of the work cited before."""
    return any((each.entry, each.key) in seen.works for each in choice.candidates)


def _is_other(seen: Seen, choice: Choice) -> bool:
    """Return whether the text names another work of the author that was cited before."""
    work = choice.work
    return work is not None and (work.entry, work.key) not in seen.works


def _ambiguous(seen: Sequence[Seen]) -> Choice:
    """Return all that several cites may be of, without choosing."""
    by_work: dict[tuple[int | None, str | None], Candidate] = {}
    for each in seen:
        for candidate in each.choice.candidates:
            by_work.setdefault((candidate.entry, candidate.key), candidate)
    share = 1 / max(1, len(by_work))
    candidates = [
        replace(each, confidence=min(each.confidence, share))
        for each in by_work.values()
    ]
    return Choice(None, tuple(candidates))


def _is_tie(counts: Sequence[int]) -> bool:
    return len(counts) > 1 and counts[0] == counts[1]
