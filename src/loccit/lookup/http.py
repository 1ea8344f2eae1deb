"""Ask the network: within limits of time and size, and politely."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from loccit._startup.version import __version__
from loccit.errors import LookupFailed
from loccit.lookup.answer import BY_HAND, Answer, host_of
from loccit.lookup.kept_answers import KeptAnswers

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
#: After so many failures in a row a host is not asked again in the same run.
_MOST_FAILURES = 3


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


class OutOfReach(LookupFailed):
    """A service that can't be reached, or is too busy to answer."""


class Web:
    """The network, shared by all services of one run.

    A host that is out of reach several times in a row is not asked again.
    """

    def __init__(
        self,
        sleep: Callable[[float], object] = time.sleep,
        *,
        mailto: str = "",
        kept: KeptAnswers | None = None,
    ) -> None:
        """Args:
        sleep: waits for some seconds.
        mailto: an address at which the services can reach the user; Crossref asks for
            one ("Tips for using the Crossref REST API").
        kept: answers that need not be asked again.
        """
        self._sleep = sleep
        self._contact = f" (mailto:{mailto})" if mailto else ""
        self._kept = kept
        self._last: dict[str, float] = {}
        self._failures: dict[str, list[OutOfReach]] = {}

    def at(self, service: object) -> Ask:
        """Return the function that asks `service`, a module of `services/`."""
        place: _Place = service  # type: ignore[assignment]  # a module has these
        address = address_of(place.__name__, place.ADDRESS)

        def ask(path: str, accept: str = "application/json") -> Answer | None:
            url = path if "://" in path else address + path
            if self._kept and (kept := self._kept.get(url, accept)):
                return kept.answer
            answer = self._ask(place, url, accept)
            if self._kept and (answer is None or _is_wanted(answer, accept)):
                self._kept.keep(url, accept, answer)
            return answer

        return ask

    def _ask(self, place: _Place, url: str, accept: str) -> Answer | None:
        failures = self._failures.setdefault(host_of(url), [])
        if len(failures) == _MOST_FAILURES:
            raise failures[-1]
        self._wait(place.NAME, place.PAUSE)
        try:
            answer = self._get(url, accept)
        except OutOfReach as failure:
            failures.append(failure)
            raise
        failures.clear()
        return answer

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
            "User-Agent": f"loccit/{__version__}{self._contact}",
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
            raise _failure(host_of(url), error) from error


def address_of(module: str, usual: str) -> str:
    """Return the address of a service: that of the environment, or else the usual one.

    Args:
        module: the name of the service's module.
        usual: its own address.
    """
    variable = "LOCCIT_" + module.rpartition(".")[2].upper()
    return os.environ.get(variable, usual).rstrip("/")


def _read(response: urllib3.BaseHTTPResponse, url: str) -> Answer:
    host = host_of(url)
    if response.status != 200:
        message = f"{host} refused to answer (status {response.status})."
        failure = OutOfReach if response.status in _AGAIN else LookupFailed
        raise failure(message, advice=BY_HAND)
    data = response.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"{host} answered with more than {LARGEST // 1_000_000} MB."
        raise LookupFailed(message, advice=BY_HAND)
    content_type = response.headers.get("Content-Type", "")
    return Answer(data, content_type, urljoin(url, response.url or ""))


def _is_wanted(answer: Answer, accept: str) -> bool:
    """Return whether an answer is of the wanted type: the log-in page of a network is
    not.
    """
    if "json" not in accept:
        return "html" not in answer.content_type.lower()
    with suppress(LookupFailed):
        answer.json()
        return True
    return False


def _pool(url: str) -> urllib3.PoolManager:
    """Return a maker of connections, through the proxy that the environment names."""
    import urllib3

    retries = urllib3.Retry(
        total=RETRIES,
        connect=min(RETRIES, 1),  # without a network, more tries are no use
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
    return bool(proxy_bypass(host_of(url)))


def _failure(host: str, error: Exception) -> OutOfReach:
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
    return OutOfReach(f"{host} {problem}.", advice=BY_HAND)
