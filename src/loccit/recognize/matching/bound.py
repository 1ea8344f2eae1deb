"""Citations that don't name their work: "(p. 12)", "(2001)", "ibid."

They are of the work that is named before them: in a citation, or by its author's name
in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loccit._startup.dataclass import replace
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
#: So many paragraphs back a work may be named that a page is of.
_FURTHEST = 40


class Seen(NamedTuple):
    """A cite of an earlier citation."""

    citation: TypedCitation
    cite: TypedCite
    choice: Choice

    @property
    def is_about(self) -> bool:
        """Whether the text around is about the work: it is named or quoted there."""
        return self.citation.mode == "narrative" or self.cite.locator is not None

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

    def add(self, citation: TypedCitation, cite: TypedCite, choice: Choice) -> None:
        """Remember a cite."""
        self._seen.append(Seen(citation, cite, choice))

    def ibid(self, asked: Asked, citation: TypedCitation) -> Choice:
        """Choose the work of the cite before, or with names the last one of that name:
        op. cit.
        """
        reason = Reason("cite-before", "the work of the citation before")
        if asked.names:
            return self._again(asked) or self._works.choose(asked)
        before = self._last_of_kind(citation)
        if not before:
            return NOTHING
        works = {work for each in before for work in each.works}
        if len(works) > 1:
            return _ambiguous(before)
        return limited(before[-1].choice, REPAIRED, [reason])

    def choose(self, asked: Asked, citation: TypedCitation) -> Choice:
        """Choose the work that is named before a citation."""
        if asked.cite.year:
            return self._dated(asked, citation)
        return self._in_paragraph(asked, citation) or self._further_away(citation)

    def _again(self, asked: Asked) -> Choice | None:
        reason = Reason("cited-before", "the work of that author that was cited last")
        for seen in reversed(self._seen):
            names = seen.cite.names
            if seen.choice.work and names and folded(names[0]) == asked.first.words:
                return limited(seen.choice, REPAIRED, [reason])
        return None

    def _last_of_kind(self, citation: TypedCitation) -> list[Seen]:
        """Return the cites of the last citation; of the last in a note, for a note."""
        kind = self._kind(citation)
        found: list[Seen] = []
        for seen in reversed(self._seen):
            if found and seen.citation is not found[0].citation:
                break
            if self._kind(seen.citation) == kind:
                found.insert(0, seen)
        return found

    def _kind(self, citation: TypedCitation) -> bool:
        if citation.paragraph >= len(self._paragraphs):
            return False
        return self._paragraphs[citation.paragraph].kind == "note"

    def _dated(self, asked: Asked, citation: TypedCitation) -> Choice:
        """Choose the work of an author who is named before a year."""
        best = NOTHING
        for mention in self._names_before(citation):
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
            if seen and choice.candidates and _shares(seen, choice):
                break
            if choice.candidates:
                return _by_name(choice, mention)
        if seen is None:
            return None
        reason = Reason("named-before", "the work that is named before")
        others = [*self._differing(seen, citation)]
        if others:
            return _ambiguous([seen, *others])
        return limited(seen.choice, _IN_PARAGRAPH, [reason])

    def _differing(self, seen: Seen, citation: TypedCitation) -> Iterator[Seen]:
        """Yield cites of other works in the sentence of a citation."""
        paragraph = self._paragraphs[citation.paragraph]
        start = sentence_start(paragraph.text, citation.start)
        for other in self._cited_before(citation):
            if other.citation.start < start:
                return
            together = other.citation is seen.citation
            about = together or (other.is_about and seen.is_about)
            if about and other.works != seen.works:
                yield other

    def _further_away(self, citation: TypedCitation) -> Choice:
        """Choose the work that an earlier paragraph is about."""
        reason = Reason("named-further-away", "the work that was named last")
        first = citation.paragraph - _FURTHEST
        for seen in reversed(self._seen):
            if seen.citation.paragraph < first:
                break
            if seen.choice.work and seen.is_about:
                return limited(seen.choice, _FURTHER_AWAY, [reason])
        return NOTHING

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
        if citation.paragraph >= len(self._paragraphs):
            return range(0)
        text = self._paragraphs[citation.paragraph].text
        return quotation_before(text, citation.start)

    def _named(self, mention: Mention, asked: Asked) -> Choice:
        """Choose a work as if the cite had a name."""
        cite = replace(asked.cite, names=mention.names, et_al=False)
        named = Asked(cite, "", asked.sentence, asked.acronyms, in_text=True)
        choice = self._works.choose(named)
        if choice.work or not choice.candidates:
            return choice
        return self._again(named) or choice


def _by_name(choice: Choice, mention: Mention) -> Choice:
    names = " and ".join(mention.names)
    reason = Reason("named-in-text", f"{names} is named before")
    return limited(choice, _BY_NAME, [reason])


def _shares(seen: Seen, choice: Choice) -> bool:
    """Return whether a name in the text is that of the work cited before."""
    return any((each.entry, each.key) in seen.works for each in choice.candidates)


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
