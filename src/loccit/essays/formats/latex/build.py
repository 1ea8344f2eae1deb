"""Build citations from the commands that were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.latex.affixes import read_affix
from loccit.essays.formats.latex.cite_commands import CiteCommand
from loccit.essays.formats.latex.cites import Affixes, TexCitation, TexCite
from loccit.essays.formats.latex.run import Found, Run
from loccit.essays.formats.latex.tokens import Tex
from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax.citation_context import Surroundings
from loccit.essays.syntax.cited_in import ends_with_words
from loccit.essays.syntax.locators import take_locator
from loccit.model import Citation, CitationContext, Cite, CiteMode, RichText, Span

#: White space before a citation that a footnote's mark takes the place of.
_SPACE = regex(r"(?:\s|~)*")
#: Punctuation, and quotation marks as TeX has them.
_PUNCTUATION = regex(r"[^\\{}%$&~\w\s]*")

#: What abntex2cite prints between the two cites of `apud`.
_READ_IN = "apud"


class Builder:
    """Builds the citations of a file."""

    def __init__(self, tex: Tex, words: Mapping[str, str]) -> None:
        """Prepare for a file.

        Args:
            tex: the file.
            words: casefolded word or abbreviation to CSL locator term.
        """
        self._tex = tex
        self._text = tex.text
        self._words = words

    def citations(self, run: Run, paragraph: int) -> Iterator[Citation]:
        """Yield the citations of a run, the paragraph of that number."""
        mapped = run.mapped
        previous: int | None = None
        for found in run.found:
            mode = found.citation.command.mode
            around = Surroundings(
                mapped,
                0,
                len(mapped.text),
                found.start,
                found.end,
                mode in ("narrative", "author-only"),
                previous,
            )
            context = self._as_typed(around.context(paragraph), found, mapped)
            yield self._citation(found.citation, run.shape.note, context)
            previous = found.end

    def _citation(
        self, read: TexCitation, note: int, context: CitationContext
    ) -> Citation:
        mode = read.command.mode
        cites = [self._cite(cite, _mode_of_cite(mode)) for cite in read.cites]
        cites = self._with_words_around(cites, read.around)
        cites[1:] = [_as_secondary(cite, read.command) for cite in cites[1:]]
        source = read.span.of(self._text)
        # A narrative citation has the first author in the sentence, others have not.
        shown: CiteMode = "parenthetical" if mode == "suppress-author" else mode
        return Citation(
            tuple(cites), shown, read.span, source, note=note, context=context
        )

    def _cite(self, read: TexCite, mode: CiteMode) -> Cite:
        prefix = read_affix(self._tex, read.affixes.prefix)
        suffix = read_affix(self._tex, read.affixes.suffix)
        if read.volume:
            volume = RichText.of(f"vol. {read.volume.of(self._text).strip()}")
            suffix = volume + _after_comma(suffix)
        locator, rest = take_locator(_after_comma(suffix), self._words)
        return Cite(
            read.key,
            mode,
            _before_space(prefix),
            rest,
            locator,
            span=read.span,
        )

    def _with_words_around(self, cites: list[Cite], around: Affixes) -> list[Cite]:
        """Put the words around all cites before the first one and after the last one."""
        prefix = _before_space(read_affix(self._tex, around.prefix))
        suffix = _after_comma(read_affix(self._tex, around.suffix))
        cites[0] = replace(cites[0], prefix=prefix + cites[0].prefix)
        cites[-1] = replace(cites[-1], suffix=cites[-1].suffix + suffix)
        return cites

    def _as_typed(
        self, context: CitationContext, found: Found, mapped: MappedText
    ) -> CitationContext:
        """Adapt a context to the file: with punctuation as it is typed there, and
        nowhere over a command or a brace.
        """
        citation = found.citation.span
        start = context.note_span.start
        if not _SPACE.fullmatch(self._text, start, citation.start):
            start = citation.start
        limit = max(citation.end, context.note_span.end)
        punctuation = _PUNCTUATION.match(self._text, citation.end, limit)
        end = punctuation.end() if punctuation else citation.end
        if context.possessive:
            end = max(end, context.possessive.end)
        return replace(
            context,
            note_span=Span(start, end),
            punctuation=self._text[citation.end : end],
            quotation_end=self._quotation_end(context, found, mapped),
        )

    def _quotation_end(
        self, context: CitationContext, found: Found, mapped: MappedText
    ) -> str:
        """Return the closing marks before a citation as they are typed, `''`."""
        if not context.quotation_end:
            return ""
        end = len(mapped.text[: found.start].rstrip())
        typed = mapped.span(end - len(context.quotation_end), end)
        return typed.of(self._text) if typed.end == context.note_span.start else ""


def _mode_of_cite(mode: CiteMode) -> CiteMode:
    return mode if mode in ("suppress-author", "author-only") else "parenthetical"


def _as_secondary(cite: Cite, command: CiteCommand) -> Cite:
    """Return a cite as of the work that the one before was read in, if it is that; what
    says so in `apud` is the command.
    """
    if ends_with_words(cite.prefix.plain):
        return replace(cite, secondary=True)
    if command.secondary:
        prefix = cite.prefix + RichText.of(f"{_READ_IN} ")
        return replace(cite, secondary=True, prefix=prefix)
    return cite


def _before_space(prefix: RichText) -> RichText:
    return prefix + RichText.of(" ") if prefix else prefix


def _after_comma(suffix: RichText) -> RichText:
    return RichText.of(", ") + suffix if suffix else suffix
