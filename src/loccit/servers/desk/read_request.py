"""Read what a request asks for: of bounded size, in bounded time."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from loccit.servers.desk.asked import Asked, read_json
from loccit.servers.desk.refusals import Refusal

#: The most that a request has: the largest essays have two megabytes, and scanned
#: articles some dozens.
MOST_JSON = 16 * 2**20
MOST_FILE = 64 * 2**20
#: Seconds that the body of a request may take; it comes from the same machine.
PATIENCE = 30.0


async def read_request(request: Request) -> Asked:
    """Read the values of a request.

    Raises:
        Refusal: it is too large, too slow, or not what it should be.
    """
    query = request.query_params
    values: dict[str, object] = dict(query.items())
    several = {name: query.getlist(name) for name in query}
    if request.method == "GET":
        return Asked(values, several)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = read_json(await _body(request, MOST_JSON))
        return Asked(body, {})
    if kind == "application/octet-stream":
        return Asked(values, several, await _body(request, MOST_FILE))
    raise Refusal("invalid", "The request is neither JSON nor a file.")


async def _body(request: Request, most: int) -> bytes:
    announced = request.headers.get("content-length", "0")
    if not announced.isdigit() or int(announced[:20]) > most:
        raise _too_large(most)
    try:
        return await asyncio.wait_for(_read(request, most), PATIENCE)
    except asyncio.TimeoutError:
        raise Refusal("too-slow", "The request took too long.") from None
    except ClientDisconnect:
        raise Refusal("invalid", "The request was broken off.") from None


async def _read(request: Request, most: int) -> bytes:
    """Read a body, and no more of it than is allowed: its length may be a lie."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> Refusal:
    return Refusal("too-large", f"The most that is read is {most // 2**20} MB.")
