"""What the desk answers: JSON, or the error in its shape."""

from __future__ import annotations

import json
import re

from starlette.responses import Response

from loccit._startup.regex import regex
from loccit.errors import LoccitError, LookupFailed, UnknownKey
from loccit.servers.desk.refusals import Refusal

#: The extra in the advice of an error about a package that is not installed.
_EXTRA = regex(r"loccit\[(\w+)\]")
#: Where a name of a class has a new word.
_WORD = regex(r"(?<=[a-z])(?=[A-Z])")
_STATUS = {UnknownKey: 404, LookupFailed: 502}


def json_answer(value: object, status: int = 200) -> Response:
    """Return a value as JSON; half a surrogate pair, which no JSON can have, is `?`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "replace")
    return Response(data, status, media_type="application/json")


def refused(refusal: Refusal) -> Response:
    """Return the answer to a request that is refused."""
    error = {"kind": refusal.kind, "message": refusal.message, "advice": ""}
    return json_answer({"error": error, **refusal.more}, refusal.status)


def failed(error: LoccitError) -> Response:
    """Return the answer to a request that failed.

    >>> failed(LoccitError("No.", advice='pip install "loccit[pdf]"')).status_code
    501
    """
    extra = _EXTRA.search(error.advice)
    status = 501 if extra else _STATUS.get(type(error), 422)
    return json_answer({"error": error_as_json(error)}, status)


def error_as_json(error: LoccitError) -> dict[str, object]:
    """Return an error as a JSON object."""
    extra = _EXTRA.search(error.advice)
    kind = re.sub(_WORD.pattern, "-", type(error).__name__).lower()
    made: dict[str, object] = {
        "kind": "missing-extra" if extra else kind,
        "message": error.message,
        "advice": error.advice,
        "place": str(error.place or ""),
    }
    return made | {"extra": extra[1]} if extra else made
