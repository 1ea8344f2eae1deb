"""An essay, its list or its sources in another format, as somebody takes it along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats import iterate, written
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.errors import LoccitError
from loccit.export.data import export_sources
from loccit.export.list_pdf import to_pdf
from loccit.export.paper.make import PaperMaker
from loccit.export.source_list import source_list
from loccit.formatting.format_essay import format_draft

#: The package that each extra brings, to see whether it is installed.
_PACKAGES = {"convert": "pypandoc", "pdf": "typst", "quotations": "pypdfium2"}
_PAPERS: Mapping[str, tuple[str, ...]] = {
    "docx": ("convert",),
    "pdf": ("convert", "pdf"),
    "html": ("convert",),
    "odt": ("convert",),
}
#: The outputs of lists, and what their files end in.
_LISTS = {
    "docx": "docx",
    "html": "html",
    "latex": "tex",
    "markdown": "md",
    "plain_text": "txt",
    "rtf": "rtf",
}
#: Lists that are pages of their own, with a heading.
_PAGES = frozenset(["docx", "html", "rtf"])
FORMATTED = "formatted"
_PDF_LIST = "list-pdf"


class Export(NamedTuple):
    """What can be had of an essay.

    Attributes:
        to: its name: `docx` is a paper, `list-docx` a list, `ris` data.
        kind: what it is of.
        extension: what its file ends in; `""` for the essay's own.
        missing: the extra that is not installed; `""` if none is.
    """

    to: str
    kind: str
    extension: str
    missing: str


class Exported(NamedTuple):
    """A file that was made.

    Attributes:
        name: what it may be called.
        data: its bytes.
    """

    name: str
    data: bytes


def exports() -> Iterator[Export]:
    """Yield what can be had of an essay: itself, papers, lists, and its sources."""
    yield Export(FORMATTED, "essay", "", "")
    for to, extras in _PAPERS.items():
        yield Export(to, "paper", to, _missing(*extras))
    for output, extension in _LISTS.items():
        yield Export(f"list-{output}", "list", extension, "")
    yield Export(_PDF_LIST, "list", "pdf", _missing("pdf"))
    for name, extension in _data_formats().items():
        yield Export(name, "data", extension, "")


def missing_extras() -> Iterator[str]:
    """Yield the extras that are not installed."""
    yield from (extra for extra in _PACKAGES if _missing(extra))


def export_essay(essay: OpenEssay, to: str) -> Exported:
    """Make a file of an essay, as it is now.

    Args:
        essay: the essay.
        to: the name of one of `exports`.

    Raises:
        LoccitError: there is no such export, or an extra that it needs is missing.
    """
    name = essay.path.stem
    if to == FORMATTED:
        data = format_draft(essay.draft).data
        return Exported(f"{name}-formatted{essay.path.suffix}", data)
    if to in _PAPERS:
        return Exported(f"{name}.{to}", _paper(essay, f".{to}"))
    if to == _PDF_LIST:
        made = _list(essay, "typst", as_page=True)
        data = to_pdf(str(made), essay.lang)
        return Exported(f"{name}-references.pdf", data)
    output = to.removeprefix("list-")
    if output in _LISTS and output != to:
        made = _list(essay, output, as_page=output in _PAGES)
        return Exported(f"{name}-references.{_LISTS[output]}", _bytes(made))
    return Exported(f"{name}.{_extension(to)}", _data(essay, to))


def _paper(essay: OpenEssay, ending: str) -> bytes:
    maker = PaperMaker(ending)
    draft = maker.prepare(essay.draft)
    return maker.make(draft, format_draft(draft)).data


def _list(essay: OpenEssay, output: str, *, as_page: bool) -> str | bytes:
    sources = essay.draft.resolved.sources.values()
    return source_list(sources, output, essay.settings, as_page=as_page)


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else f"{made}\n".encode()


def _data(essay: OpenEssay, to: str) -> bytes:
    sources = essay.draft.resolved.sources.values()
    return export_sources(sources, to, essay.settings.proper_nouns).encode()


def _extension(to: str) -> str:
    known = _data_formats()
    if to not in known:
        raise LoccitError(f"There is no export `{to}`.")
    return known[to]


def _data_formats() -> Mapping[str, str]:
    """The formats of sources that are written, and what their files end in."""
    names = written()
    return {
        format_.NAME: next(iter(format_.EXTENSIONS), ".bib").removeprefix(".")
        for format_ in iterate()
        if format_.NAME in names
    }


def _missing(*extras: str) -> str:
    for extra in extras:
        if find_spec(_PACKAGES[extra]) is None:
            return extra
    return ""
