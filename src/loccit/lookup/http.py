"""Asking the network: in time, politely, and never for more than a record should take."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

from loccit._startup.dataclass import dataclass
from loccit._startup.version import __version__
from loccit.errors import LookupFailed

if TYPE_CHECKING:
    import urllib3

#: Seconds to connect, and to wait for the next bytes; tries after the first; the
#: longest that `Retry-After` may ask.
CONNECT, READ, RETRIES, PATIENCE = 5.0, 15.0, 3, 20
#: Bytes of an answer; a record has some ten thousand, a web page a million.
LARGEST = 8_000_000
#: What is worth asking again for: too many requests, and a server that stumbled (RFC
#: 9110, 15.6; RFC 6585).
_AGAIN = frozenset([429, 500, 502, 503, 504])
_UNKNOWN = frozenset([404, 410])
_BY_HAND = "Try again later, or add the source by hand with `loccit add`."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered: its bytes, what kind they are, and the address that they
    came from in the end.
    """

    data: bytes
    content_type: str
    url: str

    def json(self) -> object:
        """The answer as JSON.

        Raises:
            LookupFailed: it is none.
        """
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError) as error:
            raise LookupFailed(
                f"{_host(self.url)} did not answer with JSON.", advice=_BY_HAND
            ) from error


class Ask(Protocol):
    """Asks one service."""

    def __call__(self, path: str, accept: str = ...) -> Answer | None:
        """Its answer to a request for `path` (or a whole address); None where it says
        that there is no such thing.

        Raises:
            LookupFailed: it can't be reached, or refuses.
        """


class _Place(Protocol):
    """What of a service its requests need."""

    __name__: str
    NAME: str
    ADDRESS: str
    PAUSE: float


class Web:
    """The network, as it is asked by all services of one run."""

    def __init__(self, sleep: Callable[[float], object] = time.sleep) -> None:
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def at(self, service: object) -> Ask:
        """How `service`, a module of `services/`, is asked."""
        place: _Place = service  # type: ignore[assignment]  # a module has these
        variable = "LOCCIT_" + place.__name__.rpartition(".")[2].upper()
        address = os.environ.get(variable, place.ADDRESS).rstrip("/")

        def ask(path: str, accept: str = "application/json") -> Answer | None:
            self._wait(place.NAME, place.PAUSE)
            return self._get(path if "://" in path else address + path, accept)

        return ask

    def _wait(self, name: str, pause: float) -> None:
        """Let the time pass that a service wants between two requests."""
        now = time.monotonic()
        if (left := self._last.get(name, now - pause) + pause - now) > 0:
            self._sleep(left)
        self._last[name] = time.monotonic()

    def _get(self, url: str, accept: str) -> Answer | None:
        import urllib3

        host = _host(url)
        headers = {
            "Accept": accept,
            "User-Agent": f"loccit/{__version__}",
            "Accept-Encoding": "gzip",
        }
        try:
            response = _pool(url).request(
                "GET", url, headers=headers, preload_content=False, decode_content=True
            )
            if response.status in _UNKNOWN:
                return None
            if response.status != 200:
                raise LookupFailed(
                    f"{host} refused to answer (status {response.status}).",
                    advice=_BY_HAND,
                )
            data = response.read(LARGEST + 1)
            if len(data) > LARGEST:
                megabytes = LARGEST // 1_000_000
                raise LookupFailed(
                    f"{host} answered with more than {megabytes} MB.", advice=_BY_HAND
                )
            return Answer(
                data,
                response.headers.get("Content-Type", ""),
                urljoin(url, response.url or ""),
            )
        except urllib3.exceptions.HTTPError as error:
            raise _failure(host, error) from error


def _pool(url: str) -> urllib3.PoolManager:
    """What makes connections, over the proxy that the environment names for such
    addresses.
    """
    import urllib3

    retries = urllib3.Retry(
        total=RETRIES,
        redirect=5,
        backoff_factor=0.5,
        status_forcelist=_AGAIN,
        raise_on_status=False,
        retry_after_max=PATIENCE,
    )
    timeout = urllib3.Timeout(connect=CONNECT, read=READ)
    proxy = getproxies().get(urlsplit(url).scheme)
    if proxy and not _is_local(url):
        return urllib3.ProxyManager(proxy, retries=retries, timeout=timeout)
    return urllib3.PoolManager(retries=retries, timeout=timeout)


def _is_local(url: str) -> bool:
    from urllib.request import proxy_bypass

    return bool(proxy_bypass(_host(url)))


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _failure(host: str, error: Exception) -> LookupFailed:
    """What to tell of a connection that failed."""
    import urllib3

    reason = getattr(error, "reason", None) or error
    if isinstance(reason, urllib3.exceptions.NameResolutionError):
        message = f"{host} can't be found: there is no connection to the network, or none to it."
    elif isinstance(
        reason, urllib3.exceptions.NewConnectionError
    ):  # a kind of ConnectTimeoutError
        message = f"{host} can't be reached."
    elif isinstance(
        reason,
        (urllib3.exceptions.ConnectTimeoutError, urllib3.exceptions.ReadTimeoutError),
    ):
        message = f"{host} did not answer in time."
    elif isinstance(reason, urllib3.exceptions.SSLError):
        message = f"{host} can't be trusted: its certificate is not valid here."
    elif isinstance(reason, urllib3.exceptions.ResponseError):
        message = f"{host} sent from one address to the next without end."
    else:
        message = f"{host} broke off its answer."
    return LookupFailed(message, advice=_BY_HAND)
