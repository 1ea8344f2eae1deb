"""Errors that stop the work.  What a user should merely know is a `model.Problem`.

LoccitError
├── UnreadableFile     a file that is missing, a folder, locked, or not text
├── UnwritableFile     a result that can't be written where it was asked for
├── UnknownStyle       no CSL style of that name
├── InvalidStyle       a CSL file that is not a CSL style
├── InvalidRequest     a JSON request of the wrong shape for the CSL processor
├── InvalidSettings    front matter, loccit.toml or pyproject.toml
├── InvalidChange      a change of a library that can't be made; nothing was changed
├── NoBibliography     an essay cites, but there is no bibliography
├── InvalidQuery       a search query that can't be read
├── UnknownKey         a requested key that no source has
└── LookupFailed       an identifier that no service on the network could resolve
"""

from __future__ import annotations

from loccit.model import Place


class LoccitError(Exception):
    """An error with its place and advice.

    Attributes:
        message: what happened.
        place: where.
        advice: what to do.
        exit_code: the exit code of the command.
    """

    exit_code = 2

    def __init__(
        self, message: str, *, place: Place | None = None, advice: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.advice = advice

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"{where}{self.message}{advice}"


class UnreadableFile(LoccitError):
    """A file that is missing, a folder, not permitted, or not what it should be."""


class UnknownFormat(UnreadableFile):
    """A file in no format that is known; it may be a text."""


class UnwritableFile(LoccitError):
    """A result that can't be written where it should be; what was there is untouched."""


class UnknownStyle(LoccitError):
    """A CSL style that is not installed."""


class InvalidStyle(LoccitError):
    """A file that should be a CSL style or locale is not."""


class InvalidRequest(LoccitError):
    """A JSON request of the wrong shape for the CSL processor; the message says where."""


class InvalidSettings(LoccitError):
    """A setting in the front matter, `loccit.toml` or `pyproject.toml` that can't be
    used.
    """


class InvalidChange(LoccitError):
    """A change of a library that can't be made; the files are as they were."""


class NoBibliography(LoccitError):
    """An essay cites, but there is no bibliography to look its keys up in."""


class UnknownKey(LoccitError, KeyError):
    """A requested key that no source has."""

    exit_code = 1


class InvalidQuery(LoccitError):
    """A search query that can't be read; the message says which part."""


class LookupFailed(LoccitError):
    """An identifier that no service could resolve: unknown, or the services are out of
    reach or give no usable answer.
    """

    exit_code = 1
