"""The few things that stop the work.  What a user should merely know is a
`model.Problem`.

LoccitError
├── UnreadableFile     a file that is missing, a folder, locked, or not text
├── UnwritableFile     a result that can't be written where it was asked for
├── UnknownStyle       no CSL style of that name
├── InvalidStyle       a CSL file that is not a CSL style
├── InvalidRequest     a JSON request to the CSL processor that is not of the shape it must be
├── InvalidSettings    front matter, loccit.toml or pyproject.toml
├── InvalidChange      a change of a library that can't be made; nothing has changed
├── NoBibliography     an essay cites, and there is nothing to look its keys up in
├── InvalidQuery       a query that can't be understood
├── UnknownKey         a key asked for by name that no source has
└── LookupFailed       an identifier that no service on the network told anything of
"""

from __future__ import annotations

from loccit.model import Place


class LoccitError(Exception):
    """What happened (`message`), where (`place`), and what to do (`advice`); the
    command exits with `exit_code`.
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
        return f"{where}{self.message}" + (f" {self.advice}" if self.advice else "")


class UnreadableFile(LoccitError):
    """A file that is missing, a folder, not permitted, or not what it should be."""


class UnwritableFile(LoccitError):
    """A result that can't be written where it was asked for; what was there is
    untouched.
    """


class UnknownStyle(LoccitError):
    """No CSL style of that name is known."""


class InvalidStyle(LoccitError):
    """A file that should be a CSL style or locale is not."""


class InvalidRequest(LoccitError):
    """A JSON request to the CSL processor that is not of the shape it must be; the
    message says where.
    """


class InvalidSettings(LoccitError):
    """A setting in the front matter, `loccit.toml` or `pyproject.toml` that can't be
    used.
    """


class InvalidChange(LoccitError):
    """A change of a library that can't be made; the files are as they were."""


class NoBibliography(LoccitError):
    """An essay cites, and there is no bibliography to look its keys up in."""


class UnknownKey(LoccitError):
    """A key that was asked for by name, and that no source has."""

    exit_code = 1


class InvalidQuery(LoccitError):
    """A query that can't be understood; the message says what of it."""


class LookupFailed(LoccitError):
    """An identifier that no service told anything of: unknown, out of reach, or without
    a sensible answer.
    """

    exit_code = 1
