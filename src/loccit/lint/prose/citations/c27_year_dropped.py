"""An author who is named in another paragraph without the year.

## What it does

Finds an author whom the essay cites and who argues, says or finds something in a paragraph
that does not cite the work.

## Why is this bad?

The year may be left out only where the same paragraph has cited the work in its
sentences already (APA, section 8.16).  A new paragraph gives it again.

## Example

    Bell (2009) studied sleep.

    Bell argued that it helps memory.

    # References

    Bell, R. (2009). *On sleep*. North Press.

## Use instead

    Bell (2009) studied sleep.

    Bell (2009) argued that it helps memory.

    # References

    Bell, R. (2009). *On sleep*. North Press.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.checked.prose import prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity, Source

SEVERITY: Severity = "note"

#: What authors do in essays, and did; most verbs of the past end in "ed".
_STEMS = (
    r"(?:acknowledge|add|advocate|affirm|agree|analy[sz]e|argue|ask|assert|assume|believe|call"
    r"|claim|compare|conclude|confirm|consider|contend|criticize|declare|define|demonstrate"
    r"|describe|disagree|discover|discuss|emphasize|examine|explain|explore|highlight|identifie"
    r"|illustrate|imply|implie|insist|interpret|investigate|maintain|mention|note|observe|offer"
    r"|point|posit|predict|present|propose|question|recommend|reject|remark|report|reveal|show"
    r"|state|stress|suggest|treat|use|view|warn)"
)
_VERBS = (
    rf"{_STEMS}s|\w{{3,}}ed(?!\sby\b)|says?|said|finds?|found|holds|held|thinks?|thought|writes?|wrote"
    r"|tells?|told|sees?|saw|gave|put|took|went"
)
#: What is theirs.
_WORKS = (
    r"(?:account|analysis|approach|argument|article|book|claim|concept|definition|essay|finding"
    r"|framework|idea|model|paper|position|reading|research|result|study|theory|thesis|view"
    r"|work)s?"
)
_OTHERS = r"(?:,?\set\sal\.|\sand\s(?:colleagues|[^\W\d_a-z][\w’'-]+))"
_INITIALS = regex(r"\A(?:[^\W\d_]\.[\s-]*)+")
#: What begins a sentence before a name, and is not a given name.
_CONJUNCTIONS = frozenset(
    """
    After Although And As Because Before But Did Does Here How If Later Nor Once Or Since
    So Still That Then There Though Thus Unless Until What When Where Whereas While Why Yet
    """.split()  # noqa: SIM905  a table of words
)
_CAPITAL_WORD = regex(r"(?P<word>[^\W\d_a-z][\w’'-]*)\s\Z")
#: An adverb, or an adjective.
_BETWEEN = r"(?:\w+ly\s|also\s|then\s|once\s|never\s)?"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    cited = _cited(essay)
    if not cited:
        return
    mention = _mention(cited)
    citations = _by_paragraph(essay)
    for paragraph in prose(essay):
        if not paragraph.is_quoted:
            own = citations.get(id(paragraph), ())
            if not any(each.mode == "year-only" for each in own):
                here = {name for each in own for name in _names(essay, each)}
                yield from _dropped(paragraph, here, mention)


def _cited(essay: CheckedEssay) -> Set[str]:
    """Return the first authors of its works who are cited by name."""
    sources = essay.works.values()
    known = {name for source in sources for name in _first_author(source)}
    return {
        name
        for citation in essay.citations
        for name in _names(essay, citation)
        if name in known and not name.isupper()
    }


def _first_author(source: Source) -> Iterator[str]:
    for name in source.names("author")[:1]:
        yield name.family or name.literal.rstrip(".")


def _mention(cited: Set[str]) -> re.Pattern[str]:
    """Return what finds an author who does something, or something that is theirs."""
    name = f"(?:{'|'.join(map(re.escape, sorted(cited, key=len, reverse=True)))})"
    does = rf"{_OTHERS}?\s{_BETWEEN}(?:{_VERBS})|{_OTHERS}\s{_BETWEEN}{_STEMS}"
    owns = rf"{_OTHERS}?['’]s\s(?:\w+\s)?{_WORKS}"
    return re.compile(
        rf"(?:(?<![\w’'-])(?P<name>{name})(?:{does}|{owns})"
        rf"|[Aa](?:ccording\sto|s)\s(?P<other>{name}){_OTHERS}?(?=[,.]|\s\w+s\b))(?![\w-])"
    )


def _by_paragraph(essay: CheckedEssay) -> Mapping[int, Sequence[CheckedCitation]]:
    found: dict[int, list[CheckedCitation]] = defaultdict(list)
    for each in essay.citations:
        found[id(each.paragraph)].append(each)
    return found


def _names(essay: CheckedEssay, citation: CheckedCitation) -> Iterator[str]:
    """Yield the first author of each cite, without initials."""
    for cite in citation.cites:
        for name in cite.names[:1]:
            yield _INITIALS.sub("", name)
        source = None if cite.names else essay.source_of(cite)
        if source:
            yield from _first_author(source)


def _dropped(
    paragraph: Paragraph, cited: Set[str], mention: re.Pattern[str]
) -> Iterator[Mistake]:
    """Yield the first mention of each author who is not cited in the paragraph."""
    known = {*cited}
    for found in mention.finditer(paragraph.text):
        group = "name" if found["name"] else "other"
        name = found[group]
        is_named_in_full = _follows_given_name(paragraph.text, found.start(group))
        if name not in known and not is_named_in_full:
            known.add(name)
            message = f"The paragraph names `{name}` without the year."
            advice = "Cite the work again."
            yield Mistake(paragraph.mapped, *found.span(group), message, advice)


def _follows_given_name(text: str, start: int) -> bool:
    """Return whether a given name is before a surname: somebody who is thanked, say."""
    found = _CAPITAL_WORD.search(text, max(0, start - 40), start)
    return found is not None and found["word"] not in _CONJUNCTIONS
