"""The guard at the door: only the page that this desk gave out is answered.

Any page of the web may send requests to an address of this machine, and a name of its own
may lead there ("DNS rebinding").  So a request needs our own host, our own origin if it
names one, and for everything that is the user's the token, which no other page knows
(OWASP, "Cross-Site Request Forgery Prevention" and "DNS rebinding").
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from loccit._startup.dataclass import dataclass
from loccit.servers.desk.answers import refused
from loccit.servers.desk.refusals import Refusal

#: The addresses that need the token.
API = "/api/"
#: The port of addresses that name none.
_USUAL_PORT = 80
#: What every answer says to the browser; the page itself allows itself more.
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Door:
    """The address that a desk listens at, and the token that opens it."""

    port: int
    token: str

    @property
    def hosts(self) -> tuple[str, str]:
        """The hosts that the address has: its number, and its name on every machine.

        Browsers leave out the usual port (RFC 9110, section 4.2.3).

        >>> Door(8417, "").hosts, Door(80, "").hosts
        (('127.0.0.1:8417', 'localhost:8417'), ('127.0.0.1', 'localhost'))
        """
        port = "" if self.port == _USUAL_PORT else f":{self.port}"
        return f"127.0.0.1{port}", f"localhost{port}"

    @property
    def address(self) -> str:
        """The address for the user's browser.

        The token is in its fragment, which a browser sends nowhere (RFC 3986, section
        3.5), neither to the server nor as a referrer.
        """
        return f"http://{self.hosts[0]}/#token={self.token}"

    def require_ours(self, path: str, headers: Headers) -> None:
        """Refuse a request that is not from our page.

        Raises:
            Refusal: its host or origin is another one, or its token is wrong.
        """
        if headers.get("host", "").lower() not in self.hosts:
            raise Refusal("forbidden", "This is not the host that the desk has.")
        origins = [f"http://{host}" for host in self.hosts]
        if headers.get("origin", origins[0]) not in origins:
            raise Refusal("forbidden", "Another page asks.")
        if path.startswith(API):
            self._require_token(headers)

    def _require_token(self, headers: Headers) -> None:
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Refusal("forbidden", "Another page asks.")
        kind, _, token = headers.get("authorization", "").partition(" ")
        is_ours = secrets.compare_digest(token.encode(), self.token.encode())
        if kind.lower() != "bearer" or not is_ours:
            raise Refusal("unauthorized", "The token is missing or wrong.")


class Guard:
    """An application that refuses what is not from our page."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it; its body is not read then."""
        if scope["type"] != "http":
            return  # the desk has no web sockets

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._door.require_ours(scope["path"], Headers(scope=scope))
        except Refusal as refusal:
            await refused(refusal)(scope, receive, send_guarded)
        else:
            await self._app(scope, receive, send_guarded)
