"""Make a paper of a formatted essay."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.errors import LoccitError
from loccit.export.paper.body import BodyLayout
from loccit.export.paper.first_pages import FirstPages
from loccit.export.paper.front_matter import TitleBlock
from loccit.export.paper.images import Images
from loccit.export.paper.live_fields import wants_fields, with_fields
from loccit.export.paper.manuals import manual_of
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import find_pandoc
from loccit.export.paper.reading import PaperSource
from loccit.export.paper.references import lay_out_references
from loccit.export.paper.target import Setup, load_target
from loccit.export.paper.title import take_title
from loccit.export.paper.words import words_of
from loccit.formatting.draft import Draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.reference_list import list_title
from loccit.model import Problem
from loccit.values.list_headings import headings


class Paper(NamedTuple):
    """A paper.

    Attributes:
        data: the bytes of its file.
        problems: what the writer should know.
        images: the files that it shows, or would show.
    """

    data: bytes
    problems: tuple[Problem, ...]
    images: tuple[Path, ...]


class PaperMaker:
    """Makes papers of one kind and format."""

    def __init__(self, ending: str, kind: str | None = None) -> None:
        """Args:
            ending: of the paper's file: one of `TARGETS`.
            kind: one of `KINDS`; by default what the front matter says, or suits it.

        Raises:
            LoccitError: a program that a paper needs is not installed.
        """
        find_pandoc()
        self._target = load_target(ending)
        self._target.check_installed()
        self._ending = ending
        self._kind = kind

    def prepare(self, draft: Draft) -> Draft:
        """Let a draft become a paper, before it is formatted: its citations link to the
        list, if the settings don't say otherwise, and are in its own markup.
        """
        links = draft.settings.link_citations is not False
        settings = replace(draft.settings, link_citations=links, markup=None)
        return draft._replace(settings=settings)

    def make(self, draft: Draft, result: FormattedEssay) -> Paper:
        """Make a paper of a formatted essay.

        Raises:
            LoccitError: a program can't convert it.
            InvalidSettings: the front matter has a wrong value.
        """
        source = PaperSource(draft.essay)
        keeps_keys = wants_fields(draft, self._ending)
        text = replace(result, edits=()) if keeps_keys else result
        try:
            paper = self._make(draft, source, text)
        except RecursionError as error:
            raise LoccitError("This essay is nested too deeply for a paper.") from error
        if not keeps_keys:
            return paper
        data = with_fields(paper.data, draft, result, self._ending)
        return paper._replace(data=data)

    def _make(self, draft: Draft, source: PaperSource, result: FormattedEssay) -> Paper:
        known, list_headings = words_of(draft.lang), _list_headings(draft)
        tree = source.read(result, list_headings)
        block = source.title_block(tree, known.locale)
        title, text = take_title(tree.blocks, block.title, list_headings)
        block = replace(block, title=title)
        manual = manual_of(draft.style)
        kind = self._kind or block.paper or _kind_of(block)
        source.report_unprinted(block, manual.unprinted(kind))
        header = manual.header(block, kind)
        source.report_long(header.left)
        first = manual.first_pages(FirstPages(block, self._target, known), kind)
        text = lay_out_references(text, list_headings, self._target)
        images = Images(source.folder, source.place_of, self._target.IMAGES)
        layout = BodyLayout(self._target, known, images)
        tree.blocks = layout.lay_out([*first, *text])
        setup = Setup(
            looks=manual.looks(kind),
            lang=draft.lang,
            header=header,
            title=plain(block.full_title),
            authors=block.author_names,
            images=images.files,
        )
        data = self._target.write(tree, setup)
        source.report_math(tree.lost_math)
        problems = (*source.problems, *images.problems)
        return Paper(data, problems, tuple(images.read))


def _kind_of(block: TitleBlock) -> str:
    """Return the kind that suits a front matter: a title page needs more than a title."""
    lines = (block.authors, block.affiliations, block.course, block.instructor)
    return "student" if any(lines) else "plain"


def _list_headings(draft: Draft) -> frozenset[str]:
    """Return what may head the reference list, casefolded."""
    own = draft.settings.reference_section_title or list_title(draft.style, draft.lang)
    titles = (*headings(draft.lang), *headings("en"), own)
    return frozenset(title.casefold() for title in titles)
