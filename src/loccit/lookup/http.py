"""Ask the network: within limits of time and size, and politely."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from loccit._startup.dataclass import dataclass
from loccit._startup.version import __version__
from loccit.errors import LookupFailed

if TYPE_CHECKING:
    import urllib3

#: Seconds to connect.
CONNECT = 5.0
#: Seconds to wait for the next bytes.
READ = 15.0
#: Attempts after the first.
RETRIES = 3
#: Seconds that `Retry-After` may ask for.
PATIENCE = 20
#: Bytes of an answer; a record has about ten thousand, a web page a million.
LARGEST = 8_000_000
#: Status codes after which it pays to ask again: too many requests, and errors of the
#: server (RFC 9110, 15.6; RFC 6585).
_AGAIN = frozenset([429, 500, 502, 503, 504])
_UNKNOWN = frozenset([404, 410])
_BY_HAND = "Try again later, or add the source by hand with `loccit add`."


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a service.

    Attributes:
        data: its bytes.
        content_type: their media type.
        url: the address that they came from, after redirects.
    """

    data: bytes
    content_type: str
    url: str

    def json(self) -> object:
        """Parse the answer as JSON.

        Raises:
            LookupFailed: it is not JSON.
        """
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError) as error:
            raise LookupFailed(
                f"{_host(self.url)} did not answer with JSON.", advice=_BY_HAND
            ) from error


class Ask(Protocol):
    """A function that sends requests to one service."""

    def __call__(self, path: str, accept: str = ...) -> Answer | None:
        """Request a path, or a whole address; return None if the service says that it
        does not exist.

        Raises:
            LookupFailed: the service can't be reached, or refuses.
        """


class _Place(Protocol):
    """The part of a service that its requests need."""

    __name__: str
    NAME: str
    ADDRESS: str
    PAUSE: float


class Web:
    """The network, shared by all services of one run."""

    def __init__(self, sleep: Callable[[float], object] = time.sleep) -> None:
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def at(self, service: object) -> Ask:
        """Return the function that asks `service`, a module of `services/`."""
        place: _Place = service  # type: ignore[assignment]  # a module has these
        address = address_of(place.__name__, place.ADDRESS)

        def ask(path: str, accept: str = "application/json") -> Answer | None:
            self._wait(place.NAME, place.PAUSE)
            return self._get(path if "://" in path else address + path, accept)

        return ask

    def _wait(self, name: str, pause: float) -> None:
        """Wait for as long as a service wants between two requests."""
        now = time.monotonic()
        left = self._last.get(name, now - pause) + pause - now
        if left > 0:
            self._sleep(left)
        self._last[name] = time.monotonic()

    def _get(self, url: str, accept: str) -> Answer | None:
        import urllib3  # takes 50 ms to import

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
            return _read(response, url)
        except urllib3.exceptions.HTTPError as error:
            raise _failure(_host(url), error) from error


def address_of(module: str, usual: str) -> str:
    """Return the address of a service: that of the environment, or else the usual one.

    Args:
        module: the name of the service's module.
        usual: its own address.
    """
    variable = "LOCCIT_" + module.rpartition(".")[2].upper()
    return os.environ.get(variable, usual).rstrip("/")


def _read(response: urllib3.BaseHTTPResponse, url: str) -> Answer:
    host = _host(url)
    if response.status != 200:
        message = f"{host} refused to answer (status {response.status})."
        raise LookupFailed(message, advice=_BY_HAND)
    data = response.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"{host} answered with more than {LARGEST // 1_000_000} MB."
        raise LookupFailed(message, advice=_BY_HAND)
    content_type = response.headers.get("Content-Type", "")
    return Answer(data, content_type, urljoin(url, response.url or ""))


def _pool(url: str) -> urllib3.PoolManager:
    """Return a maker of connections, through the proxy that the environment names."""
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
    return bool(proxy_bypass(_host(url)))


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _failure(host: str, error: Exception) -> LookupFailed:
    """Say in words why a connection failed."""
    from urllib3 import exceptions

    reason = getattr(error, "reason", None) or error
    if isinstance(reason, exceptions.NameResolutionError):
        problem = "can't be found: the network is down, or does not know it"
    elif isinstance(reason, exceptions.NewConnectionError):
        # before ConnectTimeoutError, of which it is a subclass
        problem = "can't be reached"
    elif isinstance(reason, exceptions.TimeoutError):
        problem = "did not answer in time"
    elif isinstance(reason, exceptions.SSLError):
        problem = "can't be trusted: its certificate is not valid here"
    elif isinstance(reason, exceptions.ResponseError):
        problem = "redirects without end"
    else:
        problem = "broke off its answer"
    return LookupFailed(f"{host} {problem}.", advice=_BY_HAND)
