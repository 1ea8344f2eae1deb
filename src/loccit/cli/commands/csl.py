"""Answer a JSON request to the CSL processor."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from loccit.cli.options import OUTPUTS
from loccit.cli.terminal import standard_input, write
from loccit.csl import render_json
from loccit.errors import InvalidRequest, LoccitError
from loccit.model import Place


@click.command("csl")
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(OUTPUTS)),
    help="The markup of the answer's texts. [default: html]",
)
@click.option(
    "--lines",
    is_flag=True,
    help="Answer each line as one request; errors are answered too.",
)
def command(format_: str | None, lines: bool) -> None:
    """Answer a JSON request on standard input: CSL-JSON items in, citations and
    bibliography out.

    docs/csl-json.md describes requests and answers.

    \b
    loccit csl < request.json
    loccit csl --format text < request.json
    """
    if lines and sys.stdin is not None:
        _answer_lines(format_)
    else:
        answer = _answer(standard_input("Send a request there."), format_)
        write(f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n".encode(), None)


def _answer_lines(format_: str | None) -> None:
    """Answer line by line, so that a program can keep this one running."""
    failed = False
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            answer = _answer(line.rstrip(b"\r\n"), format_, number)
        except LoccitError as error:
            answer = {"error": str(error)}
            failed = True
        write(f"{json.dumps(answer, ensure_ascii=False)}\n".encode(), None)
    if failed:
        raise click.exceptions.Exit(LoccitError.exit_code)


def _answer(data: bytes, format_: str | None, line: int = 1) -> dict[str, Any]:
    request = _read(data, line)
    if format_ and isinstance(request, dict):
        request["format"] = format_
    return render_json(request)


def _read(data: bytes, line: int) -> Any:
    """Parse a request that began on this line of standard input."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        place = Place("-", line + error.lineno - 1, error.colno)
        raise InvalidRequest(f"This is not JSON: {error.msg}.", place=place) from None
    except UnicodeDecodeError as error:
        raise InvalidRequest(
            "The request is not in UTF-8.",
            place=Place("-", line + data.count(b"\n", 0, error.start)),
        ) from None
    except (RecursionError, ValueError):  # a number of 5,000 digits is a ValueError
        advice = "It is nested too deep, or has too long a number."
        raise InvalidRequest(
            "This JSON can't be read.", place=Place("-", line), advice=advice
        ) from None
