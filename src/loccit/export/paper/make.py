"""Make a paper of a formatted essay."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.export.paper.body import BodyLayout
from loccit.export.paper.front_matter import TitleBlock, read_title_block
from loccit.export.paper.images import Images
from loccit.export.paper.looks import APA
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import Node, Tree, find_pandoc, read_tree
from loccit.export.paper.raw_html import without_raw
from loccit.export.paper.references import lay_out_references
from loccit.export.paper.target import Setup, Target, load_target
from loccit.export.paper.title import take_title
from loccit.export.paper.title_page import FirstPages
from loccit.export.paper.words import words_of
from loccit.formatting.draft import Draft
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.formatting.reference_list import list_title
from loccit.model import Place, Problem
from loccit.values.list_headings import headings
from loccit.workspace.setting_reader import place_of_setting

#: What pandoc calls the formats of essays.  Citations are text by now; a key that no
#: source has stays as it was typed.
_READERS = {"markdown": "markdown-citations"}


class Paper(NamedTuple):
    """A paper: the bytes of its file, and what the writer should know."""

    data: bytes
    problems: tuple[Problem, ...]


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
        essay = draft.essay
        tree = read_tree(result.text, _reader(essay))
        left_out = _LeftOut(essay)
        meta, blocks = without_raw([tree.meta, tree.blocks], left_out.report)
        block = read_title_block(meta, _places(essay))
        title, blocks = take_title(blocks, block.title)
        block = replace(block, title=title)
        kind = self._kind or block.paper or _kind_of(block)
        images = Images(_folder(essay), left_out.place_of, as_data=self._target.AS_DATA)
        layout = BodyLayout(
            self._target, words_of(draft.lang), _quotes(draft.lang), images
        )
        blocks = lay_out_references(blocks, _list_headings(draft), self._target)
        blocks = [
            *_first_pages(block, kind, draft, self._target),
            *layout.lay_out(blocks),
        ]
        setup = _setup(block, kind, draft.lang, images)
        data = self._target.write(Tree(tree.version, {}, blocks), setup)
        return Paper(data, (*left_out.problems, *images.problems))


class _LeftOut:
    """Reports what a paper can't have.

    Attributes:
        problems: what was reported.
    """

    def __init__(self, essay: Essay) -> None:
        self.problems: list[Problem] = []
        self._essay = essay

    def report(self, source: str) -> None:
        """Report markup that is left out, once."""
        message = f"`{source.strip():.40}` is not carried over into the paper."
        place = self.place_of(source)
        problem = Problem("raw-markup", message, place, advice="Write it in Markdown.")
        if problem not in self.problems:
            self.problems.append(problem)

    def place_of(self, source: str) -> Place:
        """Return where a text first occurs in the essay."""
        return self._essay.place(max(self._essay.text.find(source), 0))


def _reader(essay: Essay) -> str:
    if essay.format not in _READERS:
        raise LoccitError(f"A paper can't be made of an essay in {essay.format}.")
    return _READERS[essay.format]


def _folder(essay: Essay) -> Path:
    return Path() if essay.path == "-" else Path(essay.path).parent


def _quotes(lang: str) -> list[str]:
    """Return the quotation marks of a language, double and single, each a pair."""
    terms = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
    locale = csl.load_locale(lang)
    return [locale.term(name) for name in terms]


def _places(essay: Essay) -> Callable[[str], Place]:
    return partial(place_of_setting, text=essay.text, path=essay.path)


def _kind_of(block: TitleBlock) -> str:
    """Return the kind that suits a front matter: a student has a course to name."""
    return "student" if block.course or block.instructor else "plain"


def _list_headings(draft: Draft) -> frozenset[str]:
    """Return what may head the reference list, casefolded."""
    own = draft.settings.reference_section_title or list_title(draft.style, draft.lang)
    words = (*headings(draft.lang), *headings("en"), own)
    return frozenset(word.casefold() for word in words)


def _first_pages(
    block: TitleBlock, kind: str, draft: Draft, target: Target
) -> list[Node]:
    and_ = csl.load_locale(draft.lang).term("and") or "and"
    pages = FirstPages(block, target, words_of(draft.lang), and_)
    if kind == "student":
        return pages.student()
    if kind == "professional":
        return pages.professional()
    return pages.plain()


def _setup(block: TitleBlock, kind: str, lang: str, images: Images) -> Setup:
    running_head = ""
    if kind == "professional":
        running_head = (block.running_head or plain(block.title)).upper()
    authors = tuple(plain(author.name) for author in block.authors)
    return Setup(
        APA, lang, running_head, plain(block.full_title), authors, images.files
    )
