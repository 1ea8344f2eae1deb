"""A route: from a request to a handler, which knows nothing of HTTP, and back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from loccit.errors import LoccitError
from loccit.servers.desk.answers import failed, json_answer, refused
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.in_thread import in_thread
from loccit.servers.desk.read_request import read_request
from loccit.servers.desk.refusals import Refusal

#: Answers a request with a value for JSON, or with a file.  It runs in a thread, so that
#: other requests don't wait for it.
Handler: TypeAlias = Callable[[Desk, Asked], "dict[str, object] | Response"]


def get(path: str, handler: Handler) -> Route:
    """Return a route for reading."""
    return Route(f"/api/{path}", _endpoint(handler), methods=["GET"])


def post(path: str, handler: Handler) -> Route:
    """Return a route that changes something."""
    return Route(f"/api/{path}", _endpoint(handler), methods=["POST"])


def _endpoint(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            asked = await read_request(request)
            value = await in_thread(partial(handler, request.app.state.desk, asked))
        except Refusal as refusal:
            return refused(refusal)
        except LoccitError as error:
            return failed(error)
        return value if isinstance(value, Response) else json_answer(value)

    return answer
