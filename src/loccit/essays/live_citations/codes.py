"""Read the code of a live citation, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Protocol, cast

from loccit._startup.plugins import modules_in
from loccit.essays.live_citations import programs
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    Program,
)
from loccit.model import RichText


class _Module(Protocol):
    """A module of `programs/`; its name is that of its program."""

    __name__: str

    def what_is(self, code: FieldCode) -> Kind | None:
        """Return what a code is; None if it is not the program's."""

    def read(self, code: FieldCode) -> LiveCitation:
        """Read a citation.

        Raises:
            BrokenCode: the code is damaged.
        """

    def with_printed(self, code: FieldCode, text: RichText) -> FieldCode:
        """Return a citation's code with another printed text; only programs that keep
        it have this function.

        Raises:
            BrokenCode: the code is damaged.
        """


def what_is(code: FieldCode) -> Kind | None:
    """Return what a code is; None for all that is not about citations.

    >>> what_is(FieldCode(" ADDIN EN.REFLIST ")), what_is(FieldCode(" PAGE "))
    ('list', None)
    """
    module = _module_of(code)
    return module.what_is(code) if module else None


def program_of(code: FieldCode) -> Program | None:
    """Return the program that wrote a code; None for all that is not about citations.

    >>> program_of(FieldCode(" BIBLIOGRAPHY "))
    'word'
    """
    module = _module_of(code)
    return cast(Program, module.__name__.rpartition(".")[2]) if module else None


def read(code: FieldCode) -> LiveCitation:
    """Read a citation.

    Raises:
        BrokenCode: the code is not a citation, or is damaged.

    >>> citation = read(FieldCode(r" CITATION Bel09 \\\\p 4 "))
    >>> citation.program, citation.cites[0].locator
    ('word', '4')
    """
    module = _module_of(code)
    if module is None or module.what_is(code) != "citation":
        raise BrokenCode("This is not the code of a citation.")
    with _bounded():
        return module.read(code)


def with_printed(code: FieldCode, text: RichText) -> FieldCode:
    """Return a citation's code as its program would have it if it had printed a text.

    Programs compare the text that they printed with the document, to see whether
    somebody edited it.  All else in the code stays as it is.

    Raises:
        BrokenCode: the code is damaged.

    >>> code = FieldCode('ADDIN ZOTERO_ITEM {"properties":{"plainCitation":"(1)"}} ')
    >>> with_printed(code, RichText.of("[1]")).text
    'ADDIN ZOTERO_ITEM {"properties":{"plainCitation":"[1]"}} '
    """
    module = _module_of(code)
    if module is None or not hasattr(module, "with_printed"):
        return code
    with _bounded():
        return module.with_printed(code, text)


@contextmanager
def _bounded() -> Iterator[None]:
    """Raise BrokenCode for what is nested more deeply than Python can follow."""
    try:
        yield
    except RecursionError as error:
        raise BrokenCode("Its code is damaged: it is nested too deeply.") from error


def _module_of(code: FieldCode) -> _Module | None:
    return next((each for each in _modules() if each.what_is(code)), None)


@cache
def _modules() -> tuple[_Module, ...]:
    return tuple(cast(_Module, module) for module in modules_in(programs.__name__))
